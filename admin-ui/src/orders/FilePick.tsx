import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useRef, useState, type DragEvent } from 'react';
import { useTranslate } from 'react-admin';

/** A place to drop the file on, and a button for those who choose it. */
export const FilePick = ({ onPick }: { onPick: (file: File) => void }) => {
  const translate = useTranslate();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onPick(file);
  };
  return (
    <Box
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={drop}
      sx={{
        border: '1.5px dashed',
        borderColor: over ? 'primary.main' : 'border.control',
        borderRadius: '10px',
        bgcolor: over ? 'primary.soft' : 'background.paper',
        textAlign: 'center',
        p: { xs: 3, md: 5 },
      }}
    >
      <UploadFileOutlined sx={{ fontSize: 40, color: 'action.active' }} aria-hidden />
      <Typography sx={{ mt: 1, mb: 2 }}>{translate('order.import.drop')}</Typography>
      <Button
        variant="contained"
        onClick={() => {
          input.current?.click();
        }}
      >
        {translate('order.import.choose')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,text/csv,text/plain"
        data-testid="orders-file"
        aria-label={translate('order.import.choose')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) onPick(file);
        }}
      />
      <Typography variant="caption" color="text.secondary" component="p" sx={{ mt: 1.5 }}>
        {translate('order.import.limits')}
      </Typography>
    </Box>
  );
};
