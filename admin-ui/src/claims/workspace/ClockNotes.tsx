import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { authorityCode } from '../../../../server/domain/authority-terms';
import { safeWords } from '../../shared/DeadlineField';
import type { Obligation } from '../../shared/types';
import { useLanguage } from '../../shared/useLanguage';

/** What a chip cannot say: until when an approval is in time, that the date is not sure yet, why a term is void. */
export const ClockNotes = ({ obligation }: { obligation: Obligation }) => {
  const translate = useTranslate();
  const language = useLanguage();
  const { status, open, kind, latestSafeAt, voidReason, provisional } = obligation;
  const notes = [
    ...(status === 'running' && kind !== 'answer_10_days' && authorityCode(kind) === null && latestSafeAt
      ? [safeWords(translate, latestSafeAt, language)]
      : []),
    ...(status === 'breached' && open ? [translate('clock.stillOpen')] : []),
    ...(status === 'void' && voidReason ? [translate(`clock.void.${voidReason}`, { _: voidReason })] : []),
    ...(provisional ? [translate('clock.provisional')] : []),
  ];
  return notes.map((note) => (
    <Typography key={note} variant="caption" color="text.secondary" component="div" sx={{ mb: 0.5 }}>
      {note}
    </Typography>
  ));
};
