import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What puts something else in the place of a module for all who import it. */
const alone = ['test/dossier/load-forbidden.test.ts'];

/** The other files of a worker share what they import: no test changes a module, and the order of files does not matter. */
const together = { include: ['test/**/*.test.ts'], exclude: alone, isolate: false };

/** Files with a browser take longest: they come first, lest one core wait at the end for the last of them. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => moduleId.includes('/test/browser/');
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

const isShuffled = process.argv.some((word) => word.startsWith('--sequence.shuffle'));

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
    sequence: isShuffled ? {} : { sequencer: LongestFirst },
    reporters: ['default'],
  },
});
