import ExpandMore from '@mui/icons-material/ExpandMore';
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import { LOCALES } from '../providers/i18nProvider';

const SHORT: Record<string, string> = { kk: 'ҚАЗ', ru: 'РУС', en: 'ENG' };

/** The language of the screen, for the app bar. Each language is named in itself. */
export const LocalesMenu = () => {
  const [locale, setLocale] = useLocaleState();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const translate = useTranslate();
  return (
    <>
      <Button
        data-testid="locales"
        color="inherit"
        size="small"
        aria-label={`${translate('app.language')}: ${LOCALES.find((one) => one.locale === locale)?.name ?? ''}`}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        endIcon={<ExpandMore />}
        onClick={(event) => {
          setAnchor(event.currentTarget);
        }}
      >
        {SHORT[locale] ?? locale}
      </Button>
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => {
          setAnchor(null);
        }}
      >
        {LOCALES.map((one) => (
          <MenuItem
            key={one.locale}
            lang={one.locale}
            selected={one.locale === locale}
            onClick={() => {
              setAnchor(null);
              setLocale(one.locale);
            }}
          >
            {one.name}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
};
