import type { KindRow, Results, ScoreRow, Story } from '../../backtest/results.ts';
import { stages } from '../../installed/world.ts';
import { percent } from '../amount.ts';
import {
  hindsightSentence,
  kindSentences,
  lossSentences,
  skillWithin,
  standingSentences,
  strictOf,
  thinSentence,
  three,
  within,
} from '../backtest-words.ts';
import { en } from '../strings/en.ts';
import { backtestScreenWords } from '../strings/screen-words.ts';
import { escaped, markdownTable } from './table.ts';

/** The page of the backtest in the docs, in English. */
export function backtestPage(results: Results): string {
  const own = backtestScreenWords(en);
  return `${[
    '# Would it have known?',
    intro(results),
    '![Reliability of the words, and scores by point](backtest.svg)',
    '## Against climatology',
    bullets([
      ...standingSentences(results, en),
      ...lossSentences(results, en),
      hindsightSentence(results, en),
    ]),
    ...(['p1', 'p2', 'p3', 'all'] as const).flatMap((point) => section(results, point)),
    own.backtestHindsight.replace(/^s/, 'S'),
    '## By group, all points together',
    groupTable(results),
    '## Do the words hold?',
    'Forecasts of yes or no (in time, within a year, anything lit at the due date) at all points, by the word that the screens\nwould use. A word holds where its range and the middle 90 % of the frequency over resampled hubs meet.',
    wordTable(results),
    escaped(thinSentence(results.words, en)),
    own.backtestSharpness(within(results.sharpness.evidence), within(results.sharpness.prior)),
    '### By group',
    'The same forecasts of yes or no by group: what was forecast on average, how often it came true, and the mean of p (1 - p).',
    calibrationTable(results),
    '## Does evidence earn its place?',
    kindText(results.kinds),
    kindTable(results),
    '## The worst misses',
    'The five hubs that were forecast worst a month before they were due, by the log scores of in time and stage together.',
    ...results.worst.map(story),
    '## How it is done',
    method,
  ].join('\n\n')}\n`;
}

function intro({ hubs, forecasts }: Results): string {
  return [
    `The engine replayed on ${hubs} announced hubs whose outcome is known, ${forecasts} forecasts in all: 30 days after the claim (P1),`,
    'midway (P2) and 30 days before the hub was due or its case was settled (P3). The days were fixed before any forecast was',
    'made. Each hub is forecast by a model of delivery that was fitted to the other hubs. Written by `npm run backtest`; the same',
    'numbers on your machine: `sandtable backtest`.',
  ].join('\n');
}

function section(results: Results, point: ScoreRow['point']): string[] {
  const own = backtestScreenWords(en);
  const rows = results.rows.filter((row) => row.point === point && row.replay === 'ordinary');
  if (rows.length === 0) return [];
  const c = own.backtestColumns;
  const heads = [
    'score',
    c.forecasts,
    c.evidence,
    c.strict,
    c.prior,
    c.climatology,
    c.commitment,
    c.skill,
    'gain on climate',
    'gain on commitment',
  ];
  const cells = rows.map((row) => [
    own.backtestMeasure[row.measure],
    String(row.forecasts),
    within(row.evidence),
    three(strictOf(results, row).evidence.value),
    three(row.prior),
    three(row.climatology),
    three(row.commitment),
    skillWithin(row.skill),
    within(row.gain),
    within(row.gainOnCommitment),
  ]);
  return [`### ${point === 'all' ? 'All points' : point.toUpperCase()}`, markdownTable(heads, cells)];
}

function groupTable({ groups }: Results): string {
  const heads = [
    'by',
    'group',
    'score',
    'hubs',
    'forecasts',
    'evidence (90 %)',
    'prior',
    'climate',
    'skill (90 %)',
  ];
  return markdownTable(
    heads,
    groups.map((row) => [
      row.by,
      row.group,
      backtestScreenWords(en).backtestMeasure[row.measure],
      String(row.hubs),
      String(row.forecasts),
      within(row.evidence),
      three(row.prior),
      three(row.climatology),
      skillWithin(row.skill),
    ]),
  );
}

function calibrationTable({ calibration }: Results): string {
  const heads = ['by', 'group', 'hubs', 'forecasts', 'mean forecast', 'came true (90 %)', 'sharpness (90 %)'];
  return markdownTable(
    heads,
    calibration.map((row) => [
      row.by,
      row.group,
      String(row.hubs),
      String(row.forecasts),
      three(row.mean),
      within(row.happened),
      within(row.sharpness),
    ]),
  );
}

function wordTable({ words }: Results): string {
  const heads = ['word', 'range', 'hubs', 'forecasts', 'mean forecast', 'came true (90 %)', ''];
  return markdownTable(
    heads,
    words.map((row) => [
      en.word[row.word],
      `${percent(row.range[0], en)} – ${percent(row.range[1], en)}`,
      String(row.hubs),
      String(row.forecasts),
      percent(row.mean, en),
      `${percent(row.happened.value, en)} (${percent(row.happened.low, en)} – ${percent(row.happened.high, en)})`,
      backtestScreenWords(en).backtestHolds[`${row.holds}`],
    ]),
  );
}

function kindText(kinds: readonly KindRow[]): string {
  return [
    'How much worse the log scores of in time and stage are without the items of a kind, over the forecasts that had them [nat].',
    '',
    bullets(kindSentences(kinds, en)),
  ].join('\n');
}

function bullets(sentences: readonly string[]): string {
  return sentences.map((sentence) => `- ${escaped(sentence)}`).join('\n');
}

function kindTable({ kinds }: Results): string {
  return markdownTable(
    ['kind', 'hubs', 'forecasts', 'gain (90 %)', ''],
    kinds.map((row) => [
      row.kind,
      String(row.hubs),
      String(row.forecasts),
      within(row.gain),
      backtestScreenWords(en).backtestVerdict[row.verdict],
    ]),
  );
}

function story(one: Story): string {
  const known = one.known.map(({ date, says }) => `  - ${date}: ${escaped(says)}`);
  const chances = one.stage.map((p, i) => `${stages[i]} ${percent(p, en)}`).join(', ');
  return [
    `### ${escaped(one.name)} (\`${one.id}\`), as of ${one.asOf}`,
    '',
    known.length > 0 ? '- What the evidence said:' : '- No evidence was known.',
    ...known,
    `- What was forecast: in time ${percent(one.inTime, en)}; stage ${chances}.`,
    `- What happened: ${escaped(one.happened)}`,
    `- What the model lacked: ${lacked(one)}`,
  ].join('\n');
}

function lacked({ misled, note, known }: Story): string {
  const first = misled
    ? `it is better off without the items of kind \`${misled}\`, which it read the wrong way.`
    : known.length === 0
      ? 'nothing had been published; only the base rate spoke.'
      : 'no single kind misled it: what was known fitted the commoner outcome of such hubs.';
  return `${first}${note ? ` ${escaped(note)}` : ''}`;
}

const method = [
  '- Scores: Brier and log score of in time (nine tenths lit by the due date and a month), of within a year, of the stage on the',
  '  due date or the day the case was settled, if that came first, and of the route of what was lit; CRPS of the fraction lit.',
  '- In time, within a year and fractions are scored on hubs whose date had passed or that were given up (sample `main`), the',
  '  stage on all where it is known; nothing on the two hubs kept as checks. Every hub counts the same; the row without weak',
  '  resolutions is in the groups. Log scores take no probability beyond 1 and 99 % at its word, of whoever forecasts.',
  '- Climatology: how often it happened to the other hubs. Given commitment: to the other hubs as committed at their claim.',
  '  Each class counts for half a case beside those seen (Jeffreys), so that none is impossible because nobody met it.',
  '- Intervals: 90 %, hubs drawn again with replacement, all forecasts of a hub together. Where all hubs of a word are alike,',
  '  that shows no noise, and the Jeffreys interval of so many hubs stands in. Groups overlap and many are small: of some',
  '  forty comparisons a few will be on the wrong side, or beyond the noise, by luck.',
  '- A word that holds has not been refuted, which with few hubs says little. Three questions about one hub at three points',
  '  are not nine trials; the intervals know that, the counts of forecasts do not.',
  '- Strict replay knows an item from the day the page that was read came out. A claim counts as known in both.',
  '- The observation models of `data/evidence` are judged; none was fitted to these hubs. The model of delivery is fitted, with',
  '  each hub left out of its own forecast: [how hubs are delivered](explanation/delivery.md).',
  '- What leaving one out does not undo: after first scores were seen, works were given a coefficient by type and the ramp one',
  '  for a gigawatt, priors of commitment, type and promise were widened or moved, reports on a date were made to count from',
  '  the claim on, and a bar on a chip was no longer counted twice. These choices hold for all hubs, but they saw them all.',
  '  The prior of the route after a bar was put back to the fifth judged before, after the first answer for the desert hub.',
  '  Judged and the same in every fit are also the spread between like hubs, the common share of the pace, the fill of what',
  '  fills up and the weights of the outcomes (data/installed/delivery-prior.yaml). The days of a replay and the day a stage is',
  '  scored on follow from the outcome where a case was settled early; no forecast is told why.',
  '- Mended after scores were seen, by rules that were written down before: hubs kept as checks are no longer scored, which made',
  '  the stage scores worse; climatology is smoothed as in the list of cases, which made it harder to beat on log scores.',
  '- Tried at P1 and left: carrying the uncertainty of all fitted coefficients into the stage. The score stayed where it was',
  '  to a thousandth, so what contracted hubs lose there is not false sureness about the fit.',
  '- Hubs kept apart: `sandtable backtest FOLDER` forecasts dossiers with outcomes of your own by the model fitted to these.',
].join('\n');
