import Typography, { type TypographyProps } from '@mui/material/Typography';
import { useFieldValue, type FieldProps } from 'react-admin';
import { dayInAlmaty, formatDay, formatInstant, type DateStyle } from './format';
import { useLanguage } from './useLanguage';

interface Props extends FieldProps {
  /** Shows the Almaty time of an instant too. */
  showTime?: boolean;
  style?: DateStyle;
  variant?: TypographyProps['variant'];
}

/** A date `YYYY-MM-DD` or an instant, written in the language of the screen and in Almaty time. */
export const LocalDateField = ({
  source,
  record,
  showTime = false,
  style = 'short',
  variant = 'body2',
}: Props) => {
  const value: unknown = useFieldValue({ source, record });
  return (
    <Typography component="span" variant={variant} noWrap sx={{ fontVariantNumeric: 'tabular-nums' }}>
      <LocalDate value={typeof value === 'string' ? value : null} showTime={showTime} style={style} />
    </Typography>
  );
};

/** The words alone, in a `time` element. */
export const LocalDate = ({
  value,
  showTime = false,
  style = 'short',
}: {
  value: string | null | undefined;
  showTime?: boolean;
  style?: DateStyle;
}) => {
  const language = useLanguage();
  if (!value) return <>—</>;
  const day = value.length === 10 ? value : dayInAlmaty(value);
  const text =
    showTime && value.length > 10 ? formatInstant(value, language, style) : formatDay(day, language, style);
  return <time dateTime={value}>{text}</time>;
};
