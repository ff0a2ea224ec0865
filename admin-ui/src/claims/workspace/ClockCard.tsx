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
import { useTermName } from '../../shared/useTermName';
import { WhyThisDate } from '../../shared/WhyThisDate';
import { ClockNotes } from './ClockNotes';

/** One clock of the claim, drawn as its days; pressing it tells why the date is what it is. */
export const ClockCard = ({ obligation }: { obligation: Obligation }) => {
  const translate = useTranslate();
  const language = useLanguage();
  const card = useRef<HTMLButtonElement>(null);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const facts = deadlineOfObligation(obligation, new Date());
  const title = useTermName([obligation.kind])(obligation.kind);
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
          display: 'flex',
          flexDirection: 'column',
          alignItems: 'stretch',
          justifyContent: 'flex-start',
          textAlign: 'left',
          p: 1.5,
          minWidth: 0,
          bgcolor: 'background.paper',
          border: 1,
          borderColor: 'divider',
          borderRadius: '10px',
        }}
      >
        <Typography variant="caption" color="text.secondary" component="div" sx={{ fontSize: 13 }}>
          {title}
        </Typography>
        <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', columnGap: 1, my: 0.75 }}>
          <DeadlineChip facts={facts} />
          {obligation.dueOn ? (
            <Typography variant="caption" color="text.secondary">
              {translate('app.deadline.last', { date: formatDay(obligation.dueOn, language, 'dayMonth') })}
            </Typography>
          ) : null}
        </Box>
        <ClockNotes obligation={obligation} />
        {obligation.dueOn ? (
          <DayStrip title={title} trace={obligation.trace ?? []} dueOn={obligation.dueOn} tone={facts.tone} />
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
