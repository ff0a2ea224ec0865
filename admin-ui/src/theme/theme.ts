import type { ThemeOptions } from '@mui/material/styles';
import './augment';
import { darkColours, lightColours } from './colours';
import { components } from './components';
import { typography } from './typography';

/** Paper, ink and one coin, by day. */
export const lightTheme: ThemeOptions = themeOf('light', lightColours, {
  menu: '0 6px 20px rgba(20,30,33,.12), 0 1px 3px rgba(20,30,33,.10)',
  dialog: '0 24px 64px rgba(20,30,33,.24)',
});

/** The same desk at night. */
export const darkTheme: ThemeOptions = themeOf('dark', darkColours, {
  menu: '0 8px 24px rgba(0,0,0,.5)',
  dialog: '0 24px 64px rgba(0,0,0,.6)',
});

type Colours = typeof lightColours | typeof darkColours;

function themeOf(
  mode: 'light' | 'dark',
  colours: Colours,
  shadows: { menu: string; dialog: string },
): ThemeOptions {
  return {
    palette: { mode, ...colours },
    typography,
    spacing: 8,
    shape: { borderRadius: 6 },
    // react-admin reads these two for its drawer.
    sidebar: { width: 224, closedWidth: 56 },
    components: components(colours, shadows),
  };
}
