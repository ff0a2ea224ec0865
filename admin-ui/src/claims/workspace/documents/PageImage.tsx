import BrokenImageOutlined from '@mui/icons-material/BrokenImageOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { ClaimDocument } from '../../../shared/types';

interface Props {
  document: ClaimDocument;
  page: number;
  /** Percent of the pane's width. */
  zoom: number;
  /** Degrees clockwise. */
  turn: number;
  purpose: string | null;
}

/** One page as a picture of the server, with the viewer and the time on it. A broken one leaves the rest usable. */
export const PageImage = ({ document, page, zoom, turn, purpose }: Props) => {
  const translate = useTranslate();
  const [failed, setFailed] = useState<string | null>(null);
  const query = purpose ? `?${new URLSearchParams({ purpose }).toString()}` : '';
  const source = `/api/documents/${document.id}/pages/${String(page)}${query}`;
  if (failed === source || document.pages === 0) {
    return (
      <Box sx={{ textAlign: 'center', py: 10 }}>
        <BrokenImageOutlined sx={{ fontSize: 44, color: 'action.active' }} aria-hidden />
        <Typography variant="h4" component="h3" sx={{ mt: 1 }}>
          {translate('claim.doc.broken')}
        </Typography>
        <Typography variant="body2" color="text.secondary" sx={{ mb: 2 }}>
          {translate('claim.doc.brokenText')}
        </Typography>
        {document.pages > 0 ? (
          <Button
            variant="outlined"
            onClick={() => {
              setFailed(null);
            }}
          >
            {translate('app.act.retry')}
          </Button>
        ) : null}
      </Box>
    );
  }
  const sideways = turn % 180 !== 0;
  return (
    <Box sx={{ display: 'grid', placeItems: 'center', minHeight: '100%' }}>
      <Box
        component="img"
        src={source}
        alt={`${translate(`claim.document.${document.type}`)}, ${translate('claim.doc.page', { page, count: document.pages })}`}
        onError={() => {
          setFailed(source);
        }}
        sx={{
          width: `${String(zoom)}%`,
          maxWidth: 'none',
          bgcolor: 'background.paper',
          boxShadow: '0 1px 6px rgba(0,0,0,.14)',
          transform: `rotate(${String(turn)}deg) scale(${sideways ? '0.72' : '1'})`,
        }}
      />
    </Box>
  );
};
