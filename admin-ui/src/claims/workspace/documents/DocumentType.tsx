import EditOutlined from '@mui/icons-material/EditOutlined';
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { DOCUMENT_TYPES, isClosed } from '../../../../../server/domain/claim';
import type { ClaimDocument } from '../../../shared/types';
import { useWorkspace } from '../WorkspaceContext';

/** What the paper is; a wrong guess is corrected here, and the checklist follows. */
export const DocumentType = ({ document }: { document: ClaimDocument }) => {
  const { claim, act, verbs, busy, mayWork } = useWorkspace();
  const translate = useTranslate();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const name = translate(`claim.document.${document.type}`);
  if (!mayWork || isClosed(claim.state)) {
    return (
      <Typography component="h2" variant="subtitle2" noWrap title={document.name}>
        {name}
      </Typography>
    );
  }
  return (
    <>
      <Typography component="h2" variant="subtitle2" noWrap>
        <Button
          size="small"
          color="inherit"
          aria-haspopup="menu"
          aria-label={`${translate('claim.doc.type')}: ${name}`}
          disabled={busy !== null}
          endIcon={<EditOutlined sx={{ '&&': { fontSize: 15 } }} />}
          onClick={(event) => {
            setAnchor(event.currentTarget);
          }}
          sx={{ minHeight: 24, px: 0, py: 0, fontWeight: 600, maxWidth: '100%' }}
        >
          {translate(`claim.short.${document.type}`)}
        </Button>
      </Typography>
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => {
          setAnchor(null);
        }}
      >
        {DOCUMENT_TYPES.map((type) => (
          <MenuItem
            key={type}
            selected={type === document.type}
            onClick={() => {
              setAnchor(null);
              if (type !== document.type) void act('retype', () => verbs.retypeDocument(document, type));
            }}
          >
            {translate(`claim.document.${type}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
};
