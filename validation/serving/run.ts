import { writeFileSync } from 'node:fs';
import { scoreOf } from '../training/scores.ts';
import {
  type Fits,
  fitAll,
  fitWords,
  keepFits,
  keptFits,
  outOfSample,
  scoredBy,
  shippedYaml,
} from './fits.ts';
import { heldOutCsv, heldOutFile } from './held-out.ts';
import { load, scorable } from './load.ts';
import { validationPage } from './page.ts';
import { coverage } from './scores.ts';

/**
 * `fit` fits the constants to all rows of quality A and B, writes them to data/serving/constants.yaml, and does the same without each
 * fold of them, then what `score` does;
 * `score` predicts each row by the fit that has not seen its group and writes docs/reference/serving-validation.md;
 * `score FILE` predicts the rows of another table with the same columns by the shipped constants.
 */
const [task = 'score', file] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);
const watch = (line: string) => process.stderr.write(`${line}\n`);
const loaded = load(file);
const rows = scorable(loaded);

if (task === 'fit') {
  const fits = fitAll(rows, loaded, watch);
  keepFits(fits);
  writeFileSync('data/serving/constants.yaml', shippedYaml(rows, loaded, fits));
  page(fits);
} else if (file === undefined) page(keptFits(rows));
else {
  const scored = scoredBy(rows, loaded, loaded.serving.constants);
  const { mean, median, bias } = scoreOf(scored.map(({ error }) => error));
  say(
    `${scored.length} of ${rows.length} rows: mean error ${mean.toFixed(4)}, median ${median.toFixed(4)}, bias ${bias.toFixed(4)}`,
  );
}

function page(fits: Fits): void {
  const known = load();
  const scored = outOfSample(rows, known, fits);
  writeFileSync('docs/reference/serving-validation.md', validationPage(scored, known, fits));
  writeFileSync(heldOutFile, heldOutCsv(scored));
  say(fitWords(rows, known, fits));
  say(`coverage ${coverage(scored, known).toFixed(3)}: docs/reference/serving-validation.md`);
}
