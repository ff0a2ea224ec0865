/** One config, six projects; each kind of test runs alone with --selectProjects. */
const swc = {
  '^.+\\.(t|j)sx?$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', tsx: true, decorators: true },
        transform: {
          legacyDecorator: true,
          decoratorMetadata: true,
          useDefineForClassFields: false,
          react: { runtime: 'automatic' },
        },
      },
      module: { type: 'commonjs' },
    },
  ],
};

/** ESM-only packages that jest must compile because it cannot require() them. */
const ESM_ONLY = ['react-hotkeys-hook', 'uuidv7', '@hyzyla/pdfium'];

const node = {
  testEnvironment: 'node',
  transform: swc,
  transformIgnorePatterns: [`/node_modules/(?!(${ESM_ONLY.join('|')})/)`],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
};

const serverTests = [
  '<rootDir>/server/{features,http,adapters/db,testing}/**/*.test.ts',
  '<rootDir>/server/*.test.ts',
  '<rootDir>/server/demo/*.test.ts',
];

module.exports = {
  testTimeout: 30_000,
  projects: [
    {
      ...node,
      displayName: 'kernel',
      testMatch: [
        '<rootDir>/server/domain/**/*.test.ts',
        '<rootDir>/server/adapters/{gateway,storage,rendering,pdf,clock,mail,mailbox,sandbox}/**/*.test.ts',
        '<rootDir>/scripts/**/*.test.ts',
        '<rootDir>/server/demo/*/**/*.test.ts',
      ],
    },
    {
      ...node,
      displayName: 'server-sqlite',
      globals: { TEST_ENGINE: 'sqlite' },
      globalSetup: '<rootDir>/server/testing/sqlite-setup.ts',
      globalTeardown: '<rootDir>/server/testing/sqlite-teardown.ts',
      testMatch: serverTests,
    },
    {
      ...node,
      displayName: 'server-postgres',
      globals: { TEST_ENGINE: 'postgres' },
      globalSetup: '<rootDir>/server/testing/postgres-setup.ts',
      globalTeardown: '<rootDir>/server/testing/postgres-teardown.ts',
      testMatch: serverTests,
    },
    {
      ...node,
      displayName: 'ui',
      testEnvironment: '<rootDir>/admin-ui/jest-env.cjs',
      setupFilesAfterEnv: ['<rootDir>/admin-ui/jest-setup.ts'],
      moduleNameMapper: { '\\.(css|svg|woff2?)$': '<rootDir>/admin-ui/jest-style-stub.cjs' },
      testMatch: ['<rootDir>/admin-ui/src/**/*.test.{ts,tsx}'],
    },
    {
      ...node,
      displayName: 'chaos',
      testMatch: ['<rootDir>/scripts/chaos/**/*.test.ts'],
    },
    {
      ...node,
      displayName: 'e2e',
      globalSetup: '<rootDir>/admin-ui/e2e/demo-setup.ts',
      globalTeardown: '<rootDir>/admin-ui/e2e/demo-teardown.ts',
      testMatch: ['<rootDir>/admin-ui/e2e/**/*.test.ts'],
    },
  ],
};
