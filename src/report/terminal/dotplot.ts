import type { Estimate } from '../../assessment/assessment.ts';
import { amount, claim, interval, intervalParts, tick } from '../amount.ts';
import { type LogAxis, logAxis } from '../log-axis.ts';
import { leastOf, sentence } from '../sentence.ts';
import { screenWords } from '../strings/screen-words.ts';
import { said } from '../strings/strings.ts';
import { rowsFor, stackDots } from './braille.ts';
import { heading, type Page, paragraph } from './page.ts';
import { columns, pad } from './text.ts';

const labelWidth = 31;
const noneWidth = 8;

/** Claimed ring, permitted hatch and inferred dots on one logarithmic axis, with the sentence under it. */
export function dotplot(estimate: Estimate, on: Page): string[] {
  if (on.plain) return plainly(estimate, on);
  const { dots, unit, claimed, permitted } = estimate;
  const least = leastOf(unit);
  const none = dots.filter((dot) => dot < least);
  const some = dots.filter((dot) => dot >= least);
  const limits = [claimed?.low, claimed?.high, permitted?.low, permitted?.median].filter(
    (v) => v !== undefined,
  );
  const strip: Strip = {
    axis: logAxis([...some, ...limits], least),
    none: none.length > 0 || estimate.low < least ? noneWidth : 0,
    cells: on.width - labelWidth - (none.length > 0 || estimate.low < least ? noneWidth : 0) - 1,
    least,
  };
  const s = on.strings;
  return [
    tickRow(estimate, strip, on),
    ...(claimed ? [claimedRow(claimed, strip, { unit, on })] : []),
    ...(permitted ? [permittedRow(permitted, strip, { unit, on })] : []),
    ...inferredRows(estimate, { none: none.length, some }, strip, on),
    '',
    ...paragraph(sentence(estimate, s), on),
    ...paragraph(screenWords(s).eachStep, on).map(on.style.quiet),
  ];
}

interface Strip {
  axis: LogAxis;
  /** Cells of the place for "none", 0 where nothing is none. */
  none: number;
  cells: number;
  least: number;
}

interface Amounts {
  median: number;
  low: number;
  high: number;
}

const cellOf = (value: number, strip: Strip): number =>
  value < strip.least
    ? -strip.none
    : Math.min(strip.cells - 1, Math.round(strip.axis.position(value) * (strip.cells - 1)));

/** The empty axis of one row: a thin line at each decade. */
function emptyRow(strip: Strip): string[] {
  const row = new Array<string>(strip.none + strip.cells).fill(' ');
  for (const decade of strip.axis.decades) row[strip.none + cellOf(decade, strip)] = '┊';
  return row;
}

function tickRow(estimate: Estimate, strip: Strip, on: Page): string {
  const row = new Array<string>(strip.none + strip.cells + 1).fill(' ');
  const put = (text: string, middle: number) => {
    const wide = columns(text);
    const start = Math.min(Math.max(0, middle - Math.floor(wide / 2)), row.length - wide);
    if (row.slice(Math.max(0, start - 1), start + wide + 1).every((cell) => cell === ' ')) {
      row.splice(start, wide, text, ...new Array<string>(wide - 1).fill(''));
    }
  };
  if (strip.none > 0) put(on.strings.nothing, 1);
  for (const decade of strip.axis.decades) {
    put(tick(decade, estimate.unit, on.strings, true), strip.none + cellOf(decade, strip));
  }
  return (
    pad(`  ${on.style.strong(said(estimate.label, on.strings))}`, labelWidth) +
    on.style.quiet(row.join('').trimEnd())
  );
}

function labelled(glyph: string, name: string, words: string): string {
  return pad(`    ${pad(name, 10)} ${glyph} ${words}`, labelWidth);
}

function claimedRow(claimed: Amounts, strip: Strip, { unit, on }: { unit: string; on: Page }): string {
  const row = emptyRow(strip);
  const [from, to] = [cellOf(claimed.low, strip), cellOf(claimed.high, strip)];
  for (let cell = from; cell <= to; cell++) row[strip.none + cell] = '─';
  row[strip.none + cellOf(claimed.median, strip)] = '◯';
  const { claimed: paint } = on.style;
  return (
    paint(labelled('◯', on.strings.claimed, claim(claimed, unit, on.strings))) + paintMarks(row, paint, on)
  );
}

function permittedRow(permitted: Amounts, strip: Strip, { unit, on }: { unit: string; on: Page }): string {
  const row = emptyRow(strip);
  for (let cell = 0; cell <= cellOf(permitted.median, strip); cell++) row[strip.none + cell] = '▨';
  const words = amount(permitted.median, unit, on.strings);
  const { permitted: paint } = on.style;
  return paint(labelled('▨', on.strings.permitted, words)) + paintMarks(row, paint, on);
}

function inferredRows(
  estimate: Estimate,
  dots: { none: number; some: readonly number[] },
  strip: Strip,
  on: Page,
): string[] {
  const { inferred } = on.style;
  const parts = intervalParts(estimate, estimate.unit, on.strings);
  const positions = dots.some.map((dot) => strip.axis.position(dot));
  const dotRows = rowsFor(positions, strip.cells);
  const none = stackDots(new Array(dots.none).fill(0), Math.max(0, strip.none - 1), dotRows);
  const some = stackDots(positions, strip.cells, dotRows);
  const rows = some.map((line, r) => {
    const row = emptyRow(strip);
    [...(none[r] ?? ''), ...line].forEach((cell, i) => {
      if (cell !== ' ') row[i] = cell;
    });
    const label =
      r === some.length - 1 ? labelled('·', on.strings.inferred, parts.middle) : ' '.repeat(labelWidth);
    return inferred(label) + paintMarks(row, inferred, on);
  });
  return [...rows, intervalRow(estimate, strip, { label: parts.range, on })];
}

/** The middle 90 % under the dots: `├──── 90 % ────┤`. */
function intervalRow(estimate: Estimate, strip: Strip, { label, on }: { label: string; on: Page }): string {
  const row = emptyRow(strip);
  const from = strip.none + Math.max(cellOf(estimate.low, strip), -strip.none);
  const to = strip.none + Math.max(cellOf(estimate.high, strip), -strip.none);
  for (let cell = from; cell <= to; cell++) row[cell] = '─';
  row[from] = '├';
  row[to] = '┤';
  const word = ` ${on.strings.ninety} `;
  if (to - from > word.length + 1) {
    const start = from + Math.round((to - from - word.length) / 2) + 1;
    for (let i = 0; i < word.length; i++) row[start + i] = word[i]!;
  }
  const { inferred } = on.style;
  return inferred(pad(`${' '.repeat(17)}${label}`, labelWidth)) + paintMarks(row, inferred, on);
}

function paintMarks(row: readonly string[], paint: (text: string) => string, on: Page): string {
  return row
    .join('')
    .trimEnd()
    .split(/(┊+)/)
    .map((part) => (part.startsWith('┊') ? on.style.quiet(part) : part.trim() === '' ? part : paint(part)))
    .join('');
}

function plainly(estimate: Estimate, on: Page): string[] {
  const { strings: s } = on;
  const { unit, claimed, permitted } = estimate;
  const { middle, range } = intervalParts(estimate, unit, s);
  return [
    heading(said(estimate.label, s), on),
    ...(claimed ? [`    ${s.claimed}${s.colon}${claim(claimed, unit, s)}`] : []),
    ...(permitted ? [`    ${s.permitted}${s.colon}${interval(permitted, unit, s)}`] : []),
    `    ${s.inferred}${s.colon}${middle} (${s.ninety}${s.colon}${range})`,
    ...paragraph(sentence(estimate, s), on),
  ];
}
