import Typography, { type TypographyProps } from '@mui/material/Typography';
import { useFieldValue, useRecordContext, type FieldProps } from 'react-admin';
import { formatMoney } from './format';

type Props = FieldProps & Pick<TypographyProps, 'variant' | 'sx'>;

/** A sum in tiyn as people read it: `12 500 ₸`, figures of equal width, tiyn only when not zero. */
export const MoneyField = ({ source, record, variant = 'body2', sx }: Props) => {
  const minor: unknown = useFieldValue({ source, record });
  const currency = (useRecordContext({ record }) as { currency?: string } | undefined)?.currency;
  return (
    <Money minor={typeof minor === 'number' ? minor : null} currency={currency} variant={variant} sx={sx} />
  );
};

/** The same for a sum that is at hand; an unknown sum is a dash. */
export const Money = ({
  minor,
  currency,
  ...text
}: { minor: number | null; currency?: string } & Pick<TypographyProps, 'variant' | 'sx'>) => (
  <Typography
    component="span"
    variant="body2"
    noWrap
    {...text}
    sx={{ fontVariantNumeric: 'tabular-nums', ...text.sx }}
  >
    {minor === null ? '—' : formatMoney(minor, currency)}
  </Typography>
);
