import { Suspense } from 'react';
import { Admin, CustomRoutes, Resource } from 'react-admin';
import { Route } from 'react-router-dom';
import { AppLayout } from './layout/AppLayout';
import { AccessDenied, NotFound } from './layout/NoEntry';
import { Notices } from './layout/Notices';
import { LoginPage } from './login/LoginPage';
import { authProvider } from './providers/authProvider';
import { dataProvider } from './providers/dataProvider';
import { i18nProvider } from './providers/i18nProvider';
import { DashboardScreen, OUTSIDE, RESOURCES, SCREENS } from './resources';
import { darkTheme, lightTheme } from './theme/theme';

/** Composition root of the desk. Nothing is reported to anybody outside (`disableTelemetry`). */
export const App = () => (
  <Admin
    title="Qaitarym"
    requireAuth
    disableTelemetry
    layout={AppLayout}
    loginPage={LoginPage}
    notification={Notices}
    accessDenied={AccessDenied}
    catchAll={NotFound}
    dashboard={DashboardScreen}
    dataProvider={dataProvider}
    authProvider={authProvider}
    i18nProvider={i18nProvider}
    lightTheme={lightTheme}
    darkTheme={darkTheme}
  >
    {RESOURCES.map((resource) => (
      <Resource key={resource.name} {...resource} />
    ))}
    <CustomRoutes>
      {SCREENS.map(({ path, screen: Screen }) => (
        <Route key={path} path={path} element={<Screen />} />
      ))}
    </CustomRoutes>
    <CustomRoutes noLayout>
      {OUTSIDE.map(({ path, screen: Screen }) => (
        <Route
          key={path}
          path={path}
          element={
            <Suspense fallback={null}>
              <Screen />
            </Suspense>
          }
        />
      ))}
    </CustomRoutes>
  </Admin>
);
