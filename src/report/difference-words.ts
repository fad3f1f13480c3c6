import type { Preset } from '../assessment/assessment.ts';
import { factor, interval, nearOne, percent } from './amount.ts';
import type { BriefTable } from './brief-tables.ts';
import type { Cause, Difference, MovedQuantity, MovedQuestion } from './difference.ts';
import { clean, type Strings, said } from './strings/strings.ts';

/** An edit in words: what was changed, from what, to what; `–` where there was nothing. */
export function causeWords(
  { what, before, after }: Cause,
  s: Strings,
): { name: string; before: string; after: string } {
  const [, key = what, of = ''] = /^(item|set) (.+)$/.exec(what) ?? [];
  const name =
    key === 'item' ? s.compare.item(of) : key === 'set' ? s.compare.set(of) : (s.compare.cause[what] ?? what);
  const side = (text: string) => {
    if (text === '') return '–';
    if (what === 'prior') return s.preset[text as Preset] ?? clean(text);
    return key === 'item' ? s.compare.used : clean(text);
  };
  return { name: clean(name), before: side(before), after: side(after) };
}

/** Every question and quantity that moved: on either side, and by how much. */
export function movedTable(d: Difference, s: Strings): BriefTable {
  return {
    heads: [s.compare.quantity, d.before, d.after, s.compare.change],
    rows: [
      ...d.questions.map((one) => questionRow(one, s)),
      ...d.quantities.map((one) => quantityRow(one, s)),
    ],
  };
}

function questionRow({ text, before, after }: MovedQuestion, s: Strings): string[] {
  const side = (of: typeof before) =>
    of ? `${s.word[of.word]} (${percent(of.probability, s)})` : s.notKnown;
  const points = before && after ? 100 * (after.probability - before.probability) : null;
  return [
    said(text, s),
    side(before),
    side(after),
    points === null ? '–' : s.compare.points(pointsOf(points)),
  ];
}

function pointsOf(points: number): string {
  if (Math.abs(points) < 0.5) return '±0';
  return `${points > 0 ? '+' : '−'}${Math.round(Math.abs(points))}`;
}

function quantityRow({ label, unit, before, after }: MovedQuantity, s: Strings): string[] {
  const side = (of: typeof before) => (of ? interval(of, unit, s) : s.notKnown);
  const ratio = before && after ? changeOf(before.median, after.median) : null;
  const change = ratio === null ? '–' : nearOne(ratio) ? '≈' : factor(ratio);
  return [said(label, s), side(before), side(after), change];
}

/** How many times the later amount is the earlier; null where one of them is nothing, so that no ratio exists. */
export function changeOf(before: number, after: number): number | null {
  return before > 0 && after > 0 ? after / before : null;
}
