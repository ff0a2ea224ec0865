import type React from 'react';
import '@mui/material/styles';

/** Ground, text and edge of one kind of deadline chip. */
export interface ChipColours {
  fg: string;
  bg: string;
  border: string;
}

export type DeadlineTone = 'safe' | 'soon' | 'overdue' | 'paused' | 'met';

/** Colours that the desk adds to MUI's palette. */
export interface DeskColours {
  border: { control: string; focus: string };
  mark: { tile: string; stroke: string; coin: string };
  hero: { bg: string; fg: string; muted: string };
  sandbox: { fg: string; bg: string; stripe: string };
  internalNote: { bg: string; border: string; fg: string };
  chart: readonly string[];
  /** The series that is not the reader's own. */
  chartQuiet: string;
  deadline: Record<DeadlineTone, ChipColours>;
  claimState: Record<string, string>;
}

declare module '@mui/material/styles' {
  interface TypeBackground {
    sunken: string;
    cell: string;
    raised: string;
  }
  interface PaletteColor {
    soft?: string;
    softText?: string;
  }
  interface SimplePaletteColorOptions {
    soft?: string;
    softText?: string;
  }
  interface Palette extends DeskColours {
    mode: 'light' | 'dark';
  }
  interface PaletteOptions extends Partial<DeskColours> {
    mode?: 'light' | 'dark';
  }
  interface TypographyVariants {
    figure: React.CSSProperties;
  }
  interface TypographyVariantsOptions {
    figure?: React.CSSProperties;
  }
}

declare module '@mui/material/Typography' {
  interface TypographyPropsVariantOverrides {
    figure: true;
  }
}
