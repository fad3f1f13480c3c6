import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** What puts something else in the place of a module for all who import it. */
const alone = ['test/dossier/load-forbidden.test.ts'];

/** The other files of a worker share what they import: no test changes a module, and the order of files does not matter. */
const together = { include: ['test/**/*.test.ts'], exclude: alone, isolate: false };

export default defineConfig({
  test: {
    projects: [
      { extends: true, test: { name: 'together', ...together } },
      { extends: true, test: { name: 'alone', include: alone } },
    ],
    testTimeout: 240_000,
    hookTimeout: 240_000,
    pool: 'threads',
    maxWorkers: availableParallelism(), // one fewer by default, which on two cores is one
    reporters: ['default'],
  },
});
