import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { useListContext, useTranslate, type RaRecord } from 'react-admin';
import { EmptyState } from '../shared/EmptyState';

/** Nothing at all, or nothing under these filters: two different things to a reader. */
export const NothingHere = ({ name, children }: { name: string; children?: ReactNode }) => {
  const translate = useTranslate();
  const list = useListContext<RaRecord>();
  const { setFilters } = list;
  if (Object.keys(list.filterValues as object).length > 0) {
    return (
      <EmptyState title={translate('records.notFound.title')} text={translate('records.notFound.text')}>
        <Button
          variant="outlined"
          onClick={() => {
            setFilters({});
          }}
        >
          {translate('records.notFound.clear')}
        </Button>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={translate(`records.${name}.empty`)} text={translate(`records.${name}.emptyText`)}>
      {children}
    </EmptyState>
  );
};
