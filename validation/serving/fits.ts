import { readFileSync, writeFileSync } from 'node:fs';
import type { ServingConstants } from '../../src/serving/constants.ts';
import type { PublishedServing } from '../../src/serving/published.ts';
import { recordOf } from '../../src/serving/record.ts';
import { scoreOf } from '../training/scores.ts';
import { type Part, partsOf, type Scored, wholesOf } from './cross-validate.ts';
import { constantsAt, fitConstants, residuals, resolve } from './fit-constants.ts';
import type { Loaded } from './load.ts';
import { type Classed, classed, countsOf, widths } from './scores.ts';
import { constantsYaml } from './write-constants.ts';

/** Where a search ended, and the rows that it has not seen. */
interface Ended {
  unseen: readonly string[];
  steps: readonly number[];
}

/**
 * Where the searches of all fits ended: of the one to all rows, which is shipped, of those that have not seen one fold, and of those
 * that have not seen a whole source or kindred of models.
 */
export interface Fits {
  all: readonly number[];
  folds: readonly Ended[];
  wholes: readonly Ended[];
}

const file = 'validation/serving/fits.json';

/** Fits the constants to all rows, and by the same function to all but each fold, source and kindred of models. */
export function fitAll(
  rows: readonly PublishedServing[],
  loaded: Loaded,
  watch: (line: string) => void = () => {},
): Fits {
  const all = fitConstants(rows, loaded);
  watch(`fitted to ${rows.length} rows`);
  const ended = ({ seen, unseen, without }: Part) => {
    const steps = fitConstants(seen, loaded, without);
    watch(`fitted to ${seen.length} rows, without ${unseen.length}`);
    return { unseen: unseen.map(({ id }) => id), steps };
  };
  return { all, folds: partsOf(rows).map(ended), wholes: wholesOf(rows).map(ended) };
}

/** Keeps fits, so that pages and tests need not make them again. */
export function keepFits({ all, folds, wholes }: Fits): void {
  const lines = (of: readonly Ended[]) => of.map((one) => `    ${JSON.stringify(one)}`).join(',\n');
  const parts = [
    `  "all": ${JSON.stringify(all)}`,
    `  "folds": [\n${lines(folds)}\n  ]`,
    `  "wholes": [\n${lines(wholes)}\n  ]`,
  ];
  writeFileSync(file, `{\n${parts.join(',\n')}\n}\n`);
}

/**
 * The fits that were kept.
 *
 * @throws Error where rows have changed since, so that a fit may have seen what it is scored by
 */
export function keptFits(rows: readonly PublishedServing[]): Fits {
  const fits = JSON.parse(readFileSync(file, 'utf8')) as Fits;
  const idsOf = ({ unseen }: Part) => unseen.map(({ id }) => id).join();
  const differ = (parts: readonly Part[], ended: readonly Ended[]) =>
    parts.some((part, i) => idsOf(part) !== ended[i]?.unseen.join());
  if (differ(partsOf(rows), fits.folds) || differ(wholesOf(rows), fits.wholes)) {
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

/** The text of data/serving/constants.yaml: the fit to all rows, and how far answers by those to parts of them were off. */
export function shippedYaml(
  rows: readonly PublishedServing[],
  loaded: Loaded,
  { fits, answers }: { fits: Fits; answers: readonly Classed[] },
): string {
  const phases = classed(outOfSample(rows, loaded, fits)).filter((one) => one.class === 'phase');
  // Judged: of these nobody has published enough rates to measure anything.
  const judged = { 'none-dense': 0.35, 'none-experts': 0.45, none: 0.5 };
  return constantsYaml(constantsAt(fits.all), {
    intervals: { ...widths(answers), phase: widths(phases).phase!, ...judged },
    intervalRates: countsOf([...answers, ...phases]),
    record: recordOf(rows, loaded.machines),
  });
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
