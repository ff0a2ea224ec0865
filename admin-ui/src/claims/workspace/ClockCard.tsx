import ButtonBase from '@mui/material/ButtonBase';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { DeadlineChip } from '../../shared/DeadlineField';
import { DayStrip } from '../../shared/DayStrip';
import { deadlineOfObligation } from '../../shared/deadline';
import { formatDay } from '../../shared/format';
import type { Obligation } from '../../shared/types';
import { useHotkeys } from '../../shared/useHotkeys';
import { useLanguage } from '../../shared/useLanguage';
import { WhyThisDate } from '../../shared/WhyThisDate';

/** One clock of the claim, drawn as its days; pressing it tells why the date is what it is. */
export const ClockCard = ({ obligation }: { obligation: Obligation }) => {
  const translate = useTranslate();
  const language = useLanguage();
  const card = useRef<HTMLButtonElement>(null);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const facts = deadlineOfObligation(obligation, new Date());
  const title = translate(`claim.obligation.${obligation.kind}`);
  // The nearest clock stands first on the screen, and T belongs to it.
  useHotkeys({
    KeyT: () => {
      const first = document.querySelector('[data-clock]');
      if (first === card.current) setAnchor(card.current);
    },
  });
  return (
    <>
      <ButtonBase
        ref={card}
        data-clock=""
        aria-haspopup="dialog"
        aria-label={`${title}: ${translate(facts.text, facts.args)}. ${translate('app.why.title')}`}
        onClick={(event) => {
          setAnchor(event.currentTarget);
        }}
        sx={{
          display: 'block',
          textAlign: 'left',
          p: 1.5,
          minWidth: 260,
          flex: { xs: '1 1 100%', sm: '0 1 auto' },
          bgcolor: 'background.paper',
          border: 1,
          borderColor: 'divider',
          borderRadius: '10px',
        }}
      >
        <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: 1.5, mb: 1 }}>
          <Typography variant="caption" color="text.secondary" sx={{ fontSize: 13 }}>
            {title}
          </Typography>
          <DeadlineChip facts={facts} />
        </Box>
        {obligation.dueOn ? (
          <>
            <DayStrip
              title={title}
              trace={obligation.trace ?? []}
              dueOn={obligation.dueOn}
              tone={facts.tone}
            />
            <Typography variant="caption" color="text.secondary" component="div" sx={{ mt: 0.5 }}>
              {translate('app.time.due')}: {formatDay(obligation.dueOn, language)}
            </Typography>
          </>
        ) : null}
      </ButtonBase>
      <WhyThisDate
        obligation={obligation}
        anchor={anchor}
        onClose={() => {
          setAnchor(null);
        }}
      />
    </>
  );
};
