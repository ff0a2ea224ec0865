import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { formatInstant } from '../shared/format';
import { useLanguage } from '../shared/useLanguage';
import { browserOf } from './browserOf';
import type { OpenSession } from './types';

interface Props {
  sessions: OpenSession[];
  empty: string;
  /** Ends one; without it the rows only tell. */
  onEnd?: (session: OpenSession) => void;
}

/** Browsers in which a person is signed in: which, since when, from where. */
export const SessionRows = ({ sessions, empty, onEnd }: Props) => {
  const translate = useTranslate();
  const language = useLanguage();
  if (sessions.length === 0) {
    return (
      <Typography variant="body2" color="text.secondary">
        {translate(empty)}
      </Typography>
    );
  }
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {sessions.map((session) => (
        <Box
          component="li"
          key={session.id}
          sx={{
            display: 'flex',
            gap: 1.5,
            alignItems: 'center',
            py: 1.25,
            borderTop: 1,
            borderColor: 'divider',
            '&:first-of-type': { borderTop: 0 },
          }}
        >
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <Typography variant="body2" sx={{ fontWeight: 500 }}>
              {browserOf(session.agent) ?? translate('staff.unknownBrowser')}
              {session.current ? (
                <Chip size="small" label={translate('staff.thisOne')} sx={{ ml: 1 }} color="primary" />
              ) : null}
            </Typography>
            <Typography variant="caption" color="text.secondary" component="div">
              {[
                translate('staff.seen', { time: formatInstant(session.seenAt, language, 'short') }),
                translate('staff.started', { time: formatInstant(session.startedAt, language, 'short') }),
                session.address,
              ]
                .filter(Boolean)
                .join(' · ')}
            </Typography>
          </Box>
          {onEnd && !session.current ? (
            <Button
              size="small"
              variant="outlined"
              onClick={() => {
                onEnd(session);
              }}
            >
              {translate('staff.end')}
            </Button>
          ) : null}
        </Box>
      ))}
    </Box>
  );
};
