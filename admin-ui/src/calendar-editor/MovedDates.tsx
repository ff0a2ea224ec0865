import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { LinkBase, useTranslate } from 'react-admin';
import { formatDay } from '../shared/format';
import { TermName } from '../shared/TermName';
import { useLanguage } from '../shared/useLanguage';
import type { Preview } from './types';

const SHOWN = 8;

/** Which terms move, from when to when; an earlier or late one is red. */
export const MovedDates = ({ preview }: { preview: Preview }) => {
  const translate = useTranslate();
  const language = useLanguage();
  const [isAll, setAll] = useState(false);
  const rows = isAll ? preview.rows : preview.rows.slice(0, SHOWN);
  const terms = preview.dates.reduce((sum, date) => sum + date.terms, 0);
  return (
    <Box sx={{ mt: 2 }}>
      {rows.length === 0 ? (
        <Typography variant="body2">{translate('calendarEditor.preview.none')}</Typography>
      ) : null}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, maxHeight: 360, overflowY: 'auto' }}>
        {rows.map(({ claimId, number, kind, fromOn, toOn, late, toldOn }) => (
          <Box
            component="li"
            key={`${claimId} ${kind}`}
            sx={{ display: 'flex', gap: 1, py: 0.75, borderTop: 1, borderColor: 'divider' }}
          >
            <Box sx={{ flex: 1, minWidth: 0 }}>
              <Link component={LinkBase} to={`/claims/${claimId}`} variant="body2">
                {number}
              </Link>
              <Typography variant="caption" color="text.secondary" component="div">
                <TermName kind={kind} />
              </Typography>
              {toldOn === null ? null : (
                <Typography variant="caption" component="div">
                  {translate('calendarEditor.preview.toldOn', {
                    date: formatDay(toldOn, language, 'dayMonth'),
                  })}
                </Typography>
              )}
            </Box>
            <Typography variant="body2" noWrap color={late || toOn < fromOn ? 'error' : 'text.primary'}>
              {formatDay(fromOn, language, 'tight')} → <b>{formatDay(toOn, language, 'tight')}</b>
            </Typography>
          </Box>
        ))}
      </Box>
      {preview.rows.length > SHOWN && !isAll ? (
        <Button
          size="small"
          onClick={() => {
            setAll(true);
          }}
        >
          {translate('calendarEditor.preview.all', { smart_count: terms })}
        </Button>
      ) : null}
      {isAll && terms > preview.rows.length ? (
        <Typography variant="caption" color="text.secondary">
          {translate('calendarEditor.preview.shown', { shown: preview.rows.length, terms })}
        </Typography>
      ) : null}
    </Box>
  );
};
