import Button from '@mui/material/Button';
import { useState } from 'react';
import { useCanAccess, useTranslate } from 'react-admin';
import { ChangeDialog } from './ChangeDialog';
import type { ChangeableSetting } from './types';

/** The way to another value, for administrators; a setting with one possible value has none. */
export const ChangeButton = ({ setting }: { setting: ChangeableSetting }) => {
  const translate = useTranslate();
  const { canAccess } = useCanAccess({ resource: 'settings', action: 'edit' });
  const [open, setOpen] = useState(false);
  const { type } = setting;
  if (!canAccess || (type.is === 'choice' && type.options.length < 2)) return null;
  return (
    <>
      <Button
        size="small"
        aria-label={`${translate('setting.change.act')}: ${setting.key}`}
        onClick={() => {
          setOpen(true);
        }}
      >
        {translate('setting.change.act')}
      </Button>
      {open ? (
        <ChangeDialog
          setting={setting}
          onClose={() => {
            setOpen(false);
          }}
        />
      ) : null}
    </>
  );
};
