import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Language } from '../../../server/domain/claim';

/** A letter that has not left yet, as the server would send it. */
export interface LetterDraft {
  to: string | null;
  sends: Language[];
  withBlank: boolean;
  letters: { language: Language; subject: string; text: string }[];
}

/** The letter as it would leave, in each language; the one that leaves is marked and shown first. */
export const LetterPages = ({ draft, failed }: { draft: LetterDraft | undefined; failed: boolean }) => {
  const translate = useTranslate();
  const [chosen, setChosen] = useState<Language | null>(null);
  if (failed) return <Typography variant="body2">{translate('desk.letter.failed')}</Typography>;
  if (!draft) return <Skeleton variant="rounded" height={280} />;
  const language = chosen ?? draft.sends[0] ?? 'kk';
  const letter = draft.letters.find((one) => one.language === language);
  return (
    <Box component="section" aria-label={translate('desk.letter.title')}>
      <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1, mb: 1 }}>
        <Typography variant="subtitle2" component="h3" sx={{ flex: 1 }}>
          {translate('desk.letter.title')}
        </Typography>
        <ToggleButtonGroup
          exclusive
          size="small"
          value={language}
          aria-label={translate('app.language')}
          onChange={(_event, next: Language | null) => {
            if (next) setChosen(next);
          }}
        >
          {draft.letters.map((one) => (
            <ToggleButton key={one.language} value={one.language} sx={{ textTransform: 'none', py: 0.25 }}>
              {translate(`claim.language.${one.language}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </Box>
      <Box
        tabIndex={0}
        lang={language}
        sx={{
          border: 1,
          borderColor: draft.sends.includes(language) ? 'primary.main' : 'divider',
          borderRadius: '10px',
          maxHeight: 420,
          overflowY: 'auto',
        }}
      >
        <Box sx={{ px: 2, py: 1.25, borderBottom: 1, borderColor: 'divider' }}>
          <Typography variant="body2" sx={{ fontWeight: 600 }}>
            {letter?.subject}
          </Typography>
        </Box>
        <Typography
          variant="body2"
          sx={{ px: 2, py: 1.5, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxWidth: '68ch' }}
        >
          {letter?.text}
        </Typography>
      </Box>
      <Typography variant="caption" color="text.secondary" component="p" sx={{ mt: 0.75 }}>
        {[
          draft.to ? translate('desk.letter.to', { email: draft.to }) : translate('desk.letter.print'),
          `${draft.sends.map((one) => translate(`claim.language.${one}`)).join(', ')}: ${translate('desk.letter.goes')}`,
          draft.withBlank ? translate('desk.letter.blank') : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </Typography>
    </Box>
  );
};
