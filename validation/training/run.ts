import { writeFileSync } from 'node:fs';
import { crossValidate } from './cross-validate.ts';
import { fitConstants } from './fit-constants.ts';
import { load } from './load.ts';
import { validationPage } from './page.ts';
import { scoreOf, widths } from './scores.ts';
import { constantsYaml } from './write-constants.ts';

/**
 * `fit` fits the constants to all rows of quality A and B and writes data/training/constants.yaml;
 * `score` predicts each row by constants fitted without its group and writes docs/reference/training-validation.md;
 * `score FILE` does so for the rows of another table with the same columns, by the shipped constants.
 */
const [task = 'score', file] = process.argv.slice(2);
const loaded = load(file);
const runs = loaded.runs.filter(({ quality, chip }) => quality !== 'C' && loaded.training.machines.has(chip));
const say = (line: string) => process.stdout.write(`${line}\n`);
const watch = (line: string) => process.stderr.write(`${line}\n`);
const folds = { folds: 20, rounds: 7, watch };

if (task === 'fit') {
  const { constants, rms } = fitConstants(runs, loaded, { rounds: 14 });
  watch(`fitted to ${runs.length} rows, rms ${rms.toFixed(3)}`);
  const intervals = widths(crossValidate(runs, loaded, folds), loaded);
  writeFileSync('data/training/constants.yaml', constantsYaml(constants, intervals));
} else if (file !== undefined) {
  const { residuals, resolve } = await import('./fit-constants.ts');
  const resolved = resolve(runs, loaded, loaded.training.constants);
  const { rows, mean, median, bias } = scoreOf(residuals(resolved, loaded.training.constants));
  say(`${rows} rows: mean error ${mean.toFixed(4)}, median ${median.toFixed(4)}, bias ${bias.toFixed(4)}`);
} else {
  const scored = crossValidate(runs, loaded, folds);
  writeFileSync('docs/reference/training-validation.md', validationPage(scored, loaded));
  const { mean, median } = scoreOf(scored.map(({ error }) => error));
  say(JSON.stringify(widths(scored, loaded)));
  say(`mean error ${mean.toFixed(4)}, median ${median.toFixed(4)}: docs/reference/training-validation.md`);
}
