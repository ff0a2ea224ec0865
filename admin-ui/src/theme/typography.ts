import type { ThemeOptions } from '@mui/material/styles';

/** Onest covers every Kazakh letter and ₸; nothing on screen is smaller than 12 px. */
export const typography: ThemeOptions['typography'] = {
  fontFamily: "'Onest Variable', 'Onest', system-ui, sans-serif",
  fontSize: 14,
  fontWeightRegular: 400,
  fontWeightMedium: 500,
  fontWeightBold: 600,
  h1: { fontSize: '1.5rem', lineHeight: 1.25, fontWeight: 600, letterSpacing: '-0.015em' },
  h2: { fontSize: '1.5rem', lineHeight: 1.25, fontWeight: 600, letterSpacing: '-0.015em' },
  h3: { fontSize: '1.25rem', lineHeight: 1.3, fontWeight: 600, letterSpacing: '-0.01em' },
  h4: { fontSize: '1.0625rem', lineHeight: 1.4118, fontWeight: 600, letterSpacing: '-0.005em' },
  h5: { fontSize: '0.9375rem', lineHeight: 1.4667, fontWeight: 600 },
  h6: { fontSize: '0.875rem', lineHeight: 1.4286, fontWeight: 600 },
  subtitle1: { fontSize: '0.9375rem', lineHeight: 1.4667, fontWeight: 500 },
  subtitle2: { fontSize: '0.8125rem', lineHeight: 1.3846, fontWeight: 600 },
  body1: { fontSize: '0.9375rem', lineHeight: 1.4667 },
  body2: { fontSize: '0.875rem', lineHeight: 1.4286 },
  button: { fontSize: '0.875rem', lineHeight: 1.4286, fontWeight: 500, textTransform: 'none' },
  caption: { fontSize: '0.75rem', lineHeight: 1.3333 },
  overline: { fontSize: '0.75rem', lineHeight: 1.3333, fontWeight: 500, textTransform: 'none' },
  figure: {
    fontSize: '2.125rem',
    lineHeight: 1.1176,
    fontWeight: 600,
    letterSpacing: '-0.025em',
    fontVariantNumeric: 'tabular-nums',
  },
};
