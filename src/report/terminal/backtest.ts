import type { Results, ScoreRow, Story } from '../../backtest/results.ts';
import { LIT } from '../../installed/world.ts';
import { percent } from '../amount.ts';
import {
  hindsightSentence,
  kindSentences,
  lossSentences,
  mainMeasures,
  skill,
  skillWithin,
  standingSentences,
  strictOf,
  thinSentence,
  three,
  within,
} from '../backtest-words.ts';
import { backtestScreenWords } from '../strings/screen-words.ts';
import { type Column, heading, type Page, page, paragraph, table } from './page.ts';

/** Columns from which intervals have room. */
const WIDE = 76;
/** Columns from which those of the skill have it too. */
const ROOMY = 110;

/** The backtest on a terminal: scores by point, groups, words, kinds of evidence and the worst misses. */
export function backtestScreen(results: Results, wish: Partial<Page> = {}): string {
  const on = page(wish);
  const { strings: s, style } = on;
  const own = backtestScreenWords(s);
  const parts = [
    [heading(own.backtestTitle(results.hubs), on), ...paragraph(own.backtestLead, on).map(style.quiet)],
    ...(['p1', 'p2', 'p3', 'all'] as const).map((point) => scores(results, point, on)),
    paragraph(own.backtestHindsight, on).map(style.quiet),
    standingSentences(results, s).flatMap((sentence) => paragraph(sentence, on)),
    paragraph(hindsightSentence(results, s), on),
    groups(results, on),
    lossSentences(results, s).flatMap((sentence) => paragraph(sentence, on)),
    words(results, on),
    paragraph(thinSentence(results.words, s), on),
    kinds(results, on),
    kindSentences(results.kinds, s).flatMap((sentence) => paragraph(sentence, on)),
    paragraph(own.backtestSharpness(within(results.sharpness.evidence), within(results.sharpness.prior)), on),
    paragraph(presetLine(results, on), on),
    worst(results, on),
  ].filter((lines) => lines.length > 0);
  return `\n${parts.map((lines) => lines.map((line) => line.trimEnd()).join('\n')).join('\n\n')}\n`;
}

function presetLine({ presets }: Results, { strings: s }: Page): string {
  const { sceptic, neutral, believer } = presets;
  return backtestScreenWords(s).backtestPresets({
    sceptic: three(sceptic),
    neutral: three(neutral),
    believer: three(believer),
  });
}

function scores(results: Results, point: ScoreRow['point'], on: Page): string[] {
  const { strings: s, style } = on;
  const words = backtestScreenWords(s);
  const own = results.rows.filter((row) => row.point === point && row.replay === 'ordinary');
  if (own.length === 0) return [];
  const shape: Column[] = [
    { flexible: true, head: words.backtestScore },
    { align: 'right', head: words.backtestColumns.forecasts },
    { align: 'right', head: evidenceHead(on), paint: style.inferred },
    { align: 'right', head: words.backtestColumns.strict },
    { align: 'right', head: words.backtestColumns.prior },
    { align: 'right', head: words.backtestColumns.climatology },
    { align: 'right', head: words.backtestColumns.commitment },
    { align: 'right', head: words.backtestColumns.skill },
  ];
  const rows = own.map((row) => [
    words.backtestMeasure[row.measure],
    String(row.forecasts),
    on.width < WIDE ? three(row.evidence.value) : within(row.evidence),
    three(strictOf(results, row).evidence.value),
    three(row.prior),
    three(row.climatology),
    three(row.commitment),
    on.width < ROOMY ? skill(row.skill.value) : skillWithin(row.skill),
  ]);
  return [heading(words.backtestPoint[point], on), ...table(shape, rows, on)];
}

function groups(results: Results, on: Page): string[] {
  const { strings: s, style } = on;
  const own = backtestScreenWords(s);
  const shape: Column[] = [
    { flexible: true, head: own.backtestScore },
    { align: 'right', head: own.backtestHubs },
    { align: 'right', head: own.backtestColumns.evidence, paint: style.inferred },
    { align: 'right', head: own.backtestColumns.prior },
    { align: 'right', head: own.backtestColumns.climatology },
  ];
  const rows = results.groups
    .filter(({ measure }) => mainMeasures.includes(measure))
    .map((row) => [
      `${own.backtestGroup[row.by]} ${row.group}, ${own.backtestMeasure[row.measure]}`,
      String(row.hubs),
      within(row.evidence),
      three(row.prior),
      three(row.climatology),
    ]);
  return [heading(own.backtestGroups, on), ...table(shape, rows, on)];
}

function words(results: Results, on: Page): string[] {
  const { strings: s } = on;
  const own = backtestScreenWords(s);
  const shape: Column[] = [
    { flexible: true, head: own.backtestWord },
    { align: 'right', head: own.backtestHubs },
    { align: 'right', head: own.backtestColumns.forecasts },
    { align: 'right', head: own.backtestHappened },
    {},
  ];
  const rows = results.words.map((row) => [
    `${s.word[row.word]} (${percent(row.range[0], s)} – ${percent(row.range[1], s)})`,
    String(row.hubs),
    String(row.forecasts),
    `${percent(row.happened.value, s)} (${percent(row.happened.low, s)} – ${percent(row.happened.high, s)})`,
    own.backtestHolds[`${row.holds}`],
  ]);
  return [heading(own.backtestWords, on), ...table(shape, rows, on)];
}

function kinds(results: Results, on: Page): string[] {
  const { strings: s } = on;
  const own = backtestScreenWords(s);
  const shape: Column[] = [
    { flexible: true, head: own.backtestKind },
    { align: 'right', head: own.backtestHubs },
    { align: 'right', head: own.backtestGain },
    {},
  ];
  const rows = results.kinds.map((row) => [
    row.kind,
    String(row.hubs),
    within(row.gain),
    own.backtestVerdict[row.verdict],
  ]);
  return [heading(own.backtestKinds, on), ...table(shape, rows, on)];
}

function worst(results: Results, on: Page): string[] {
  const { strings: s } = on;
  return [
    heading(backtestScreenWords(s).backtestWorst, on),
    ...results.worst.flatMap((story) => [`    ${on.style.strong(story.name)}`, ...missLines(story, on)]),
  ];
}

/** What was forecast of a hub, what happened, and the kind it was misled by. */
function missLines({ asOf, known, inTime, stage, happened, misled }: Story, on: Page): string[] {
  const { strings: s } = on;
  const own = backtestScreenWords(s);
  const chances = { inTime: percent(inTime, s), lit: percent(stage[LIT]!, s) };
  return [
    own.backtestMiss({ asOf, items: known.length, ...chances }),
    own.backtestCame(happened),
    ...(misled ? [own.backtestMisled(misled)] : []),
  ].flatMap((line) => paragraph(line, on, 6));
}

function evidenceHead({ width, strings }: Page): string {
  const head = backtestScreenWords(strings).backtestColumns.evidence;
  return width < WIDE ? head.replace(/[ （(].*$/, '') : head;
}
