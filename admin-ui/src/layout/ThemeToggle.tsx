import DarkModeOutlined from '@mui/icons-material/DarkModeOutlined';
import LightModeOutlined from '@mui/icons-material/LightModeOutlined';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { useTheme } from '@mui/material/styles';
import { useTheme as useThemeChoice, useTranslate } from 'react-admin';

export const ThemeToggle = () => {
  const dark = useTheme().palette.mode === 'dark';
  const [, choose] = useThemeChoice();
  const translate = useTranslate();
  const name = translate(dark ? 'app.theme.toLight' : 'app.theme.toDark');
  return (
    <Tooltip title={name}>
      <IconButton
        aria-label={name}
        onClick={() => {
          choose(dark ? 'light' : 'dark');
        }}
      >
        {dark ? <LightModeOutlined fontSize="small" /> : <DarkModeOutlined fontSize="small" />}
      </IconButton>
    </Tooltip>
  );
};
