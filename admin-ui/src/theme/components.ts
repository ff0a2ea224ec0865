import type { ThemeOptions } from '@mui/material/styles';
import type { darkColours, lightColours } from './colours';

type Colours = typeof lightColours | typeof darkColours;

/** How MUI and react-admin parts look on this desk: hairlines instead of shadows, labels above fields. */
export function components(
  c: Colours,
  shadows: { menu: string; dialog: string },
): ThemeOptions['components'] {
  const hairline = `1px solid ${c.divider}`;
  return {
    MuiCssBaseline: {
      styleOverrides: {
        body: { backgroundColor: c.background.default },
        '*:focus-visible': { outline: `2px solid ${c.border.focus}`, outlineOffset: 2 },
        '@media (prefers-reduced-motion: reduce)': {
          '*': { animation: 'none !important', transition: 'none !important' },
        },
        '@media print': { 'nav, header, .no-print': { display: 'none !important' } },
      },
    },
    MuiButtonBase: {
      defaultProps: { disableRipple: true },
      styleOverrides: { root: { fontFamily: 'inherit' } },
    },
    MuiButton: {
      defaultProps: { disableElevation: true },
      styleOverrides: {
        root: { minHeight: 36, borderRadius: 6, paddingInline: 16 },
        sizeSmall: { minHeight: 32, paddingInline: 10, fontSize: '0.8125rem' },
        sizeLarge: { minHeight: 44 },
        outlined: {
          borderColor: c.divider,
          backgroundColor: c.background.paper,
          '&:hover': { borderColor: c.border.control, backgroundColor: c.background.paper },
        },
        outlinedPrimary: { color: c.text.primary },
        text: { paddingInline: 8 },
      },
    },
    MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' } } },
    MuiCard: {
      defaultProps: { elevation: 0 },
      styleOverrides: { root: { border: hairline, borderRadius: 10 } },
    },
    MuiDialog: {
      styleOverrides: {
        paper: {
          borderRadius: 14,
          boxShadow: shadows.dialog,
          border: hairline,
          // The sandbox banner stays above dialogs and takes two lines on phones: a tall one begins under it.
          maxHeight: 'calc(100% - 112px)',
        },
      },
    },
    MuiDialogTitle: {
      styleOverrides: { root: { fontSize: '1.25rem', fontWeight: 600, padding: '20px 24px 8px' } },
    },
    MuiDialogActions: { styleOverrides: { root: { padding: '12px 24px 20px', gap: 4 } } },
    MuiMenu: { styleOverrides: { paper: { boxShadow: shadows.menu, border: hairline, borderRadius: 10 } } },
    MuiPopover: {
      styleOverrides: { paper: { boxShadow: shadows.menu, border: hairline, borderRadius: 10 } },
    },
    MuiTooltip: {
      styleOverrides: {
        tooltip: { fontSize: '0.75rem', backgroundColor: c.text.primary, color: c.background.default },
      },
    },
    MuiTextField: { defaultProps: { variant: 'outlined', size: 'small', margin: 'none' } },
    MuiFormControl: { defaultProps: { margin: 'none', size: 'small', variant: 'outlined' } },
    // Labels stand above their field and never float over what is typed.
    MuiInputLabel: {
      defaultProps: { shrink: true },
      styleOverrides: {
        root: {
          position: 'static',
          transform: 'none',
          fontSize: '0.8125rem',
          fontWeight: 500,
          lineHeight: 1.3846,
          marginBottom: 6,
          maxWidth: 'none',
          whiteSpace: 'normal',
          color: c.text.secondary,
          '&.Mui-focused': { color: c.text.secondary },
        },
      },
    },
    MuiOutlinedInput: {
      defaultProps: { notched: false },
      styleOverrides: {
        root: {
          backgroundColor: c.background.paper,
          minHeight: 40,
          '& .MuiOutlinedInput-notchedOutline': { borderColor: c.border.control, top: 0 },
          '& .MuiOutlinedInput-notchedOutline legend': { display: 'none' },
          '@media (max-width:899.95px)': { fontSize: '1rem' },
        },
      },
    },
    // Required is the rule here; only optional fields say so.
    MuiFormLabel: { styleOverrides: { asterisk: { display: 'none' } } },
    MuiFormHelperText: { styleOverrides: { root: { marginInline: 0, fontSize: '0.75rem' } } },
    MuiCheckbox: { defaultProps: { size: 'small' } },
    MuiChip: { styleOverrides: { root: { borderRadius: 5, fontWeight: 500 } } },
    MuiTabs: { styleOverrides: { root: { minHeight: 40 }, indicator: { height: 2 } } },
    MuiTab: {
      styleOverrides: {
        root: {
          minHeight: 40,
          minWidth: 0,
          padding: '8px 12px',
          color: c.text.secondary,
          '&.Mui-selected': { color: c.text.primary },
        },
      },
    },
    MuiTableCell: {
      styleOverrides: {
        root: { borderBottom: hairline, padding: '8px 12px' },
        head: {
          fontSize: '0.8125rem',
          fontWeight: 500,
          color: c.text.secondary,
          height: 38,
          paddingBlock: 4,
        },
      },
    },
    MuiTableRow: {
      styleOverrides: {
        root: {
          '&.Mui-selected, &.Mui-selected:hover': { backgroundColor: c.action.selected },
          '&:focus-within': { boxShadow: `inset 3px 0 0 ${c.border.focus}` },
        },
      },
    },
    MuiAlert: { styleOverrides: { root: { borderRadius: 10 } } },
    MuiSnackbarContent: {
      styleOverrides: {
        root: { backgroundColor: c.text.primary, color: c.background.default, borderRadius: 6 },
      },
    },
    MuiLink: { defaultProps: { underline: 'hover' } },
    MuiIconButton: { styleOverrides: { root: { borderRadius: 6, color: c.action.active } } },
  };
}
