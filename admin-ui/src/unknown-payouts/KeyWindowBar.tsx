import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { SxProps, Theme } from '@mui/material/styles';
import { useTranslate } from 'react-admin';
import { timeInAlmaty } from '../shared/format';
import type { KeyWindow } from './openRefund';

/** The hour of a key as a bar: sent, look-up begins, now, key closes, gateway forgets. */
export const KeyWindowBar = ({ keyWindow, now }: { keyWindow: KeyWindow; now: number }) => {
  const translate = useTranslate();
  const { sentAt, lookUpAt, keyEndsAt, forgetsAt } = keyWindow;
  const place = (at: number) => Math.min(100, Math.max(0, ((at - sentAt) / (forgetsAt - sentAt)) * 100));
  const marks = [
    { at: sentAt, word: 'sent' },
    { at: lookUpAt, word: 'lookUp' },
    { at: keyEndsAt, word: 'keyEnds' },
    { at: forgetsAt, word: 'forgets' },
  ].filter(({ at }) => at <= forgetsAt);
  const label = [...marks, { at: now, word: 'now' }]
    .map(({ at, word }) => `${translate(`desk.unknown.${word}`)}: ${clock(at)}`)
    .join(', ');
  const percent = (value: number) => `${String(value)}%`;
  const part = (from: number, to: number, sx: SxProps<Theme>) => (
    <Box
      sx={{
        position: 'absolute',
        top: 5,
        height: 14,
        borderRadius: '3px',
        left: percent(place(from)),
        width: percent(Math.max(0, place(to) - place(from))),
        ...(sx as object),
      }}
    />
  );
  return (
    <Box sx={{ my: 2.5 }}>
      <Box role="img" aria-label={label} sx={{ position: 'relative', height: 24 }}>
        {part(sentAt, lookUpAt, { bgcolor: 'background.cell' })}
        {part(lookUpAt, keyEndsAt, { bgcolor: 'deadline.soon.bg' })}
        {part(lookUpAt, Math.min(now, keyEndsAt), { bgcolor: 'deadline.soon.border' })}
        {part(keyEndsAt, forgetsAt, {
          background: ({ palette }: Theme) =>
            `repeating-linear-gradient(135deg, ${palette.divider} 0 1px, transparent 1px 5px)`,
        })}
        <Box
          sx={{
            position: 'absolute',
            top: 0,
            height: 24,
            width: 3,
            borderRadius: 1,
            left: percent(place(now)),
            bgcolor: 'warning.main',
          }}
        />
      </Box>
      <Box aria-hidden sx={{ position: 'relative', height: 36, display: { xs: 'none', sm: 'block' } }}>
        {marks.map(({ at, word }) => (
          <Mark key={word} left={place(at)} time={clock(at)} word={translate(`desk.unknown.${word}`)} />
        ))}
      </Box>
    </Box>
  );
};

const Mark = ({ left, time, word }: { left: number; time: string; word: string }) => (
  <Box
    sx={{
      position: 'absolute',
      left: `${String(left)}%`,
      // The late marks stand close together: their words end at them, so that none runs into the next.
      transform: left > 70 ? 'translateX(-100%)' : 'none',
      textAlign: left > 70 ? 'right' : 'left',
      whiteSpace: 'nowrap',
    }}
  >
    <Typography variant="caption" component="div" sx={{ fontWeight: 600 }}>
      {time}
    </Typography>
    <Typography variant="caption" color="text.secondary">
      {word}
    </Typography>
  </Box>
);

function clock(at: number): string {
  return timeInAlmaty(new Date(at));
}
