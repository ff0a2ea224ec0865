import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * The desk is built to `dist/admin-ui`, which the server hands out at `/`. In development Vite serves the
 * screens and passes everything else to the server on port 3000, so cookies stay same-origin.
 */
export default defineConfig({
  root: 'admin-ui',
  plugins: [react()],
  server: {
    port: 5173,
    proxy: { '/api': 'http://127.0.0.1:3000', '/webhooks': 'http://127.0.0.1:3000' },
  },
  build: {
    outDir: '../dist/admin-ui',
    emptyOutDir: true,
    target: 'es2022',
    // react-admin and MUI are needed by every screen and stay in one long-lived chunk of their own.
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      treeshake: {
        // Packages that only declare things but do not say so: what nobody uses of them is left out.
        moduleSideEffects: [
          {
            test: /node_modules\/(dompurify|lodash|inflection|diacritic|query-string)\//,
            sideEffects: false,
          },
        ],
      },
    },
  },
});
