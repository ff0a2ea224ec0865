import VisibilityOutlined from '@mui/icons-material/VisibilityOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { useTranslate } from 'react-admin';

const PURPOSES = ['compare', 'authority', 'request'] as const;

/** Nobody sees an ID copy without saying what for; the server writes it down with name and time. */
export const PurposeGate = ({ onChoose }: { onChoose: (purpose: string) => void }) => {
  const translate = useTranslate();
  const title = useId();
  const [purpose, setPurpose] = useState<string>('compare');
  return (
    <Box
      sx={{
        maxWidth: 400,
        mx: 'auto',
        mt: 4,
        p: 3,
        bgcolor: 'background.paper',
        border: 1,
        borderColor: 'divider',
        borderRadius: '10px',
      }}
    >
      <Typography id={title} variant="h4" component="h3">
        {translate('claim.doc.purposeTitle')}
      </Typography>
      <Typography variant="body2" color="text.secondary" sx={{ mt: 0.5, mb: 1.5 }}>
        {translate('claim.doc.purposeText')}
      </Typography>
      <RadioGroup
        aria-labelledby={title}
        value={purpose}
        onChange={(event) => {
          setPurpose(event.target.value);
        }}
      >
        {PURPOSES.map((one) => (
          <FormControlLabel
            key={one}
            value={one}
            control={<Radio size="small" />}
            label={translate(`claim.doc.purpose.${one}`)}
          />
        ))}
      </RadioGroup>
      <Button
        variant="contained"
        startIcon={<VisibilityOutlined />}
        sx={{ mt: 2 }}
        onClick={() => {
          onChoose(purpose);
        }}
      >
        {translate('claim.doc.purposeShow')}
      </Button>
    </Box>
  );
};
