import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const script = (name: string): string => fileURLToPath(new URL(`scripts/${name}.mjs`, import.meta.url));

/** Kernels as the letters of their bytes, which are packed better on the way than base 64; `compiledModule` reads base 64. */
const kernels = (): Plugin => ({
  name: 'kernels',
  transform: (code, id) => {
    if (!id.endsWith('.wasm.ts')) return null;
    const text = [...code.matchAll(/['"]([A-Za-z0-9+/=]+)['"]/g)].map(([, line]) => line).join('');
    const [, name] = /export const (\w+)/.exec(code) ?? [];
    const letters = Buffer.from(text, 'base64').toString('latin1');
    return { code: `export const ${name} = btoa(${JSON.stringify(letters)});`, map: null };
  },
});

export default defineConfig({
  plugins: [kernels()],
  worker: { plugins: () => [kernels()] },
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
    ],
  },
  server: { host: '127.0.0.1' },
});
