import Checkbox from '@mui/material/Checkbox';
import { useListContext, useRecordContext, useTranslate } from 'react-admin';
import type { Claim } from '../shared/types';

// react-admin names the box around its checkboxes instead of the checkbox, so a screen reader hears no name.

/** Ticks the row's claim. */
export const TickField = (_: { source?: string; label?: unknown }) => {
  const claim = useRecordContext<Claim>();
  const { selectedIds, onToggleItem } = useListContext<Claim>();
  const translate = useTranslate();
  if (!claim) return null;
  return (
    <Checkbox
      checked={selectedIds.includes(claim.id)}
      slotProps={{ input: { 'aria-label': `${translate('ra.action.select_row')}: ${claim.number}` } }}
      onClick={(event) => {
        event.stopPropagation();
      }}
      onChange={() => {
        onToggleItem(claim.id);
      }}
    />
  );
};

/** Ticks every row on the page, or none. */
export const TickAll = () => {
  const { data = [], selectedIds, onSelect } = useListContext<Claim>();
  const translate = useTranslate();
  const ids = data.map(({ id }) => id);
  const all = ids.length > 0 && ids.every((id) => selectedIds.includes(id));
  return (
    <Checkbox
      checked={all}
      indeterminate={!all && selectedIds.length > 0}
      slotProps={{ input: { 'aria-label': translate('ra.action.select_all') } }}
      onChange={() => {
        onSelect(all ? [] : ids);
      }}
    />
  );
};
