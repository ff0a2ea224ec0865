import ArrowBackOutlined from '@mui/icons-material/ArrowBackOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Link from '@mui/material/Link';
import Skeleton from '@mui/material/Skeleton';
import type { ReactNode } from 'react';
import {
  HttpError,
  LinkBase,
  RecordContextProvider,
  useGetOne,
  useParams,
  useTranslate,
  type RaRecord,
} from 'react-admin';
import { PageTitle } from '../shared/PageTitle';
import { useTabName } from '../shared/useTabName';
import { listAddressOf } from './listAddress';

interface Props<T extends RaRecord> {
  /** Name of the resource. */
  name: string;
  title: (record: T) => string;
  subtitle?: (record: T) => ReactNode;
  actions?: (record: T) => ReactNode;
  children: (record: T) => ReactNode;
}

/** The page of one record: the way back, its name, its acts, its panels; and what to say when it is not there. */
export const RecordPage = <T extends RaRecord>({ name, title, subtitle, actions, children }: Props<T>) => {
  const { id = '' } = useParams();
  const { data, error, refetch } = useGetOne<T>(name, { id: decodeURIComponent(id) }, { retry: false });
  return (
    <>
      <BackTo name={name} />
      {data ? (
        <RecordContextProvider value={data}>
          <PageTitle title={title(data)} subtitle={subtitle?.(data)} actions={actions?.(data)} />
          {children(data)}
        </RecordContextProvider>
      ) : error ? (
        <PageFailure name={name} error={error} onRetry={() => void refetch()} />
      ) : (
        <PageSkeleton />
      )}
    </>
  );
};

/** The way back to the list, as it was left. */
export const BackTo = ({ name }: { name: string }) => {
  const translate = useTranslate();
  return (
    <Link
      component={LinkBase}
      to={listAddressOf(name)}
      variant="body2"
      className="no-print"
      sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5, mb: 1, color: 'text.secondary' }}
    >
      <ArrowBackOutlined sx={{ fontSize: 16 }} aria-hidden />
      {translate(`records.${name}.title`)}
    </Link>
  );
};

/** Panels side by side where there is room: facts at the left, what belongs to them at the right. */
export const Columns = ({ children }: { children: ReactNode }) => (
  <Box
    sx={{
      display: 'grid',
      gap: 2,
      alignItems: 'start',
      gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 3fr) minmax(0, 2fr)' },
    }}
  >
    {children}
  </Box>
);

/** One of the columns. */
export const Column = ({ children }: { children: ReactNode }) => (
  <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>{children}</Box>
);

const PageFailure = ({ name, error, onRetry }: { name: string; error: unknown; onRetry: () => void }) => {
  const translate = useTranslate();
  useTabName(translate(`records.${name}.title`));
  const gone = error instanceof HttpError && error.status === 404;
  return (
    <Alert
      severity={gone ? 'warning' : 'error'}
      action={
        gone ? undefined : (
          <Button color="inherit" size="small" onClick={onRetry}>
            {translate('app.act.retry')}
          </Button>
        )
      }
    >
      {translate(
        gone ? 'app.problem.not-found' : error instanceof Error ? error.message : 'app.problem.server',
      )}
    </Alert>
  );
};

const PageSkeleton = () => (
  <Box aria-hidden>
    <Skeleton width={280} height={36} sx={{ mb: 2 }} />
    <Columns>
      {[1, 2].map((panel) => (
        <Card key={panel} sx={{ p: 2.25 }}>
          <Skeleton width="40%" height={28} />
          {[1, 2, 3, 4].map((row) => (
            <Skeleton key={row} />
          ))}
        </Card>
      ))}
    </Columns>
  </Box>
);
