import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useCanAccess, useTranslate } from 'react-admin';
import type { ClaimDocument } from '../../../shared/types';
import { useHotkeys } from '../../../shared/useHotkeys';
import { known, PartState } from '../../../shared/PartState';
import { useClaimDocuments } from '../useClaimLists';
import { useWorkspace } from '../WorkspaceContext';
import { AddFilesButton } from './AddFilesButton';
import { DocumentStrip } from './DocumentStrip';
import { ErasedNote } from './ErasedNote';
import { DocumentToolbar, ZOOM } from './DocumentToolbar';
import { PageImage } from './PageImage';
import { PurposeGate } from './PurposeGate';

/** Papers as page images, never as files: zoom, turn, leaf through; an ID copy asks for the purpose first. */
export const DocumentViewer = () => {
  const { claim, mayWork } = useWorkspace();
  const translate = useTranslate();
  const papers = useClaimDocuments(claim.id);
  const documents = papers.rows;
  const [chosen, setChosen] = useState<string | null>(null);
  const at = Math.max(
    0,
    documents.findIndex((one) => one.id === chosen),
  );
  const current = documents[at];
  const go = (step: number) => {
    const next = documents[(at + step + documents.length) % documents.length];
    if (next) setChosen(next.id);
  };
  useHotkeys(
    {
      BracketLeft: () => {
        go(-1);
      },
      BracketRight: () => {
        go(1);
      },
    },
    documents.length > 1,
  );

  return (
    <Card component="section" aria-label={translate('claim.view.documents')} sx={{ overflow: 'hidden' }}>
      {current ? (
        <OneDocument key={current.id} document={current} />
      ) : known(papers) ? (
        <Box sx={{ p: 4, textAlign: 'center' }}>
          <Typography variant="h4" component="h2">
            {translate('claim.doc.none')}
          </Typography>
          <Typography variant="body2" color="text.secondary" sx={{ mt: 0.5 }}>
            {translate('claim.doc.noneText')}
          </Typography>
        </Box>
      ) : (
        <Box sx={{ px: 2, py: 1 }}>
          <PartState parts={[papers]} />
        </Box>
      )}
      <Box
        className="no-print"
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 1,
          p: 1.25,
          borderTop: 1,
          borderColor: 'divider',
          flexWrap: 'wrap',
        }}
      >
        <DocumentStrip documents={documents} current={current?.id} onChoose={setChosen} />
        <Box sx={{ flex: 1 }} />
        {mayWork ? <AddFilesButton /> : null}
      </Box>
    </Card>
  );
};

const OneDocument = ({ document }: { document: ClaimDocument }) => {
  const translate = useTranslate();
  const { canAccess, isPending } = useCanAccess({ resource: 'documents', action: 'view' });
  const [zoom, setZoom] = useState(100);
  const [turn, setTurn] = useState(0);
  const [page, setPage] = useState(1);
  const [purpose, setPurpose] = useState<string | null>(null);
  const erasedAt = document.erasedAt ?? null;
  const guarded = document.type === 'id_copy' && purpose === null;
  const pages = document.pages;
  useHotkeys({
    Equal: () => {
      setZoom(ZOOM.more(zoom));
    },
    Minus: () => {
      setZoom(ZOOM.less(zoom));
    },
    Digit0: () => {
      setZoom(100);
    },
    'Shift+KeyR': () => {
      setTurn((turn + 90) % 360);
    },
  });
  return (
    <>
      <DocumentToolbar
        document={document}
        page={page}
        zoom={zoom}
        onPage={setPage}
        onZoom={setZoom}
        onTurn={() => {
          setTurn((turn + 90) % 360);
        }}
      />
      <Box
        tabIndex={0}
        role="group"
        aria-label={translate('claim.doc.page', { page, count: pages })}
        sx={{
          height: { xs: 460, md: 640 },
          overflow: 'auto',
          bgcolor: 'background.sunken',
          p: 2,
          '@media print': { display: document.type === 'id_copy' ? 'none' : 'block' },
        }}
      >
        {erasedAt !== null ? (
          <ErasedNote id={document.id} at={erasedAt} />
        ) : !canAccess && !isPending ? (
          <Typography sx={{ p: 4, textAlign: 'center' }}>{translate('claim.doc.mayNotView')}</Typography>
        ) : guarded ? (
          <PurposeGate onChoose={setPurpose} />
        ) : (
          <PageImage document={document} page={page} zoom={zoom} turn={turn} purpose={purpose} />
        )}
      </Box>
      {document.type === 'id_copy' && erasedAt === null ? (
        <Typography variant="caption" color="text.secondary" component="p" sx={{ px: 2, pt: 1 }}>
          {translate('claim.doc.idFoot')}
        </Typography>
      ) : null}
    </>
  );
};
