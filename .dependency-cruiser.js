/** The arrows of docs/architecture.md, as rules. */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: '\\.test\\.tsx?$' },
  to: { path: '^(server|admin-ui|scripts)/', pathNot: allowed },
});

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    only('domain-is-closed', '^server/domain/', '^server/domain/', 'The kernel imports only itself.'),
    {
      name: 'domain-has-no-packages',
      severity: 'error',
      from: { path: '^server/domain/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['npm', 'core'] },
    },
    only(
      'ports-know-the-kernel',
      '^server/(ports|gateway-port|mailbox-port)\\.ts$',
      '^server/(domain/|gateway-port\\.ts|mailbox-port\\.ts)',
      'Ports are types over the kernel.',
    ),
    only(
      'adapters-know-ports',
      '^server/adapters/',
      '^server/(adapters|domain)/|^server/(ports|gateway-port|mailbox-port)\\.ts$',
      'Adapters make ports real.',
    ),
    only(
      'http-knows-no-feature',
      '^server/http/',
      '^server/(http|domain|adapters/db)/|^server/(ports|gateway-port|mailbox-port)\\.ts$',
      'HTTP helpers serve features, not the other way.',
    ),
    only(
      'features-stay-inside',
      '^server/features/',
      '^server/(features|http|domain|adapters/db)/|^server/(ports|gateway-port|mailbox-port)\\.ts$',
      'Features use ports, http and the database helpers; never another adapter.',
    ),
    {
      name: 'features-meet-at-the-front-door',
      severity: 'error',
      from: { path: '^server/features/([^/]+)/', pathNot: '\\.test\\.ts$' },
      to: {
        path: '^server/features/([^/]+)/',
        pathNot: ['^server/features/$1/', '^server/features/[^/]+/index\\.ts$'],
      },
    },
    only(
      'ui-knows-the-kernel',
      '^admin-ui/src/',
      '^admin-ui/src/|^server/domain/',
      'The panel shares the kernel only.',
    ),
    {
      name: 'sandbox-shares-nothing',
      severity: 'error',
      from: { path: '^scripts/sandbox/' },
      to: { path: '^(server|admin-ui)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    exclude: { path: '(^|/)dist/' },
  },
};
