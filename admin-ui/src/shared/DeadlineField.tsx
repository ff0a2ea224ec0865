import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import ErrorOutlined from '@mui/icons-material/Error';
import HourglassBottomOutlined from '@mui/icons-material/HourglassBottomOutlined';
import PauseCircleOutlined from '@mui/icons-material/PauseCircleOutlined';
import Schedule from '@mui/icons-material/Schedule';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import { useRecordContext, useTranslate } from 'react-admin';
import type { DeadlineTone } from '../theme/augment';
import { deadlineOfClaim, type DeadlineFacts } from './deadline';
import { formatDay, formatInstant, weekday } from './format';
import type { Claim } from './types';
import { useLanguage } from './useLanguage';

const ICONS = {
  safe: Schedule,
  soon: HourglassBottomOutlined,
  overdue: ErrorOutlined,
  paused: PauseCircleOutlined,
  met: CheckCircleOutlined,
} satisfies Record<DeadlineTone, typeof Schedule>;

/** The deadline of the claim at hand: icon, words and colour, with the last day under it. */
export const DeadlineField = ({ now = new Date() }: { now?: Date; source?: string; label?: string }) => {
  const claim = useRecordContext<Claim>();
  const translate = useTranslate();
  const language = useLanguage();
  if (!claim) return null;
  const facts = deadlineOfClaim(claim, now);
  return (
    <Box title={claim.latestSafeAt ? safeWords(translate, claim.latestSafeAt, language) : undefined}>
      <DeadlineChip facts={facts} />
      {facts.dueOn ? (
        <Typography
          component="div"
          variant="caption"
          color="text.secondary"
          noWrap
          sx={{ pl: 0.25, pt: 0.25 }}
        >
          {formatDay(facts.dueOn, language, 'dayMonth')}, {weekday(facts.dueOn, language)}
          {claim.provisional ? ` · ${translate('clock.provisional')}` : ''}
        </Typography>
      ) : null}
    </Box>
  );
};

/** Until when an approval is still in time; the queue sorts by it. */
export function safeWords(translate: ReturnType<typeof useTranslate>, at: string, language: string): string {
  return translate('clock.safe', { at: formatInstant(at, language, 'dayMonth') });
}

/** The chip alone, for facts that are at hand; with `onClick` it opens the reason of its date. */
export const DeadlineChip = ({ facts, onClick }: { facts: DeadlineFacts; onClick?: () => void }) => {
  const translate = useTranslate();
  const language = useLanguage();
  const Icon = ICONS[facts.tone];
  const date =
    typeof facts.args.date === 'string' ? { date: formatDay(facts.args.date, language, 'dayMonth') } : {};
  return (
    <Chip
      size="small"
      clickable={onClick !== undefined}
      onClick={onClick}
      icon={<Icon aria-hidden />}
      label={translate(facts.text, { ...facts.args, ...date })}
      sx={(theme) => {
        const colour = theme.palette.deadline[facts.tone];
        return {
          height: 25,
          fontSize: '0.8125rem',
          border: '1px solid',
          borderColor: colour.border,
          color: colour.fg,
          backgroundColor: colour.bg,
          '&:hover, &:focus': { backgroundColor: colour.bg },
          '& .MuiChip-icon': { color: colour.fg, fontSize: 17, ml: '6px', mr: '-2px' },
        };
      }}
    />
  );
};
