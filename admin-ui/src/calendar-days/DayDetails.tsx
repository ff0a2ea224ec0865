import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { KZ_CALENDAR_SOURCES } from '../../../server/domain/kz-calendar-sources';
import { formatDay, weekday } from '../shared/format';
import { Panel } from '../shared/Panel';
import { useLanguage } from '../shared/useLanguage';
import { lookOfDay } from './dayLooks';
import { nameOfDay, type SpecialDay } from './types';

interface Props {
  days: SpecialDay[];
  picked: string | null;
  onPick: (day: string) => void;
}

/** The special days of the year as a list; the picked one tells its name and its source. */
export const DayDetails = ({ days, picked, onPick }: Props) => {
  const translate = useTranslate();
  const language = useLanguage();
  return (
    <Panel title={translate('calendar.special', { smart_count: days.length })}>
      {days.length === 0 ? (
        <Typography variant="body2" color="text.secondary">
          {translate('calendar.none')}
        </Typography>
      ) : null}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {days.map((day) => (
          <Box component="li" key={day.id}>
            <ButtonBase
              aria-expanded={picked === day.day}
              onClick={() => {
                onPick(day.day);
              }}
              sx={{
                width: '100%',
                display: 'flex',
                gap: 1.25,
                py: 0.75,
                textAlign: 'left',
                justifyContent: 'flex-start',
                alignItems: 'flex-start',
                borderRadius: 1,
              }}
            >
              <Box
                aria-hidden
                sx={(theme) => ({
                  ...lookOfDay(theme, day.kind),
                  width: 10,
                  height: 10,
                  borderRadius: '3px',
                  mt: 0.625,
                  flex: 'none',
                  border: `1px solid ${lookOfDay(theme, day.kind).color}`,
                })}
              />
              <Box sx={{ minWidth: 0 }}>
                <Typography variant="body2" sx={{ fontWeight: picked === day.day ? 600 : 400 }}>
                  {formatDay(day.day, language, 'dayMonth')}, {weekday(day.day, language)}
                </Typography>
                <Typography variant="caption" color="text.secondary" component="div">
                  {nameOfDay(day, language)}
                </Typography>
              </Box>
            </ButtonBase>
            {picked === day.day ? <Sources day={day} /> : null}
          </Box>
        ))}
      </Box>
    </Panel>
  );
};

/** What kind of day it is and where that is written; titles of sources stay in the language they came in. */
const Sources = ({ day }: { day: SpecialDay }) => {
  const translate = useTranslate();
  return (
    <Box sx={{ pl: 2.75, pb: 1 }}>
      <Typography variant="caption" component="div">
        {translate(`records.day.${day.kind}`)} · {translate(`calendar.confidence.${day.confidence}`)}
      </Typography>
      <Typography variant="caption" color="text.secondary" component="div">
        {translate('calendar.source')}
      </Typography>
      {sourcesOf(day.source).map(({ title, url }) => (
        <Typography key={title} variant="caption" component="div" lang="en" sx={{ overflowWrap: 'anywhere' }}>
          {url ? (
            <Link href={url} target="_blank" rel="noopener noreferrer">
              {title}
            </Link>
          ) : (
            title
          )}
        </Typography>
      ))}
    </Box>
  );
};

/** The sources of a shipped day by their keys; one that an administrator typed stands as it is. */
function sourcesOf(text: string): { title: string; url: string | null }[] {
  const keys = text.split(/[\s,;]+/);
  const known = keys.flatMap((key) => KZ_CALENDAR_SOURCES[key] ?? []);
  return known.length === keys.length ? known : [{ title: text, url: null }];
}
