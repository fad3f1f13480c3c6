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
  },
  resolve: {
    // Of zod only reading is used here, never the writing of JSON schemas.
    alias: [
      {
        find: /^\.{1,2}\/(?:core\/)?(?:to-json-schema|json-schema-processors)\.js$/,
        replacement: fileURLToPath(new URL('scripts/no-json-schema.mjs', import.meta.url)),
      },
    ],
  },
  server: { host: '127.0.0.1' },
});
