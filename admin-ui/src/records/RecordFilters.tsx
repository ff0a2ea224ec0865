import ClearOutlined from '@mui/icons-material/ClearOutlined';
import TuneOutlined from '@mui/icons-material/TuneOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Collapse from '@mui/material/Collapse';
import { useState } from 'react';
import { useListContext, useTranslate, type RaRecord } from 'react-admin';
import type { Filter } from './columns';
import { countFilters, type FilterValues } from './filterValues';
import { FilterField } from './FilterField';
import { SearchBox } from './SearchBox';
import { SortField, type SortChoice } from './SortField';
import { useNarrow } from './useNarrow';

interface Props {
  /** What the search looks for, in words; without it the list has no search. */
  search?: string;
  filters: readonly Filter[];
  /** What a phone may sort by; elsewhere the headings do that. */
  sorts?: readonly SortChoice[];
  /** At the right: export, columns. */
  tools?: React.ReactNode;
}

/** Search as one types and the filters beside it; on a phone they fold away, with the sorting, behind a button that counts them. */
export const RecordFilters = ({ search, filters, sorts = [], tools }: Props) => {
  const translate = useTranslate();
  const narrow = useNarrow();
  const list = useListContext<RaRecord>();
  const { setFilters } = list;
  const values = list.filterValues as FilterValues;
  const set = countFilters(values);
  const [open, setOpen] = useState(false);
  const folded = narrow && filters.length + sorts.length > 0;
  if (!search && filters.length === 0 && !tools && !folded) return null;

  const fields = (
    <>
      {filters.map((filter) => (
        <FilterField key={filter.field} filter={filter} values={values} onChange={setFilters} />
      ))}
      {set > 0 ? (
        <Button
          size="small"
          startIcon={<ClearOutlined />}
          sx={{ alignSelf: 'flex-end', mb: 0.5 }}
          onClick={() => {
            setFilters(values.q === undefined ? {} : { q: values.q });
          }}
        >
          {translate('records.clear')}
        </Button>
      ) : null}
    </>
  );
  return (
    <Box className="no-print" sx={{ p: 1.5, borderBottom: 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', columnGap: 1.5, rowGap: 1.25 }}>
        {search ? <SearchBox label={translate(search)} /> : null}
        {narrow ? null : fields}
        {folded ? (
          <Button
            variant="outlined"
            startIcon={<TuneOutlined />}
            aria-expanded={open}
            onClick={() => {
              setOpen(!open);
            }}
          >
            {translate(filters.length > 0 ? 'records.filters' : 'records.sort')}
            {set > 0 ? ` · ${String(set)}` : ''}
          </Button>
        ) : null}
        <Box sx={{ flex: 1 }} />
        {tools}
      </Box>
      {narrow ? (
        <Collapse in={open} unmountOnExit>
          <Box sx={{ display: 'grid', gap: 1.5, pt: 1.5 }}>
            {fields}
            {sorts.length > 0 ? <SortField choices={sorts} /> : null}
          </Box>
        </Collapse>
      ) : null}
    </Box>
  );
};
