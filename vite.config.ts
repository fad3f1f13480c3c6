import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

export default defineConfig({
  root: fileURLToPath(new URL('src/web', import.meta.url)),
  build: {
    outDir: fileURLToPath(new URL('dist/web', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    assetsInlineLimit: 0,
    // Modules of the app and of d3 do nothing when they are read but define: what nobody uses is left out.
    rolldownOptions: { treeshake: { propertyReadSideEffects: false, propertyWriteSideEffects: false } },
  },
  resolve: {
    alias: Object.fromEntries(
      ['d3-interpolate', 'd3-format'].map((name) => [
        name,
        fileURLToPath(new URL('scripts/numbers-only.mjs', import.meta.url)),
      ]),
    ),
  },
  server: { host: '127.0.0.1' },
});
