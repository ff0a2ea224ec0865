import ContentCopyOutlined from '@mui/icons-material/ContentCopyOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { useNotify } from 'react-admin';

/** Text for another program, with a button that copies it. */
export const CopyBox = ({ text, label }: { text: string; label: string }) => {
  const notify = useNotify();
  return (
    <Box sx={{ position: 'relative' }}>
      <Box
        component="pre"
        tabIndex={0}
        sx={{
          m: 0,
          p: 1.5,
          // The button has a row of its own: beside long lines it would stand on them.
          pt: 5.5,
          borderRadius: 1,
          bgcolor: 'background.sunken',
          color: 'text.primary',
          fontSize: '0.75rem',
          lineHeight: 1.5,
          overflowX: 'auto',
        }}
      >
        {text}
      </Box>
      <Tooltip title={label}>
        <IconButton
          size="small"
          aria-label={label}
          sx={{ position: 'absolute', top: 6, right: 6, bgcolor: 'background.paper' }}
          onClick={() => {
            void navigator.clipboard.writeText(text).then(() => {
              notify('app.act.copied');
            });
          }}
        >
          <ContentCopyOutlined sx={{ fontSize: 16 }} />
        </IconButton>
      </Tooltip>
    </Box>
  );
};
