import { dayInAlmaty, formatDay, formatInstant, type DateStyle } from './format';
import { useLanguage } from './useLanguage';

/** A date `YYYY-MM-DD` or an instant in the language of the screen and in Almaty time, in a `time` element. */
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
