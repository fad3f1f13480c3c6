import { writeFileSync } from 'node:fs';
import { recordOf } from '../../src/serving/record.ts';
import { scoreOf } from '../training/scores.ts';
import { answersOf, keepAnswers, keptAnswers } from './answers.ts';
import { fitAll, fitWords, keepFits, keptFits, outOfSample, scoredBy, shippedYaml } from './fits.ts';
import { heldOutCsv, heldOutFile } from './held-out.ts';
import { load, scorable } from './load.ts';
import { validationPage } from './page.ts';
import { classed, coverage } from './scores.ts';

/**
 * `fit` fits the constants to all rows of quality A and B, writes them to data/serving/constants.yaml, and does the same without each
 * fold of them, then what `answers` and `score` do;
 * `answers` asks `serve` for what was published, each by a fit that has not seen it, and writes the widths of its intervals;
 * `score` predicts each row by the fit that has not seen its group and writes docs/reference/serving-validation.md;
 * `score FILE` predicts the rows of another table with the same columns by the shipped constants.
 */
const [task = 'score', file] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);
const watch = (line: string) => process.stderr.write(`${line}\n`);
const loaded = load(file);
const rows = scorable(loaded);

if (task === 'fit') {
  keepFits(fitAll(rows, loaded, watch));
  answer();
  page();
} else if (task === 'answers') answer();
else if (file === undefined) page();
else {
  const scored = scoredBy(rows, loaded, loaded.serving.constants);
  const { mean, median, bias } = scoreOf(scored.map(({ error }) => error));
  say(
    `${scored.length} of ${rows.length} rows: mean error ${mean.toFixed(4)}, median ${median.toFixed(4)}, bias ${bias.toFixed(4)}`,
  );
}

/** Asks `serve` for what was published, and writes the constants with the intervals of these answers. */
function answer(): void {
  const fits = keptFits(rows);
  const record = recordOf(rows, loaded.machines);
  const answers = answersOf(rows, { ...loaded, serving: { ...loaded.serving, record } }, fits);
  keepAnswers(answers);
  writeFileSync('data/serving/constants.yaml', shippedYaml(rows, loaded, { fits, answers }));
  watch(`asked ${answers.length} questions`);
}

function page(): void {
  const known = load();
  const fits = keptFits(rows);
  const scored = outOfSample(rows, known, fits);
  const answers = keptAnswers();
  writeFileSync('docs/reference/serving-validation.md', validationPage({ scored, answers, fits }, known));
  writeFileSync(heldOutFile, heldOutCsv(scored));
  say(fitWords(rows, known, fits));
  say(`coverage ${coverage(classed(scored)).toFixed(3)}: docs/reference/serving-validation.md`);
}
