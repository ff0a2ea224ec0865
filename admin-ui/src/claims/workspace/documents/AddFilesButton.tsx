import AddOutlined from '@mui/icons-material/Add';
import Button from '@mui/material/Button';
import { useRef } from 'react';
import { useTranslate } from 'react-admin';
import { useWorkspace } from '../WorkspaceContext';

/** Kinds that the server takes; it looks at the content itself, this only helps the file dialog. */
export const ACCEPTED = '.pdf,.jpg,.jpeg,.png,.heic,.webp';

/** Adds files to the claim; one refused file refuses all. */
export const AddFilesButton = () => {
  const { act, verbs, busy } = useWorkspace();
  const translate = useTranslate();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        startIcon={<AddOutlined />}
        loading={busy === 'documents'}
        onClick={() => input.current?.click()}
      >
        {translate('claim.doc.add')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={ACCEPTED}
        aria-label={translate('claim.doc.add')}
        onChange={(event) => {
          const files = Array.from(event.target.files ?? []);
          event.target.value = '';
          if (files.length > 0) void act('documents', (seen) => verbs.addDocuments(seen, files));
        }}
      />
    </>
  );
};
