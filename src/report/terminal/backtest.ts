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
import { type Column, heading, type Page, page, paragraph, table } from './page.ts';

/** Columns from which intervals have room. */
const WIDE = 76;
/** Columns from which those of the skill have it too. */
const ROOMY = 110;

/** The backtest on a terminal: scores by point, groups, words, kinds of evidence and the worst misses. */
export function backtestScreen(results: Results, wish: Partial<Page> = {}): string {
  const on = page(wish);
  const { strings: s, style } = on;
  const parts = [
    [heading(s.backtestTitle(results.hubs), on), ...paragraph(s.backtestLead, on).map(style.quiet)],
    ...(['p1', 'p2', 'p3', 'all'] as const).map((point) => scores(results, point, on)),
    paragraph(s.backtestHindsight, on).map(style.quiet),
    standingSentences(results, s).flatMap((sentence) => paragraph(sentence, on)),
    paragraph(hindsightSentence(results, s), on),
    groups(results, on),
    lossSentences(results, s).flatMap((sentence) => paragraph(sentence, on)),
    words(results, on),
    paragraph(thinSentence(results.words, s), on),
    kinds(results, on),
    kindSentences(results.kinds, s).flatMap((sentence) => paragraph(sentence, on)),
    paragraph(s.backtestSharpness(within(results.sharpness.evidence), within(results.sharpness.prior)), on),
    paragraph(presetLine(results, on), on),
    worst(results, on),
  ].filter((lines) => lines.length > 0);
  return `\n${parts.map((lines) => lines.map((line) => line.trimEnd()).join('\n')).join('\n\n')}\n`;
}

function presetLine({ presets }: Results, { strings: s }: Page): string {
  const { sceptic, neutral, believer } = presets;
  return s.backtestPresets({ sceptic: three(sceptic), neutral: three(neutral), believer: three(believer) });
}

function scores(results: Results, point: ScoreRow['point'], on: Page): string[] {
  const { strings: s, style } = on;
  const own = results.rows.filter((row) => row.point === point && row.replay === 'ordinary');
  if (own.length === 0) return [];
  const shape: Column[] = [
    { flexible: true, head: s.backtestScore },
    { align: 'right', head: s.backtestColumns.forecasts },
    { align: 'right', head: evidenceHead(on), paint: style.inferred },
    { align: 'right', head: s.backtestColumns.strict },
    { align: 'right', head: s.backtestColumns.prior },
    { align: 'right', head: s.backtestColumns.climatology },
    { align: 'right', head: s.backtestColumns.commitment },
    { align: 'right', head: s.backtestColumns.skill },
  ];
  const rows = own.map((row) => [
    s.backtestMeasure[row.measure],
    String(row.forecasts),
    on.width < WIDE ? three(row.evidence.value) : within(row.evidence),
    three(strictOf(results, row).evidence.value),
    three(row.prior),
    three(row.climatology),
    three(row.commitment),
    on.width < ROOMY ? skill(row.skill.value) : skillWithin(row.skill),
  ]);
  return [heading(s.backtestPoint[point], on), ...table(shape, rows, on)];
}

function groups(results: Results, on: Page): string[] {
  const { strings: s, style } = on;
  const shape: Column[] = [
    { flexible: true, head: s.backtestScore },
    { align: 'right', head: s.backtestHubs },
    { align: 'right', head: s.backtestColumns.evidence, paint: style.inferred },
    { align: 'right', head: s.backtestColumns.prior },
    { align: 'right', head: s.backtestColumns.climatology },
  ];
  const rows = results.groups
    .filter(({ measure }) => mainMeasures.includes(measure))
    .map((row) => [
      `${s.backtestGroup[row.by]} ${row.group}, ${s.backtestMeasure[row.measure]}`,
      String(row.hubs),
      within(row.evidence),
      three(row.prior),
      three(row.climatology),
    ]);
  return [heading(s.backtestGroups, on), ...table(shape, rows, on)];
}

function words(results: Results, on: Page): string[] {
  const { strings: s } = on;
  const shape: Column[] = [
    { flexible: true, head: s.backtestWord },
    { align: 'right', head: s.backtestHubs },
    { align: 'right', head: s.backtestColumns.forecasts },
    { align: 'right', head: s.backtestHappened },
    {},
  ];
  const rows = results.words.map((row) => [
    `${s.word[row.word]} (${percent(row.range[0], s)} – ${percent(row.range[1], s)})`,
    String(row.hubs),
    String(row.forecasts),
    `${percent(row.happened.value, s)} (${percent(row.happened.low, s)} – ${percent(row.happened.high, s)})`,
    s.backtestHolds[`${row.holds}`],
  ]);
  return [heading(s.backtestWords, on), ...table(shape, rows, on)];
}

function kinds(results: Results, on: Page): string[] {
  const { strings: s } = on;
  const shape: Column[] = [
    { flexible: true, head: s.backtestKind },
    { align: 'right', head: s.backtestHubs },
    { align: 'right', head: s.backtestGain },
    {},
  ];
  const rows = results.kinds.map((row) => [
    row.kind,
    String(row.hubs),
    within(row.gain),
    s.backtestVerdict[row.verdict],
  ]);
  return [heading(s.backtestKinds, on), ...table(shape, rows, on)];
}

function worst(results: Results, on: Page): string[] {
  const { strings: s } = on;
  return [
    heading(s.backtestWorst, on),
    ...results.worst.flatMap((story) => [`    ${on.style.strong(story.name)}`, ...missLines(story, on)]),
  ];
}

/** What was forecast of a hub, what happened, and the kind it was misled by. */
function missLines({ asOf, known, inTime, stage, happened, misled }: Story, on: Page): string[] {
  const { strings: s } = on;
  const chances = { inTime: percent(inTime, s), lit: percent(stage[LIT]!, s) };
  return [
    s.backtestMiss({ asOf, items: known.length, ...chances }),
    s.backtestCame(happened),
    ...(misled ? [s.backtestMisled(misled)] : []),
  ].flatMap((line) => paragraph(line, on, 6));
}

function evidenceHead({ width, strings }: Page): string {
  const head = strings.backtestColumns.evidence;
  return width < WIDE ? head.replace(/[ （(].*$/, '') : head;
}
