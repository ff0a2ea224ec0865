import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { Theme } from '@mui/material/styles';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { AuthoritiesCard } from './authorities/AuthoritiesCard';
import { ChecklistCard } from './ChecklistCard';
import { DecisionCard } from './DecisionCard';
import { HistoryCard } from './HistoryCard';
import { LinesCard } from './LinesCard';
import { MessagesCard } from './MessagesCard';
import { PaymentCard } from './PaymentCard';
import { RefundsCard } from './RefundsCard';
import { Split } from './Split';
import { TwinsCard } from './TwinsCard';
import { WaitingCard } from './waiting/WaitingCard';
import { VerdictCard } from './VerdictCard';
import { DocumentViewer } from './documents/DocumentViewer';

/** Papers and facts side by side; one column of facts under 1200 px, tabs under 900 px. */
export const WorkspaceLayout = () => {
  const narrow = useMediaQuery((theme: Theme) => theme.breakpoints.down('md'));
  const wide = useMediaQuery((theme: Theme) => theme.breakpoints.up('lg'));
  if (narrow) return <Tabbed />;
  return (
    <Split
      left={
        <Column>
          <DocumentViewer />
          <MessagesCard />
        </Column>
      }
      right={
        <Box
          sx={{
            display: 'grid',
            gridTemplateColumns: wide ? 'minmax(0,1fr) minmax(0,.86fr)' : '1fr',
            gap: 2,
          }}
        >
          <Column>
            {wide ? null : <DecisionCard />}
            <AuthoritiesCard />
            <WaitingCard />
            <ChecklistCard />
            <VerdictCard />
            <PaymentCard />
            <RefundsCard />
            <LinesCard />
            <TwinsCard />
          </Column>
          <Column>
            {wide ? <DecisionCard /> : null}
            <HistoryCard />
          </Column>
        </Box>
      }
    />
  );
};

const TABS = ['documents', 'checks', 'decide'] as const;

const Tabbed = () => {
  const translate = useTranslate();
  const [tab, setTab] = useState<(typeof TABS)[number]>('checks');
  return (
    <>
      <Tabs
        value={tab}
        variant="fullWidth"
        sx={{ mb: 2 }}
        onChange={(_event, next: (typeof TABS)[number]) => {
          setTab(next);
        }}
      >
        {TABS.map((one) => (
          <Tab key={one} value={one} label={translate(`claim.view.${one}`)} />
        ))}
      </Tabs>
      <Column>
        {tab === 'documents' ? (
          <>
            <DocumentViewer />
            <MessagesCard />
          </>
        ) : null}
        {tab === 'checks' ? (
          <>
            <AuthoritiesCard />
            <WaitingCard />
            <ChecklistCard />
            <VerdictCard />
            <PaymentCard />
            <RefundsCard />
            <LinesCard />
            <TwinsCard />
          </>
        ) : null}
        {tab === 'decide' ? (
          <>
            <DecisionCard />
            <HistoryCard />
          </>
        ) : null}
      </Column>
    </>
  );
};

const Column = ({ children }: { children: ReactNode }) => (
  <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2, minWidth: 0 }}>{children}</Box>
);
