import AddOutlined from '@mui/icons-material/Add';
import PhotoCameraOutlined from '@mui/icons-material/PhotoCameraOutlined';
import Button, { type ButtonProps } from '@mui/material/Button';
import { useRef } from 'react';
import { useTranslate } from 'react-admin';
import { useWorkspace } from '../WorkspaceContext';

/** Kinds that the server takes; it looks at the content itself, this only helps the file dialog. */
export const ACCEPTED = '.pdf,.jpg,.jpeg,.png,.heic,.webp';
const PICTURES = '.jpg,.jpeg,.png,.heic,.webp';

/** Adds files to the claim; one refused file refuses all. */
export const AddFilesButton = () => {
  const translate = useTranslate();
  return (
    <Chooser
      name={translate('claim.doc.add')}
      accept={ACCEPTED}
      variant="outlined"
      startIcon={<AddOutlined />}
    >
      {translate('claim.doc.add')}
    </Chooser>
  );
};

/** Adds photos of one thing; its name goes before the file's, so that the photo is found by the thing. */
export const AddPhotoButton = ({ title }: { title: string }) => {
  const translate = useTranslate();
  const label = translate('claim.lines.photo');
  return (
    <Chooser
      name={`${label}: ${title}`}
      accept={PICTURES}
      startIcon={<PhotoCameraOutlined />}
      rename={(file) => new File([file], `${title} – ${file.name}`.slice(0, 200), { type: file.type })}
    >
      {label}
    </Chooser>
  );
};

interface ChooserProps extends Pick<ButtonProps, 'variant' | 'startIcon' | 'children'> {
  name: string;
  accept: string;
  rename?: (file: File) => File;
}

const Chooser = ({ name, accept, rename, children, ...button }: ChooserProps) => {
  const { act, verbs, busy } = useWorkspace();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        {...button}
        size="small"
        aria-label={name}
        loading={busy === 'documents'}
        onClick={() => input.current?.click()}
      >
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={accept}
        aria-label={name}
        onChange={(event) => {
          const files = Array.from(event.target.files ?? []).map((file) => rename?.(file) ?? file);
          event.target.value = '';
          if (files.length > 0) void act('documents', (seen) => verbs.addDocuments(seen, files));
        }}
      />
    </>
  );
};
