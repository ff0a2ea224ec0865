import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import ListItemText from '@mui/material/ListItemText';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import { useColleagues } from '../shared/Person';
import type { Filter } from './columns';
import { boundOf, chosenValues, dayOfBound, withFilter, type FilterValues } from './filterValues';

interface Props {
  filter: Filter;
  values: FilterValues;
  onChange: (values: FilterValues) => void;
}

/** One filter, as its kind asks for it. */
export const FilterField = (props: Props) => {
  switch (props.filter.kind) {
    case 'choice':
      return <ChoiceFilter {...props} filter={props.filter} />;
    case 'flag':
      return <FlagFilter {...props} filter={props.filter} />;
    case 'person':
      return <PersonFilter {...props} filter={props.filter} />;
    case 'dates':
      return <DatesFilter {...props} filter={props.filter} />;
  }
};

type Of<Kind extends Filter['kind']> = Omit<Props, 'filter'> & { filter: Extract<Filter, { kind: Kind }> };

const useLabel = ({ field, label }: Filter): string => {
  const translate = useTranslate();
  return translate(label ?? `records.field.${field}`);
};

/** Any of several values. */
const ChoiceFilter = ({ filter, values, onChange }: Of<'choice'>) => {
  const translate = useTranslate();
  const label = useLabel(filter);
  const chosen = chosenValues(values, filter.field);
  const wordOf = (value: string) => translate(`${filter.words}.${value}`, { _: value });
  return (
    <TextField
      select
      id={`filter-${filter.field}`}
      label={label}
      value={chosen}
      sx={{ minWidth: 168, maxWidth: { md: 240 } }}
      slotProps={{
        select: {
          multiple: true,
          displayEmpty: true,
          renderValue: (value) => {
            const picked = value as string[];
            return picked.length === 0 ? translate('records.any') : picked.map(wordOf).join(', ');
          },
        },
      }}
      onChange={(event) => {
        onChange(withFilter(values, filter.field, event.target.value));
      }}
    >
      {filter.values.map((value) => (
        <MenuItem key={value} value={value} dense>
          <Checkbox checked={chosen.includes(value)} sx={{ ml: -1, py: 0.5 }} tabIndex={-1} disableRipple />
          <ListItemText primary={wordOf(value)} />
        </MenuItem>
      ))}
    </TextField>
  );
};

/** Yes, no, or either. */
const FlagFilter = ({ filter, values, onChange }: Of<'flag'>) => {
  const translate = useTranslate();
  const label = useLabel(filter);
  const value = values[filter.field];
  return (
    <TextField
      select
      id={`filter-${filter.field}`}
      label={label}
      value={typeof value === 'boolean' ? String(value) : ''}
      sx={{ minWidth: 148 }}
      slotProps={{ select: { displayEmpty: true } }}
      onChange={(event) => {
        const chosen = event.target.value;
        onChange(withFilter(values, filter.field, chosen === '' ? undefined : chosen === 'true'));
      }}
    >
      <MenuItem value="">{translate('records.any')}</MenuItem>
      <MenuItem value="true">{translate(`${filter.words}.yes`)}</MenuItem>
      <MenuItem value="false">{translate(`${filter.words}.no`)}</MenuItem>
    </TextField>
  );
};

/** One colleague. */
const PersonFilter = ({ filter, values, onChange }: Of<'person'>) => {
  const translate = useTranslate();
  const label = useLabel(filter);
  const colleagues = useColleagues();
  const value = values[filter.field];
  const known = typeof value === 'string' && colleagues.some(({ id }) => id === value) ? value : '';
  return (
    <TextField
      select
      id={`filter-${filter.field}`}
      label={label}
      value={known}
      sx={{ minWidth: 184 }}
      slotProps={{ select: { displayEmpty: true } }}
      onChange={(event) => {
        onChange(withFilter(values, filter.field, event.target.value));
      }}
    >
      <MenuItem value="">{translate('records.anybody')}</MenuItem>
      {colleagues.map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  );
};

/** From one day to another, both included, by Almaty's calendar. */
const DatesFilter = ({ filter, values, onChange }: Of<'dates'>) => {
  const translate = useTranslate();
  const label = useLabel(filter);
  return (
    <Box
      role="group"
      aria-label={label}
      sx={{ display: 'flex', gap: 1, alignItems: 'flex-end', '& > *': { flex: 1 } }}
    >
      {(['gte', 'lte'] as const).map((side) => {
        const name = `${filter.field}_${side}`;
        return (
          <TextField
            key={name}
            type="date"
            id={`filter-${name}`}
            label={translate(`records.dates.${side}`, { what: label })}
            value={dayOfBound(values[name])}
            onChange={(event) => {
              onChange(withFilter(values, name, boundOf(event.target.value, side, filter.as)));
            }}
          />
        );
      })}
    </Box>
  );
};
