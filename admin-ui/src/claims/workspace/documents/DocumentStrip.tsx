import BadgeOutlined from '@mui/icons-material/BadgeOutlined';
import DescriptionOutlined from '@mui/icons-material/DescriptionOutlined';
import InsertDriveFileOutlined from '@mui/icons-material/InsertDriveFileOutlined';
import ReceiptOutlined from '@mui/icons-material/ReceiptOutlined';
import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { Kbd } from '../../../shared/Kbd';
import type { ClaimDocument } from '../../../shared/types';

const ICONS = {
  application: DescriptionOutlined,
  id_copy: BadgeOutlined,
  receipt: ReceiptOutlined,
  other: InsertDriveFileOutlined,
};

interface Props {
  documents: readonly ClaimDocument[];
  current: string | undefined;
  onChoose: (id: string) => void;
}

/** The papers of the claim by kind; no thumbnails, so that nobody sees an ID copy by passing. */
export const DocumentStrip = ({ documents, current, onChoose }: Props) => {
  const translate = useTranslate();
  if (documents.length === 0) return null;
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minWidth: 0 }}>
      <ToggleButtonGroup
        exclusive
        size="small"
        value={current}
        aria-label={translate('claim.doc.list')}
        sx={{ flexWrap: 'wrap' }}
        onChange={(_event, id: string | null) => {
          if (id) onChoose(id);
        }}
      >
        {documents.map((one) => {
          const Icon = ICONS[one.type];
          return (
            <ToggleButton
              key={one.id}
              value={one.id}
              title={one.name}
              sx={{ gap: 0.75, textTransform: 'none', py: 0.5 }}
            >
              <Icon sx={{ fontSize: 18 }} aria-hidden />
              {translate(`claim.short.${one.type}`)}
            </ToggleButton>
          );
        })}
      </ToggleButtonGroup>
      {documents.length > 1 ? (
        <Typography
          variant="caption"
          color="text.secondary"
          noWrap
          sx={{ display: { xs: 'none', lg: 'inline' } }}
        >
          <Kbd>[</Kbd> <Kbd>]</Kbd>
        </Typography>
      ) : null}
    </Box>
  );
};
