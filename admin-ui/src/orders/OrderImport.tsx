import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { LinkBase, useTranslate } from 'react-admin';
import { BackTo } from '../records/RecordPage';
import { saveBlob } from '../records/saveBlob';
import { PageTitle } from '../shared/PageTitle';
import { Panel } from '../shared/Panel';
import { CsvHelp } from './CsvHelp';
import { FaultTable } from './FaultTable';
import { FilePick } from './FilePick';
import { ImportPreview } from './ImportPreview';
import { sendFile, templateFile, type ImportResult, type Outcome } from './importOrders';

type Step =
  | { at: 'pick' }
  | { at: 'checking' | 'importing'; file: File }
  | { at: 'judged'; file: File; text: string; outcome: Outcome }
  | { at: 'done'; result: ImportResult };

/**
 * Orders from a file: first a rehearsal that changes nothing and shows what would happen, or each fault with its
 * line, then the import of all of it.
 */
export const OrderImport = () => {
  const translate = useTranslate();
  const [step, setStep] = useState<Step>({ at: 'pick' });

  const check = async (file: File) => {
    setStep({ at: 'checking', file });
    const [outcome, text] = await Promise.all([sendFile(file, true), file.text()]);
    setStep({ at: 'judged', file, text, outcome });
  };
  const run = async (file: File, text: string) => {
    setStep({ at: 'importing', file });
    const outcome = await sendFile(file, false);
    if (outcome.is === 'good') setStep({ at: 'done', result: outcome.result });
    else setStep({ at: 'judged', file, text, outcome });
  };
  const again = () => {
    setStep({ at: 'pick' });
  };

  return (
    <Box sx={{ maxWidth: 960 }}>
      <BackTo name="orders" />
      <PageTitle
        title={translate('order.import.title')}
        subtitle={translate('order.import.text')}
        actions={
          <Button
            variant="outlined"
            onClick={() => {
              saveBlob(templateFile(), 'orders.csv');
            }}
          >
            {translate('order.import.template')}
          </Button>
        }
      />
      {step.at === 'pick' ? <FilePick onPick={(file) => void check(file)} /> : null}
      {step.at === 'checking' || step.at === 'importing' ? (
        <Panel title={step.file.name}>
          <Typography variant="body2" color="text.secondary" role="status" sx={{ mb: 1 }}>
            {translate(`order.import.${step.at}`)}
          </Typography>
          <LinearProgress aria-label={translate(`order.import.${step.at}`)} />
        </Panel>
      ) : null}
      {step.at === 'judged' ? (
        <Judged
          step={step}
          onRun={() => void run(step.file, step.text)}
          onRetry={() => void check(step.file)}
          onAgain={again}
        />
      ) : null}
      {step.at === 'done' ? <Done result={step.result} onAgain={again} /> : null}
      <CsvHelp open={step.at === 'pick'} />
    </Box>
  );
};

interface JudgedProps {
  step: Extract<Step, { at: 'judged' }>;
  onRun: () => void;
  onRetry: () => void;
  onAgain: () => void;
}

const Judged = ({ step: { file, text, outcome }, onRun, onRetry, onAgain }: JudgedProps) => {
  const translate = useTranslate();
  const other = <Button onClick={onAgain}>{translate('order.import.other')}</Button>;
  if (outcome.is === 'failed') {
    return (
      <Panel title={file.name}>
        <Alert severity="error" sx={{ mb: 2 }}>
          {translate(outcome.problem, { _: outcome.problem })}
        </Alert>
        <Button variant="outlined" onClick={onRetry}>
          {translate('app.act.retry')}
        </Button>{' '}
        {other}
      </Panel>
    );
  }
  if (outcome.is === 'faulty') {
    return (
      <Panel title={file.name}>
        <Alert severity="error" sx={{ mb: 2 }}>
          {translate('order.import.faulty', { smart_count: outcome.count })}
        </Alert>
        <FaultTable faults={outcome.faults} count={outcome.count} text={text} />
        <Box sx={{ mt: 2 }}>{other}</Box>
      </Panel>
    );
  }
  const { result } = outcome;
  const changes = result.created + result.updated;
  return (
    <Panel title={file.name}>
      <ImportPreview result={result} />
      <Box sx={{ mt: 2, display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        <Button variant="contained" onClick={onRun} disabled={changes === 0}>
          {translate('order.import.run', { smart_count: changes })}
        </Button>
        {other}
      </Box>
      {changes === 0 ? (
        <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
          {translate('order.import.nothing')}
        </Typography>
      ) : null}
    </Panel>
  );
};

const Done = ({ result, onAgain }: { result: ImportResult; onAgain: () => void }) => {
  const translate = useTranslate();
  return (
    <Panel title={translate('order.import.doneTitle')}>
      <Alert severity="success" sx={{ mb: 2 }}>
        {translate('order.import.done', { created: result.created, updated: result.updated })}
      </Alert>
      <Button component={LinkBase} to="/orders" variant="contained">
        {translate('order.import.toList')}
      </Button>{' '}
      <Button onClick={onAgain}>{translate('order.import.other')}</Button>
    </Panel>
  );
};
