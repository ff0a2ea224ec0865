import MailOutlined from '@mui/icons-material/MailOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { LetterPreview, type LetterRequest } from '../LetterPreview';
import { useWorkspace } from '../WorkspaceContext';

/** Says that a letter follows the approval and in which language, and shows it. */
export const LetterLink = ({ request }: { request: LetterRequest }) => {
  const { claim } = useWorkspace();
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
  };
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <MailOutlined sx={{ fontSize: 18, color: 'action.active' }} aria-hidden />
        <Typography variant="caption" color="text.secondary" sx={{ flex: 1 }}>
          {translate('claim.decide.letter', { language: translate(`claim.language.${claim.language}`) })}
        </Typography>
        <Button
          size="small"
          onClick={() => {
            setOpen(true);
          }}
        >
          {translate('desk.letter.look')}
        </Button>
      </Box>
      <Dialog
        open={open}
        onClose={close}
        fullWidth
        maxWidth="sm"
        slotProps={{ paper: { 'aria-label': translate('desk.letter.title') } }}
      >
        <DialogContent>{open ? <LetterPreview request={request} /> : null}</DialogContent>
        <DialogActions>
          <Button autoFocus onClick={close}>
            {translate('app.act.close')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
};
