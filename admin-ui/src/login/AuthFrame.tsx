import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import { useTheme } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import { Logo } from '../layout/Logo';
import { SandboxBanner } from '../layout/SandboxBanner';
import { LOCALES } from '../providers/i18nProvider';
import { useTabName } from '../shared/useTabName';

/** The page before the desk: the form at the left, the mark and its promise at the right. */
export const AuthFrame = ({
  title,
  text,
  children,
}: {
  title: string;
  text: string;
  children: ReactNode;
}) => {
  const translate = useTranslate();
  useTabName(title);
  return (
    <Box sx={{ minHeight: '100vh', display: 'flex', flexDirection: 'column', bgcolor: 'background.default' }}>
      <SandboxBanner />
      <Box sx={{ flex: 1, display: 'flex' }}>
        <Box
          component="main"
          sx={{
            width: { xs: '100%', md: 600 },
            px: { xs: 2.5, sm: 11 },
            py: 5,
            display: 'flex',
            flexDirection: 'column',
          }}
        >
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, flexWrap: 'wrap' }}>
            <Logo size={36} />
            <Typography variant="h3" component="div" sx={{ flex: 1 }}>
              {translate('app.name')}
            </Typography>
            <Languages />
          </Box>
          <Box sx={{ my: 'auto', py: 5 }}>
            <Typography variant="h1" sx={{ fontSize: '1.875rem' }}>
              {title}
            </Typography>
            <Typography color="text.secondary" sx={{ mt: 0.75, mb: 3.5 }}>
              {text}
            </Typography>
            {children}
          </Box>
          <Typography variant="caption" color="text.secondary">
            {translate('app.company')}
          </Typography>
        </Box>
        <Motto />
      </Box>
    </Box>
  );
};

const Languages = () => {
  const [locale, setLocale] = useLocaleState();
  const translate = useTranslate();
  return (
    <Box
      role="group"
      aria-label={translate('app.language')}
      data-testid="locales"
      sx={{ display: 'flex', gap: 1.75 }}
    >
      {LOCALES.map((one) => (
        <ButtonBase
          key={one.locale}
          lang={one.locale}
          aria-pressed={one.locale === locale}
          onClick={() => {
            setLocale(one.locale);
          }}
          sx={{
            fontSize: '0.8125rem',
            py: 0.75,
            fontWeight: one.locale === locale ? 600 : 400,
            color: one.locale === locale ? 'text.primary' : 'text.secondary',
            borderBottom: '2px solid',
            borderColor: one.locale === locale ? 'primary.main' : 'transparent',
          }}
        >
          {one.name}
        </ButtonBase>
      ))}
    </Box>
  );
};

const Motto = () => {
  const { hero, mark } = useTheme().palette;
  const translate = useTranslate();
  return (
    <Box
      component="aside"
      aria-label={translate('app.login.motto1')}
      sx={{
        flex: 1,
        display: { xs: 'none', md: 'flex' },
        flexDirection: 'column',
        justifyContent: 'flex-end',
        position: 'relative',
        overflow: 'hidden',
        bgcolor: hero.bg,
        color: hero.fg,
        p: 9,
      }}
    >
      <Box
        component="svg"
        viewBox="0 0 20 18"
        aria-hidden
        focusable="false"
        sx={{ position: 'absolute', top: 24, left: 48, width: 'min(86%, 92vh)', height: 'auto' }}
      >
        <path
          d="M2.2 2.6h8.6a6 6 0 0 1 0 12h-.9"
          fill="none"
          stroke={hero.fg}
          strokeOpacity="0.1"
          strokeWidth="4"
          strokeLinecap="round"
        />
        <circle cx="3.6" cy="14.2" r="3" fill={mark.coin} />
      </Box>
      <Typography
        sx={{
          position: 'relative',
          fontSize: 46,
          lineHeight: 1.18,
          fontWeight: 600,
          letterSpacing: '-0.02em',
        }}
      >
        {translate('app.login.motto1')}
        <br />
        {translate('app.login.motto2')}
      </Typography>
      <Typography sx={{ position: 'relative', mt: 2, color: hero.muted, fontSize: 17 }}>
        {translate('app.login.motto3')}
      </Typography>
    </Box>
  );
};
