import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import { useNavigate, useTranslate } from 'react-admin';
import { Kbd } from '../../shared/Kbd';
import { useHotkeys } from '../../shared/useHotkeys';
import { useNeighbours } from '../queueOrder';

/** Place in the queue, and the claims beside this one by `K` and `J`. */
export const Neighbours = ({ id }: { id: string }) => {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { previous, next, position, total } = useNeighbours(id);
  const go = (to: string | undefined) => {
    if (to) navigate(`/claims/${to}`);
  };
  useHotkeys({
    KeyK: () => {
      go(previous);
    },
    KeyJ: () => {
      go(next);
    },
  });
  if (position === 0 || total < 2) return null;
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5, color: 'text.secondary' }}>
      <Step
        name={translate('claim.view.previous')}
        sign="K"
        arrow="‹"
        disabled={!previous}
        onClick={() => {
          go(previous);
        }}
      />
      <Typography variant="body2">{translate('claim.view.position', { index: position, total })}</Typography>
      <Step
        name={translate('claim.view.next')}
        sign="J"
        arrow="›"
        disabled={!next}
        onClick={() => {
          go(next);
        }}
      />
    </Box>
  );
};

interface StepProps {
  name: string;
  sign: string;
  arrow: string;
  disabled: boolean;
  onClick: () => void;
}

const Step = ({ name, sign, arrow, disabled, onClick }: StepProps) => (
  <ButtonBase
    aria-label={name}
    title={name}
    disabled={disabled}
    onClick={onClick}
    sx={{
      minWidth: 28,
      height: 28,
      borderRadius: 1,
      '& kbd': { ml: 0 },
      '&.Mui-disabled': { opacity: 0.5 },
    }}
  >
    <Kbd>{sign}</Kbd>
    <Box component="span" aria-hidden sx={{ display: { md: 'none' }, fontSize: 22 }}>
      {arrow}
    </Box>
  </ButtonBase>
);
