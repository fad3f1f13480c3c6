import { writeFileSync } from 'node:fs';
import { familiesLeftOut, growthOf, largestLeftOut, recordOf } from './beyond.ts';
import { crossValidate } from './cross-validate.ts';
import { fitConstants } from './fit-constants.ts';
import { load } from './load.ts';
import { validationPage } from './page.ts';
import { scoreOf, unseenWidths, widths } from './scores.ts';
import { workedExamples } from './worked.ts';
import { constantsYaml } from './write-constants.ts';

/**
 * `fit` fits the constants to all rows of quality A and B and writes data/training/constants.yaml, then what `score` does;
 * `score` predicts each row by constants fitted without its group and writes docs/reference/training-validation.md;
 * `score FILE` does so for the rows of another table with the same columns, by the shipped constants;
 * `worked` prints the worked examples by the shipped constants.
 */
const [task = 'score', file] = process.argv.slice(2);
const loaded = load(file);
const runs = loaded.runs.filter(({ quality, chip }) => quality !== 'C' && loaded.training.machines.has(chip));
const say = (line: string) => process.stdout.write(`${line}\n`);
const watch = (line: string) => process.stderr.write(`${line}\n`);
const rounds = 7;

/** Everything that is measured by fitting to part of the rows. */
function measure() {
  const scored = crossValidate(runs, loaded, { folds: 20, rounds, watch });
  watch('leaving out the largest runs, families of chips, generations');
  const largest = {
    chips: largestLeftOut(runs, loaded, { part: 'chips', rounds }),
    parameters: largestLeftOut(runs, loaded, { part: 'parameters', rounds }),
  };
  const families = familiesLeftOut(runs, loaded, { by: 'family', rounds });
  const generations = familiesLeftOut(runs, loaded, { by: 'generation', rounds });
  return { scored, largest, families, generations };
}

function page(measured: ReturnType<typeof measure>, known: ReturnType<typeof load>): void {
  writeFileSync('docs/reference/training-validation.md', validationPage(measured, known));
  const { mean, median } = scoreOf(measured.scored.map(({ error }) => error));
  say(`mean error ${mean.toFixed(4)}, median ${median.toFixed(4)}: docs/reference/training-validation.md`);
}

if (task === 'fit') {
  const { constants, rms } = fitConstants(runs, loaded, { rounds: 14 });
  watch(`fitted to ${runs.length} rows, rms ${rms.toFixed(3)}`);
  const measured = measure();
  const { scored, largest, families, generations } = measured;
  const intervals = { ...widths(scored, loaded), ...unseenWidths(families, generations) };
  const growth = {
    chips: growthOf(largest.chips, { intervals, loaded }),
    parameters: growthOf(largest.parameters, { intervals, loaded }),
  };
  const record = { families: recordOf(runs, loaded), growth };
  writeFileSync('data/training/constants.yaml', constantsYaml(constants, { intervals, record }));
  page(measured, load());
} else if (task === 'worked') {
  say(workedExamples(loaded));
} else if (file !== undefined) {
  const { residuals, resolve } = await import('./fit-constants.ts');
  const resolved = resolve(runs, loaded, loaded.training.constants);
  const { rows, mean, median, bias } = scoreOf(residuals(resolved, loaded.training.constants));
  say(`${rows} rows: mean error ${mean.toFixed(4)}, median ${median.toFixed(4)}, bias ${bias.toFixed(4)}`);
} else page(measure(), loaded);
