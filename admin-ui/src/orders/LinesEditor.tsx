import AddOutlined from '@mui/icons-material/AddOutlined';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { EXEMPT_CATEGORIES } from '../../../server/domain/policy-facts';
import { Money } from '../shared/MoneyField';
import { MoneyInput } from './MoneyInput';
import { emptyLine, pricedLine, type LineDraft } from './orderDraft';
import { categoryWord } from './OrderLines';
import { lineSum } from './orderSums';

interface Props {
  lines: LineDraft[];
  currency: string;
  /** The fault of a field by its name at the server, such as `lines.0.title`. */
  errorOf: (field: string) => string | undefined;
  onChange: (lines: LineDraft[]) => void;
}

const CATEGORIES = ['general', 'tableware', 'textiles', 'technically_complex', ...EXEMPT_CATEGORIES];

/** The lines of an order, one block each, with the sum that comes of it. */
export const LinesEditor = ({ lines, currency, errorOf, onChange }: Props) => {
  const translate = useTranslate();
  const change = (index: number, part: Partial<LineDraft>) => {
    onChange(lines.map((line, at) => (at === index ? { ...line, ...part } : line)));
  };
  return (
    <>
      {lines.map((line, index) => (
        <LineFields
          key={line.key}
          line={line}
          position={index + 1}
          currency={currency}
          errorOf={(name) => errorOf(`lines.${String(index)}.${name}`)}
          onChange={(part) => {
            change(index, part);
          }}
          onRemove={
            lines.length > 1
              ? () => {
                  onChange(lines.filter((_, at) => at !== index));
                }
              : undefined
          }
        />
      ))}
      <Button
        startIcon={<AddOutlined />}
        onClick={() => {
          onChange([...lines, emptyLine(crypto.randomUUID())]);
        }}
      >
        {translate('order.addLine')}
      </Button>
    </>
  );
};

interface LineProps {
  line: LineDraft;
  position: number;
  currency: string;
  errorOf: (name: string) => string | undefined;
  onChange: (part: Partial<LineDraft>) => void;
  onRemove: (() => void) | undefined;
}

const LineFields = ({ line, position, currency, errorOf, onChange, onRemove }: LineProps) => {
  const translate = useTranslate();
  const priced = pricedLine(line);
  const id = (name: string) => `line-${String(position)}-${name}`;
  const known = CATEGORIES.includes(line.category) ? CATEGORIES : [...CATEGORIES, line.category];
  return (
    <Box
      role="group"
      aria-label={translate('order.line', { position })}
      sx={{ borderBottom: 1, borderColor: 'divider', pb: 1.5, mb: 1.5 }}
    >
      <Box
        sx={{
          display: 'grid',
          columnGap: 1.5,
          alignItems: 'start',
          gridTemplateColumns: { xs: '1fr 1fr', md: 'minmax(0, 1fr) 88px 152px 152px 128px 40px' },
        }}
      >
        <TextField
          id={id('title')}
          label={translate('order.lineTitle')}
          value={line.title}
          error={errorOf('title') !== undefined}
          helperText={errorOf('title') ?? ' '}
          sx={{ gridColumn: { xs: '1 / -1', md: 'auto' } }}
          onChange={(event) => {
            onChange({ title: event.target.value });
          }}
        />
        <TextField
          id={id('quantity')}
          label={translate('order.quantity')}
          value={line.quantity}
          error={errorOf('quantity') !== undefined}
          helperText={errorOf('quantity') ?? ' '}
          onChange={(event) => {
            onChange({ quantity: event.target.value });
          }}
          slotProps={{ htmlInput: { inputMode: 'numeric', style: { textAlign: 'right' } } }}
        />
        <MoneyInput
          id={id('unit')}
          label={translate('order.unitPrice')}
          currency={currency}
          value={line.unit}
          error={errorOf('unitMinor')}
          width="100%"
          onChange={(unit) => {
            onChange({ unit });
          }}
        />
        <MoneyInput
          id={id('discount')}
          label={translate('order.discount')}
          currency={currency}
          value={line.discount}
          error={errorOf('discountMinor')}
          width="100%"
          onChange={(discount) => {
            onChange({ discount });
          }}
        />
        <Box sx={{ textAlign: 'right', pt: { xs: 0.5, md: 0.5 } }}>
          <Typography
            variant="caption"
            color="text.secondary"
            sx={{ display: { xs: 'inline', md: 'block' }, mr: { xs: 1, md: 0 } }}
          >
            {translate('order.lineSum')}
          </Typography>
          <Money minor={priced ? lineSum(priced) : null} currency={currency} sx={{ fontWeight: 500 }} />
        </Box>
        <Box sx={{ pt: { xs: 0, md: 3 }, textAlign: 'right', gridColumn: { xs: '2', md: 'auto' } }}>
          {onRemove ? (
            <IconButton aria-label={translate('order.removeLine', { position })} onClick={onRemove}>
              <DeleteOutlined fontSize="small" />
            </IconButton>
          ) : null}
        </Box>
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2 }}>
        <TextField
          id={id('category')}
          select
          label={translate('order.categoryLabel')}
          value={line.category}
          sx={{ minWidth: 240 }}
          onChange={(event) => {
            onChange({ category: event.target.value });
          }}
        >
          {known.map((category) => (
            <MenuItem key={category} value={category}>
              {categoryWord(translate, category)}
            </MenuItem>
          ))}
        </TextField>
        <FormControlLabel
          sx={{ pt: { md: 3 } }}
          control={
            <Checkbox
              checked={line.individuallyDefined}
              onChange={(_event, individuallyDefined) => {
                onChange({ individuallyDefined });
              }}
            />
          }
          label={translate('order.individual')}
        />
      </Box>
    </Box>
  );
};
