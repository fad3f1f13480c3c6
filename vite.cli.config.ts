import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const entry = (name: string): string => fileURLToPath(new URL(`src/cli/${name}.ts`, import.meta.url));

/** What the verdict needs, with all that it imports, is one chunk. */
const verdict = /[/\\]cli[/\\](?:library|run|verbs[/\\]assess)\.ts$/;

/** The command line and its threads in few files: a thousand small ones take a third of a second to find and open. */
export default defineConfig({
  build: {
    ssr: true,
    outDir: fileURLToPath(new URL('dist/cli', import.meta.url)),
    emptyOutDir: false,
    target: 'node20',
    minify: false,
    rollupOptions: {
      input: Object.fromEntries(['start', 'thread', 'answer-thread'].map((name) => [name, entry(name)])),
      // Flat beside the entries, for code that finds files from where it stands.
      output: {
        format: 'cjs',
        entryFileNames: '[name].cjs',
        chunkFileNames: 'chunk-[name].cjs',
        codeSplitting: { groups: [{ name: 'verdict', test: verdict, includeDependenciesRecursively: true }] },
      },
    },
  },
  ssr: { noExternal: true },
});
