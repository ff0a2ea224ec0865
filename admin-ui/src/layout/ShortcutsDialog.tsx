import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { Kbd } from '../shared/Kbd';

const KEYS: [keys: string, act: string][] = [
  ['Ctrl K', 'search'],
  ['N', 'next'],
  ['G  H Q A U C', 'go'],
  ['J K', 'row'],
  ['Enter', 'enter'],
  ['Space', 'select'],
  ['Esc', 'escape'],
  ['[ ]', 'document'],
  ['+ − 0', 'zoom'],
  ['Shift R', 'rotate'],
  ['T', 'why'],
  ['A X', 'decide'],
  ['B', 'return'],
  ['R D', 'write'],
  ['Ctrl Enter', 'submit'],
  ['1–8', 'tabs'],
  ['?', 'help'],
];

/** Every key of the desk on one sheet. */
export const ShortcutsDialog = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
  const translate = useTranslate();
  return (
    <Dialog open={open} onClose={onClose} maxWidth="xs" fullWidth aria-labelledby="keys-title">
      <DialogTitle id="keys-title">{translate('app.keys.title')}</DialogTitle>
      <DialogContent>
        <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: '130px 1fr', rowGap: 1, m: 0 }}>
          {KEYS.map(([keys, act]) => (
            <Box key={act} sx={{ display: 'contents' }}>
              <dt>
                <Kbd>{keys}</Kbd>
              </dt>
              <Typography component="dd" variant="body2" sx={{ m: 0 }}>
                {translate(`app.keys.${act}`)}
              </Typography>
            </Box>
          ))}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button autoFocus onClick={onClose}>
          {translate('app.act.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
