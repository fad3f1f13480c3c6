import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { scoreOf } from '../training/scores.ts';
import { crossValidate, type Scored } from './cross-validate.ts';
import { fitConstants, residuals, resolve } from './fit-constants.ts';
import { load } from './load.ts';
import { validationPage } from './page.ts';
import { coverage, widths } from './scores.ts';
import { constantsYaml } from './write-constants.ts';

/**
 * `fit` fits the constants to all rows of quality A and B and writes data/serving/constants.yaml;
 * `score` predicts each row by constants fitted without its group and writes docs/reference/serving-validation.md;
 * `score FILE` does so for the rows of another table with the same columns, by the shipped constants.
 */
const [task = 'score', file] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);
const watch = (line: string) => process.stderr.write(`${line}\n`);
const loaded = load(file);
const rows = loaded.rows.filter(({ quality, chip }) => quality !== 'C' && loaded.machines.has(chip));
const folds = { folds: 12, rounds: 8, watch };

if (task === 'fit') {
  const { constants, rms } = fitConstants(rows, loaded, { rounds: 12 });
  watch(`fitted to ${rows.length} rows, rms ${rms.toFixed(3)}`);
  const scored = crossValidate(rows, loaded, folds);
  keep(scored);
  writeFileSync('data/serving/constants.yaml', constantsYaml(constants, widths(scored, loaded)));
} else if (file !== undefined) {
  const resolved = resolve(rows, loaded, loaded.serving.constants);
  const { mean, median, bias } = scoreOf(residuals(resolved, loaded, loaded.serving.constants));
  say(
    `${resolved.length} of ${rows.length} rows: mean error ${mean.toFixed(4)}, median ${median.toFixed(4)}, bias ${bias.toFixed(4)}`,
  );
} else {
  const scored = kept() ?? crossValidate(rows, loaded, folds);
  writeFileSync('docs/reference/serving-validation.md', validationPage(scored, loaded));
  const { mean, median } = scoreOf(scored.map(({ error }) => error));
  say(
    `mean error ${mean.toFixed(4)}, median ${median.toFixed(4)}, coverage ${coverage(scored, loaded).toFixed(3)}: docs/reference/serving-validation.md`,
  );
}

/** Errors of the folds that `fit` has just computed, so that a page can be written again without fitting twelve times. */
function keep(scored: readonly Scored[]): void {
  const short = scored.map(({ row, fold, error }) => ({ id: row.id, fold, error }));
  writeFileSync('validation/serving/folds.json', `${JSON.stringify(short)}\n`);
}

function kept(): Scored[] | undefined {
  if (process.env.REFIT || !existsSync('validation/serving/folds.json')) return undefined;
  const short = JSON.parse(readFileSync('validation/serving/folds.json', 'utf8')) as {
    id: string;
    fold: number;
    error: number;
  }[];
  return short.map(({ id, fold, error }) => ({ row: rows.find((row) => row.id === id)!, fold, error }));
}
