import ArticleOutlined from '@mui/icons-material/ArticleOutlined';
import EditNoteOutlined from '@mui/icons-material/EditNoteOutlined';
import MailOutlined from '@mui/icons-material/MailOutlined';
import PaymentsOutlined from '@mui/icons-material/PaymentsOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { LocalDate } from '../../shared/LocalDateField';
import { Panel } from '../../shared/Panel';
import { useColleagues } from '../../shared/Person';
import { NoteForm } from './NoteForm';
import { timelineOf, type TimelineEntry } from './timeline';
import { useClaimEvents, useClaimMessages } from './useClaimLists';
import { useWorkspace } from './WorkspaceContext';

const FILTERS = ['all', 'mail', 'money'] as const;
const SHORT = 8;

/** Who did what, newest first, with internal notes in their own box so that nobody takes them for letters. */
export const HistoryCard = () => {
  const { claim, mayWork } = useWorkspace();
  const translate = useTranslate();
  const events = useClaimEvents(claim.id);
  const messages = useClaimMessages(claim.id);
  const [filter, setFilter] = useState<(typeof FILTERS)[number]>('all');
  const [whole, setWhole] = useState(false);
  const entries = timelineOf(events, messages).filter((entry) => filter === 'all' || entry.topic === filter);
  return (
    <Panel
      title={translate('claim.history.title')}
      aside={
        <ToggleButtonGroup
          exclusive
          size="small"
          value={filter}
          aria-label={translate('claim.history.title')}
          onChange={(_event, next: (typeof FILTERS)[number] | null) => {
            if (next) setFilter(next);
          }}
        >
          {FILTERS.map((one) => (
            <ToggleButton key={one} value={one} sx={{ textTransform: 'none', py: 0.25 }}>
              {translate(`claim.history.${one}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      }
    >
      {mayWork ? <NoteForm /> : null}
      {entries.length === 0 ? (
        <Typography variant="body2">{translate('claim.history.none')}</Typography>
      ) : null}
      <Box component="ol" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {(whole ? entries : entries.slice(0, SHORT)).map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </Box>
      {entries.length > SHORT && !whole ? (
        <Button
          size="small"
          onClick={() => {
            setWhole(true);
          }}
        >
          {translate('claim.history.more')} ({entries.length})
        </Button>
      ) : null}
    </Panel>
  );
};

const ICONS = { mail: MailOutlined, money: PaymentsOutlined, note: EditNoteOutlined, other: ArticleOutlined };

const Entry = ({ entry }: { entry: TimelineEntry }) => {
  const translate = useTranslate();
  const colleagues = useColleagues();
  const Icon = ICONS[entry.topic];
  const who = entry.actorId
    ? (colleagues.find((one) => one.id === entry.actorId)?.name ?? entry.actorName ?? '')
    : translate('app.system');
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1.25, py: 0.75 }}>
      <Box
        aria-hidden
        sx={{
          width: 26,
          height: 26,
          borderRadius: '50%',
          bgcolor: 'background.sunken',
          display: 'grid',
          placeItems: 'center',
          flex: 'none',
        }}
      >
        <Icon sx={{ fontSize: 16 }} />
      </Box>
      <Box
        sx={(theme) => ({
          flex: 1,
          minWidth: 0,
          ...(entry.topic === 'note' && {
            border: `1px dashed ${theme.palette.internalNote.border}`,
            bgcolor: theme.palette.internalNote.bg,
            color: theme.palette.internalNote.fg,
            borderRadius: 1,
            p: 1,
          }),
        })}
      >
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
          <strong>{who}</strong> {entry.text ?? translate(`claim.event.${entry.key}`, { _: entry.key })}
        </Typography>
        {entry.topic === 'note' ? (
          <Typography variant="caption">{translate('claim.note.title')}</Typography>
        ) : null}
      </Box>
      <Typography variant="caption" color="text.secondary" noWrap>
        <LocalDate value={entry.at} showTime style="tight" />
      </Typography>
    </Box>
  );
};
