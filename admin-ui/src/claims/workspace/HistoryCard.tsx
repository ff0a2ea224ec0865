import ArticleOutlined from '@mui/icons-material/ArticleOutlined';
import EditNoteOutlined from '@mui/icons-material/EditNoteOutlined';
import MailOutlined from '@mui/icons-material/MailOutlined';
import PaymentsOutlined from '@mui/icons-material/PaymentsOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import type { Theme } from '@mui/material/styles';
import { useState } from 'react';
import { LinkBase, useTranslate } from 'react-admin';
import { LocalDate } from '../../shared/LocalDateField';
import { Panel } from '../../shared/Panel';
import { useColleagues } from '../../shared/Person';
import { eventDetail } from './eventDetail';
import { NoteForm } from './NoteForm';
import { known, PartState } from '../../shared/PartState';
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
  // One of the two alone is not the history: it would be short of half of what happened.
  const read = !events.pending && !messages.pending;
  const entries = read
    ? timelineOf(events.rows, messages.rows).filter((entry) => filter === 'all' || entry.topic === filter)
    : [];
  const older = events.total > events.rows.length;
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
      <PartState parts={[events, messages]} />
      {entries.length === 0 && known(events, messages) ? (
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
      {older && whole ? <OlderLink claimId={claim.id} count={events.total} /> : null}
    </Panel>
  );
};

/** More happened than one answer carries: the audit has all of it. */
const OlderLink = ({ claimId, count }: { claimId: string; count: number }) => {
  const translate = useTranslate();
  const query = new URLSearchParams({ filter: JSON.stringify({ claimId }) });
  return (
    <Link component={LinkBase} to={`/audit-events?${query.toString()}`} variant="body2">
      {translate('records.showAll', { count })}
    </Link>
  );
};

const ICONS = { mail: MailOutlined, money: PaymentsOutlined, note: EditNoteOutlined, other: ArticleOutlined };

const Entry = ({ entry }: { entry: TimelineEntry }) => {
  const translate = useTranslate();
  const colleagues = useColleagues();
  const { customer } = useWorkspace().claim;
  const Icon = ICONS[entry.topic];
  const nameOf = (id: string) => colleagues.find((one) => one.id === id)?.name;
  const who = entry.actorId
    ? (nameOf(entry.actorId) ?? entry.actorName ?? '')
    : whoElse(entry, customer.name ?? customer.email ?? '', translate);
  const note = entry.topic === 'note';
  const detail = note ? '' : eventDetail(entry, translate, nameOf);
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
      <Box sx={(theme) => ({ flex: 1, minWidth: 0, ...(note && noteBox(theme)) })}>
        <Typography
          variant="body2"
          sx={{
            overflowWrap: 'anywhere',
            whiteSpace: 'pre-wrap',
            '&::first-letter': { textTransform: note ? 'none' : 'uppercase' },
          }}
        >
          {note ? entry.text : translate(entry.key, { _: entry.key.split('.').pop() })}
          {detail ? <Box component="span" sx={{ color: 'text.secondary' }}>{` · ${detail}`}</Box> : null}
        </Typography>
        {entry.words ? (
          <Typography
            variant="body2"
            color="text.secondary"
            sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
          >
            «{entry.words}»
          </Typography>
        ) : null}
        <Typography variant="caption" color={note ? 'inherit' : 'text.secondary'}>
          {note ? `${translate('claim.note.title')} · ${who}` : who}
        </Typography>
      </Box>
      <Typography variant="caption" color="text.secondary" noWrap>
        <LocalDate value={entry.at} showTime style="tight" />
      </Typography>
    </Box>
  );
};

/** A customer's letter comes from the customer; everything else without a person is the system's. */
function whoElse(entry: TimelineEntry, customer: string, translate: ReturnType<typeof useTranslate>): string {
  return entry.key === 'claim.letter.customer' ? customer : translate('app.system');
}

function noteBox({ palette }: Theme) {
  return {
    border: `1px dashed ${palette.internalNote.border}`,
    bgcolor: palette.internalNote.bg,
    color: palette.internalNote.fg,
    borderRadius: 1,
    p: 1,
  };
}
