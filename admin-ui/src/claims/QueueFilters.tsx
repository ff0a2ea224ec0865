import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import Typography from '@mui/material/Typography';
import { useListContext, useTranslate } from 'react-admin';
import { CHANNELS, CLAIM_KINDS, LANGUAGES } from '../../../server/domain/claim';
import { SortField } from '../records/SortField';
import { useNarrow } from '../records/useNarrow';
import { BulkAssign } from './BulkAssign';
import { useQueueFilter } from './useQueueFilter';

const CHOICES = [
  { field: 'kind', values: CLAIM_KINDS, any: 'claim.queue.anyKind', name: 'claim.queue.kind' },
  { field: 'language', values: LANGUAGES, any: 'claim.queue.anyLanguage', name: 'claim.queue.language' },
  { field: 'channel', values: CHANNELS, any: 'claim.queue.anyChannel', name: 'claim.queue.channel' },
] as const;

/** What the server sorts the queue by, as in the headings of its table. */
const SORTS = [
  { source: 'dueAt', label: 'claim.queue.deadline' },
  { source: 'number', label: 'claim.queue.claim' },
  { source: 'requestedMinor', label: 'claim.queue.sum' },
];

/** Narrows the tab by kind, language and channel; a running search stands here as a chip. */
export const QueueFilters = () => {
  const translate = useTranslate();
  const { values, setFilters } = useQueueFilter();
  const { selectedIds } = useListContext();
  const set = (field: string, value: string | undefined) => {
    const { [field]: _old, ...other } = values;
    setFilters(value ? { ...other, [field]: value } : other);
  };
  const narrow = useNarrow();
  const narrowed = CHOICES.some(({ field }) => values[field]);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, p: 1.5, borderBottom: 1, borderColor: 'divider' }}>
      {CHOICES.map(({ field, values: options, any, name }) => (
        <Select
          key={field}
          size="small"
          displayEmpty
          value={values[field] ?? ''}
          inputProps={{ 'aria-label': translate(name) }}
          onChange={(event) => {
            set(field, event.target.value);
          }}
          sx={{
            minHeight: 32,
            height: 32,
            fontSize: '0.8125rem',
            '& .MuiOutlinedInput-notchedOutline': { borderColor: 'divider' },
          }}
        >
          <MenuItem value="">{translate(any)}</MenuItem>
          {options.map((option) => (
            <MenuItem key={option} value={option}>
              {translate(`claim.${field}.${option}`)}
            </MenuItem>
          ))}
        </Select>
      ))}
      {narrow ? (
        <Box sx={{ flexBasis: '100%', display: 'grid' }}>
          <SortField choices={SORTS.map(({ source, label }) => ({ source, label: translate(label) }))} />
        </Box>
      ) : null}
      {values.q ? (
        <Chip
          label={`«${values.q}»`}
          onDelete={() => {
            setFilters({ view: 'open' });
          }}
        />
      ) : null}
      {selectedIds.length > 0 ? (
        <>
          <Box sx={{ flex: 1 }} />
          <Typography variant="body2" sx={{ alignSelf: 'center' }}>
            {translate('claim.queue.ticked', { smart_count: selectedIds.length })}
          </Typography>
          <BulkAssign />
        </>
      ) : null}
      {narrowed ? (
        <Button
          size="small"
          onClick={() => {
            setFilters(values.view ? { view: values.view } : {});
          }}
        >
          {translate('claim.queue.clear')}
        </Button>
      ) : null}
    </Box>
  );
};
