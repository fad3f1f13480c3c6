import type { Interval } from '../../backtest/bootstrap.ts';
import type { Results, ScoreRow } from '../../backtest/results.ts';
import { percent } from '../amount.ts';
import { type Column, heading, type Page, page, paragraph, table } from './page.ts';

/** Columns from which intervals have room. */
const WIDE = 76;

/** The backtest on a terminal: scores by point, groups, words, kinds of evidence and the worst misses. */
export function backtestScreen(results: Results, wish: Partial<Page> = {}): string {
  const on = page(wish);
  const { strings: s, style } = on;
  const parts = [
    [heading(s.backtestTitle(results.hubs), on), ...paragraph(s.backtestLead, on).map(style.quiet)],
    ...(['p1', 'p2', 'p3', 'all'] as const).map((point) => scores(results, point, on)),
    paragraph(s.backtestHindsight, on).map(style.quiet),
    groups(results, on),
    words(results, on),
    kinds(results, on),
    paragraph(s.backtestSharpness(three(results.sharpness.evidence), three(results.sharpness.prior)), on),
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
    skill(row.skill),
  ]);
  return [heading(s.backtestPoint[point], on), ...table(shape, rows, on)];
}

/** The same row of the strict replay. */
export function strictOf({ rows }: Results, { point, measure }: ScoreRow): ScoreRow {
  return rows.find((row) => row.replay === 'strict' && row.point === point && row.measure === measure)!;
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
  const rows = results.groups.map((row) => [
    `${s.backtestGroup[row.by]} ${row.group}, ${s.backtestMeasure[row.measure]}`,
    String(row.hubs),
    row.hubs > 1 ? within(row.evidence) : three(row.evidence.value),
    three(row.prior),
    three(row.climatology),
  ]);
  return [heading(s.backtestGroups, on), ...table(shape, rows, on)];
}

function words(results: Results, on: Page): string[] {
  const { strings: s } = on;
  const shape: Column[] = [
    { flexible: true, head: s.backtestWord },
    { align: 'right', head: s.backtestColumns.forecasts },
    { align: 'right', head: s.backtestHappened },
    {},
  ];
  const rows = results.words.map((row) => [
    `${s.word[row.word]} (${percent(row.range[0], s)} – ${percent(row.range[1], s)})`,
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
    ...results.worst.flatMap((story) => [
      `    ${on.style.strong(story.name)}`,
      ...paragraph(
        `${s.asOf(story.asOf)} · ${s.backtestMeasure.inTime} ${percent(story.inTime, s)} · ${story.happened}`,
        on,
        6,
      ),
    ]),
  ];
}

/** A skill in whole per cent; below 0 where the base rate was better. */
export function skill(share: number): string {
  return `${Math.round(100 * share)} %`.replace('-0 %', '0 %');
}

function evidenceHead({ width, strings }: Page): string {
  const head = strings.backtestColumns.evidence;
  return width < WIDE ? head.replace(/[ （(].*$/, '') : head;
}

function within({ value, low, high }: Interval): string {
  return `${three(value)} (${three(low)} – ${three(high)})`;
}

/** A score to three decimals. */
export function three(value: number): string {
  return value.toFixed(3).replace('-0.000', '0.000');
}
