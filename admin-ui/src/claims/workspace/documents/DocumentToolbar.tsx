import ChevronLeft from '@mui/icons-material/ChevronLeft';
import ChevronRight from '@mui/icons-material/ChevronRight';
import DownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import FitScreenOutlined from '@mui/icons-material/FitScreenOutlined';
import RotateRightOutlined from '@mui/icons-material/RotateRightOutlined';
import ZoomIn from '@mui/icons-material/ZoomIn';
import ZoomOut from '@mui/icons-material/ZoomOut';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import type { ComponentType } from 'react';
import type { SvgIconProps } from '@mui/material/SvgIcon';
import { useCanAccess, useTranslate } from 'react-admin';
import { formatSize } from '../../../shared/format';
import type { ClaimDocument } from '../../../shared/types';
import { useLanguage } from '../../../shared/useLanguage';
import { DocumentType } from './DocumentType';

/** Steps of a quarter between half and four times the width of the pane. */
export const ZOOM = {
  more: (percent: number) => Math.min(400, percent + 25),
  less: (percent: number) => Math.max(50, percent - 25),
};

interface Props {
  document: ClaimDocument;
  page: number;
  zoom: number;
  onPage: (page: number) => void;
  onZoom: (zoom: number) => void;
  onTurn: () => void;
}

export const DocumentToolbar = ({ document, ...tools }: Props) => {
  const language = useLanguage();
  const kind = document.contentType.split('/').pop()?.toUpperCase() ?? '';
  return (
    <Box
      className="no-print"
      sx={{
        display: 'flex',
        alignItems: 'center',
        flexWrap: 'wrap',
        gap: 0.25,
        px: 2,
        minHeight: 48,
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      <Box sx={{ flex: '1 1 160px', minWidth: 0 }}>
        <DocumentType document={document} />
        <Typography variant="caption" color="text.secondary" noWrap component="div" title={document.name}>
          {document.name === '' ? '' : `${document.name} · `}
          {kind}, {formatSize(document.sizeBytes, language)}
        </Typography>
      </Box>
      {document.erasedAt ? null : <PageTools document={document} {...tools} />}
    </Box>
  );
};

const PageTools = ({ document, page, zoom, onPage, onZoom, onTurn }: Props) => {
  const translate = useTranslate();
  const { canAccess: mayDownload } = useCanAccess({ resource: 'documents', action: 'original' });
  return (
    <>
      {document.pages > 1 ? (
        <>
          <Tool
            name="ra.navigation.previous"
            icon={ChevronLeft}
            disabled={page <= 1}
            act={() => {
              onPage(page - 1);
            }}
          />
          <Typography variant="caption">
            {page} / {document.pages}
          </Typography>
          <Tool
            name="ra.navigation.next"
            icon={ChevronRight}
            disabled={page >= document.pages}
            act={() => {
              onPage(page + 1);
            }}
          />
        </>
      ) : null}
      <Tool
        name="claim.doc.zoomOut"
        icon={ZoomOut}
        act={() => {
          onZoom(ZOOM.less(zoom));
        }}
      />
      <Typography variant="caption" sx={{ width: 38, textAlign: 'center' }}>
        {zoom} %
      </Typography>
      <Tool
        name="claim.doc.zoomIn"
        icon={ZoomIn}
        act={() => {
          onZoom(ZOOM.more(zoom));
        }}
      />
      <Tool
        name="claim.doc.fit"
        icon={FitScreenOutlined}
        act={() => {
          onZoom(100);
        }}
      />
      <Tool name="claim.doc.rotate" icon={RotateRightOutlined} act={onTurn} />
      {mayDownload ? (
        <Tooltip title={translate('claim.doc.original')}>
          <IconButton
            component="a"
            href={`/api/documents/${document.id}/original`}
            download
            aria-label={translate('claim.doc.original')}
            size="small"
          >
            <DownloadOutlined fontSize="small" />
          </IconButton>
        </Tooltip>
      ) : null}
    </>
  );
};

interface ToolProps {
  name: string;
  icon: ComponentType<SvgIconProps>;
  act: () => void;
  disabled?: boolean;
}

const Tool = ({ name, icon: Icon, act, disabled = false }: ToolProps) => {
  const translate = useTranslate();
  return (
    <Tooltip title={translate(name)}>
      <span>
        <IconButton size="small" aria-label={translate(name)} onClick={act} disabled={disabled}>
          <Icon fontSize="small" />
        </IconButton>
      </span>
    </Tooltip>
  );
};
