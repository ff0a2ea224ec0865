import { useTheme } from '@mui/material/styles';

/** The mark: a path that comes back, with the coin at its end. Decorative; the name stands beside it. */
export const Logo = ({ size = 32 }: { size?: number }) => {
  const { mark } = useTheme().palette;
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false">
      <rect width="32" height="32" rx="8" fill="#0E5966" />
      <path
        d="M8 9.25h9a6.875 6.875 0 0 1 0 13.75h-1"
        fill="none"
        stroke="#fff"
        strokeWidth="4.25"
        strokeLinecap="round"
      />
      <circle cx="9" cy="23" r="3.25" fill={mark.coin} />
    </svg>
  );
};

/** The large pale drawing of empty screens. */
export const MarkDrawing = ({ width = 172 }: { width?: number }) => {
  const { palette } = useTheme();
  return (
    <svg width={width} viewBox="5 5 21 22" aria-hidden focusable="false">
      <path
        d="M8 9.25h9a6.875 6.875 0 0 1 0 13.75h-1"
        fill="none"
        stroke={palette.primary.soft}
        strokeWidth="2.4"
        strokeLinecap="round"
      />
      <circle cx="10.5" cy="23" r="1.8" fill={palette.mark.coin} />
    </svg>
  );
};
