import { readFileSync, writeFileSync } from 'node:fs';
import type { ServingConstants } from '../../src/serving/constants.ts';
import type { PublishedServing } from '../../src/serving/published.ts';
import { scoreOf } from '../training/scores.ts';
import { type Part, partsOf, type Scored } from './cross-validate.ts';
import { constantsAt, fitConstants, residuals, resolve } from './fit-constants.ts';
import type { Loaded } from './load.ts';
import { widths } from './scores.ts';
import { constantsYaml } from './write-constants.ts';

/** Where the searches of all fits ended: of the one to all rows, which is shipped, and of those that have not seen one fold. */
export interface Fits {
  all: readonly number[];
  folds: readonly { unseen: readonly string[]; steps: readonly number[] }[];
}

const file = 'validation/serving/fits.json';

/** Fits the constants to all rows, and by the same function to all but each fold. */
export function fitAll(
  rows: readonly PublishedServing[],
  loaded: Loaded,
  watch: (line: string) => void = () => {},
): Fits {
  const all = fitConstants(rows, loaded);
  watch(`fitted to ${rows.length} rows`);
  const parts = partsOf(rows);
  const folds = parts.map(({ seen, unseen, without }, fold) => {
    const steps = fitConstants(seen, loaded, without);
    watch(`fold ${fold + 1} of ${parts.length}: fitted to ${seen.length} rows`);
    return { unseen: unseen.map(({ id }) => id), steps };
  });
  return { all, folds };
}

/** Keeps fits, so that pages and tests need not make them again. */
export function keepFits({ all, folds }: Fits): void {
  const lines = folds.map((fold) => `    ${JSON.stringify(fold)}`).join(',\n');
  writeFileSync(file, `{\n  "all": ${JSON.stringify(all)},\n  "folds": [\n${lines}\n  ]\n}\n`);
}

/**
 * The fits that were kept.
 *
 * @throws Error where rows have changed since, so that a fit may have seen what it is scored by
 */
export function keptFits(rows: readonly PublishedServing[]): Fits {
  const fits = JSON.parse(readFileSync(file, 'utf8')) as Fits;
  const idsOf = ({ unseen }: Part) => unseen.map(({ id }) => id).join();
  if (partsOf(rows).some((part, fold) => idsOf(part) !== fits.folds[fold]?.unseen.join())) {
    throw new Error('Rows have changed since the constants were fitted: run `npm run fit:serving`.');
  }
  return fits;
}

/** Every row by the constants of the fit that has not seen its fold. */
export function outOfSample(rows: readonly PublishedServing[], loaded: Loaded, { folds }: Fits): Scored[] {
  return partsOf(rows).flatMap(({ unseen }, fold) =>
    scoredBy(unseen, loaded, constantsAt(folds[fold]!.steps)).map((one) => ({ ...one, fold })),
  );
}

/** The text of data/serving/constants.yaml: the fit to all rows, and how far those to parts of them were off. */
export function shippedYaml(rows: readonly PublishedServing[], loaded: Loaded, fits: Fits): string {
  return constantsYaml(constantsAt(fits.all), widths(outOfSample(rows, loaded, fits), loaded));
}

/** Rows predicted by some constants. */
export function scoredBy(
  rows: readonly PublishedServing[],
  loaded: Loaded,
  constants: ServingConstants,
): Omit<Scored, 'fold'>[] {
  const resolved = resolve(rows, loaded, constants);
  const errors = residuals(resolved, loaded, constants);
  return resolved.map(({ row }, i) => ({ row, error: errors[i]! }));
}

/** Mean errors in words: of the rows that a fit has seen, and of those it has not. */
export function fitWords(rows: readonly PublishedServing[], loaded: Loaded, fits: Fits): string {
  const words = (scored: readonly Pick<Scored, 'error'>[]) => {
    const { mean, median, bias } = scoreOf(scored.map(({ error }) => error));
    return `mean error ${mean.toFixed(4)}, median ${median.toFixed(4)}, bias ${bias.toFixed(4)}`;
  };
  return [
    `in sample: ${words(scoredBy(rows, loaded, constantsAt(fits.all)))}`,
    `out of sample: ${words(outOfSample(rows, loaded, fits))}`,
  ].join('\n');
}
