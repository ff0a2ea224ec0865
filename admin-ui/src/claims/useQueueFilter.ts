import { useListContext } from 'react-admin';

/** What narrows the queue now, by field, and how to change it. */
export function useQueueFilter(): {
  values: Record<string, string | undefined>;
  setFilters: (values: Record<string, string | undefined>) => void;
} {
  const list = useListContext();
  return {
    values: list.filterValues as Record<string, string | undefined>,
    setFilters: (values) => {
      list.setFilters(values);
    },
  };
}
