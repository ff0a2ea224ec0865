import AttachFileOutlined from '@mui/icons-material/AttachFile';
import PrintOutlined from '@mui/icons-material/PrintOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { LocalDate } from '../../shared/LocalDateField';
import type { Message } from '../../shared/types';
import { useWorkspace } from './WorkspaceContext';

/** Longer letters are folded; what the system wrote by itself is folded from the start. */
const SHORT = 420;

/** One letter: from whom, what became of it, its words; one that waits for the printer or failed says what to do. */
export const Letter = ({ letter }: { letter: Message }) => {
  const translate = useTranslate();
  const { mayWork } = useWorkspace();
  const out = letter.direction === 'out';
  const text = letter.text ?? '';
  const automatic = out && letter.automatic === true;
  const [whole, setWhole] = useState(!automatic && text.length <= SHORT);
  const files = letter.documentIds?.length ?? 0;
  return (
    <Box component="article" sx={{ py: 1.25, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'baseline' }}>
        <Typography variant="subtitle2" component="h3">
          {translate(out ? 'claim.message.out' : 'claim.message.in')}
        </Typography>
        <Typography
          variant="caption"
          color={letter.state === 'failed' ? 'error.main' : 'text.secondary'}
          sx={{ flex: 1 }}
        >
          {out ? translate(`claim.message.${letter.state}`, { _: letter.state }) : ''}
        </Typography>
        <Typography variant="caption" color="text.secondary">
          <LocalDate value={letter.createdAt} showTime style="tight" />
        </Typography>
      </Box>
      {letter.subject ? (
        <Typography variant="body2" sx={{ fontWeight: 500, mt: 0.5 }}>
          {letter.subject}
        </Typography>
      ) : null}
      {automatic && !whole ? null : (
        <Typography
          variant="body2"
          lang={letter.language ?? undefined}
          sx={{
            mt: 0.5,
            whiteSpace: 'pre-wrap',
            overflowWrap: 'anywhere',
            maxWidth: '68ch',
            ...(!whole && CLAMPED),
          }}
        >
          {text}
        </Typography>
      )}
      {files > 0 ? (
        <Typography
          variant="caption"
          color="text.secondary"
          sx={{ display: 'flex', gap: 0.5, alignItems: 'center', mt: 0.5 }}
        >
          <AttachFileOutlined sx={{ fontSize: 15 }} aria-hidden />
          {translate('claim.message.files', { smart_count: files })}
        </Typography>
      ) : null}
      <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, mt: 0.5 }}>
        {automatic || text.length > SHORT ? (
          <Button
            size="small"
            aria-expanded={whole}
            onClick={() => {
              setWhole(!whole);
            }}
          >
            {translate(whole ? 'claim.message.fold' : 'claim.message.unfold')}
          </Button>
        ) : null}
        {out && mayWork ? <LetterActs letter={letter} /> : null}
      </Box>
    </Box>
  );
};

const CLAMPED = {
  display: '-webkit-box',
  WebkitBoxOrient: 'vertical',
  WebkitLineClamp: 6,
  overflow: 'hidden',
} as const;

/** Printing for the envelope, and sending again what the mail server did not take. */
const LetterActs = ({ letter }: { letter: Message }) => {
  const translate = useTranslate();
  const { act, verbs, busy, reload } = useWorkspace();
  const waits = letter.state === 'to_print';
  return (
    <>
      {letter.state === 'failed' ? (
        <Button
          size="small"
          variant="outlined"
          loading={busy === 'resend'}
          onClick={() => void act('resend', () => verbs.resendLetter(letter.id), 'app.sent')}
        >
          {translate('claim.message.resend')}
        </Button>
      ) : null}
      <Button
        component="a"
        size="small"
        variant={waits ? 'contained' : 'text'}
        startIcon={<PrintOutlined />}
        href={`/api/messages/${encodeURIComponent(letter.id)}/print`}
        target="_blank"
        rel="noopener"
        onClick={() => {
          // A printed letter counts as sent; the server has written that down by then.
          if (waits) setTimeout(reload, PRINTED_MS);
        }}
      >
        {translate(waits ? 'claim.message.print' : 'claim.message.printAgain')}
      </Button>
    </>
  );
};

const PRINTED_MS = 2_500;
