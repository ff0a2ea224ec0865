import MenuIcon from '@mui/icons-material/Menu';
import Box from '@mui/material/Box';
import Divider from '@mui/material/Divider';
import Drawer from '@mui/material/Drawer';
import IconButton from '@mui/material/IconButton';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { Theme } from '@mui/material/styles';
import { Suspense, useState, type ReactNode } from 'react';
import { Loading, SkipNavigationButton, useLocation, useTranslate } from 'react-admin';
import { ErrorBoundary } from './ErrorBoundary';
import { GlobalKeys } from './GlobalKeys';
import { LocalesMenu } from './Locales';
import { NavMenu } from './NavMenu';
import { NextClaimButton } from './NextClaimButton';
import { OfflineBanner } from './OfflineBanner';
import { BANNER_HEIGHT, SandboxBanner, useIsTrial } from './SandboxBanner';
import { PayoutBanner } from './PayoutBanner';
import { SearchField } from './SearchField';
import { ThemeToggle } from './ThemeToggle';
import { useLiveChanges } from './useLiveChanges';

/** The frame: banner, menu at the left, app bar, and the screen. Menu and bar sit on the page's own colour. */
export const AppLayout = ({ children }: { children: ReactNode }) => {
  const { pathname } = useLocation();
  const translate = useTranslate();
  const narrow = useMediaQuery((theme: Theme) => theme.breakpoints.down('md'));
  const workspace = /^\/claims\/(?!create$)[^/]+$/.test(pathname);
  const [drawer, setDrawer] = useState(false);
  const width = workspace ? 56 : 224;
  const above = useIsTrial() ? BANNER_HEIGHT : 0;
  const rest = `calc(100vh - ${String(above)}px)`;
  useLiveChanges();
  const closeDrawer = () => {
    setDrawer(false);
  };
  return (
    <Box sx={{ minHeight: '100vh', bgcolor: 'background.default' }}>
      <SkipNavigationButton />
      <GlobalKeys />
      <SandboxBanner />
      {narrow ? (
        <Drawer
          open={drawer}
          onClose={closeDrawer}
          slotProps={{ paper: { sx: { width: 256, pt: 6.5, bgcolor: 'background.default' } } }}
        >
          <NavMenu rail={false} onGo={closeDrawer} />
        </Drawer>
      ) : null}
      <Box sx={{ display: 'flex', alignItems: 'stretch', minHeight: rest }}>
        {narrow ? null : (
          <Box
            className="no-print"
            sx={{
              width,
              flex: 'none',
              borderRight: 1,
              borderColor: 'divider',
              position: 'sticky',
              top: above,
              height: rest,
              alignSelf: 'flex-start',
            }}
          >
            <NavMenu rail={workspace} />
          </Box>
        )}
        <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' }}>
          <Box
            component="header"
            sx={{
              height: 56,
              px: { xs: 2, md: 3 },
              display: 'flex',
              alignItems: 'center',
              gap: 1.25,
              borderBottom: 1,
              borderColor: 'divider',
              bgcolor: 'background.default',
            }}
          >
            {narrow ? (
              <IconButton
                edge="start"
                aria-label={translate('app.menu.open')}
                onClick={() => {
                  setDrawer(true);
                }}
              >
                <MenuIcon />
              </IconButton>
            ) : null}
            <SearchField />
            <Box sx={{ flex: 1 }} />
            {narrow ? null : (
              <>
                <NextClaimButton />
                <Divider orientation="vertical" flexItem sx={{ my: 1.75 }} />
              </>
            )}
            <LocalesMenu />
            <ThemeToggle />
          </Box>
          <OfflineBanner />
          <PayoutBanner />
          <Box
            component="main"
            id="main-content"
            tabIndex={-1}
            sx={{
              flex: 1,
              width: '100%',
              maxWidth: workspace ? 'none' : 1440,
              mx: 'auto',
              px: { xs: 2, md: 3 },
              py: { xs: 2, md: workspace ? 1.5 : 3 },
              outline: 'none',
            }}
          >
            <ErrorBoundary place={pathname}>
              <Suspense fallback={<Loading />}>{children}</Suspense>
            </ErrorBoundary>
          </Box>
        </Box>
      </Box>
    </Box>
  );
};
