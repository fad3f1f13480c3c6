import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const script = (name: string): string => fileURLToPath(new URL(`scripts/${name}.mjs`, import.meta.url));

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
    alias: [
      { find: /^d3-(?:interpolate|format)$/, replacement: script('numbers-only') },
      { find: /^\.\.\/strings\/usual\.ts$/, replacement: script('no-usual-language') },
      {
        find: /^\.\/yaml-1\.1\/(?:binary|omap|schema|set|timestamp)\.js$/,
        replacement: script('no-yaml-1-1'),
      },
    ],
  },
  server: { host: '127.0.0.1' },
});
