import type { Known } from '../controls/bound.ts';
import { isExact } from '../controls/bound.ts';
import type { Input } from '../controls/branches.ts';
import type { Outcome, Verdict } from '../controls/decide.ts';
import type { Controls } from '../controls/instrument.ts';
import type { Finding, Test } from '../controls/layers.ts';
import type { Part } from '../controls/merge.ts';
import type { Status } from '../controls/status.ts';
import { clean, type Strings, said } from './strings/strings.ts';

/** A number with its decimals, three at most: near-misses are decided by them. */
export function plain(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 3 });
}

/** What is known of a value, in a unit. */
export function knownText({ low, high }: Known, unit: string, s: Strings): string {
  const with_ = (value: number) => `${plain(value)}${unit && ` ${unit}`}`;
  if (low === 0 && high === Infinity) return s.controls.unknownValue;
  if (isExact({ low, high })) return with_(low);
  return high === Infinity ? s.controls.atLeast(with_(low)) : s.controls.between(plain(low), with_(high));
}

/** `TPP 2,368 ≥ 2,400: not met, by 32`. */
export function testText(test: Test, s: Strings): string {
  const { controls: c } = s;
  const { quantity, sign, limit, unit, known, met, margin, turnsAt, doubtful } = test;
  const verdict = met === null ? c.unsure : met ? c.met : c.notMet;
  const by =
    margin === undefined
      ? []
      : [margin === 0 ? c.exactly : c.by(`${plain(Math.abs(margin))}${unit && ` ${unit}`}`)];
  const turns =
    quantity === 'pd' && turnsAt && (doubtful || met === null) ? [c.turnsAt(`${plain(turnsAt)} mm²`)] : [];
  const flag = doubtful ? [c.doubtful[doubtful]!] : [];
  return `${c.quantity[quantity]} ${knownText(known, unit, s)} ${signText[sign]} ${plain(limit)}${unit && ` ${unit}`}${s.colon}${[verdict, ...by, ...turns, ...flag].join(s.comma)}`;
}

export const signText = { '>=': '≥', '>': '>', '<=': '≤', '<': '<' } as const;

/** An outcome in words, with the exception by name. */
export function outcomeText(
  { outcome, exception }: Pick<Verdict, 'outcome' | 'exception'>,
  s: Strings,
): string {
  return exception ? `${s.controls.outcome[outcome]} ${exception}` : s.controls.outcome[outcome];
}

/** What an entry of an instrument comes to, where it is met: an outcome, or that it lies outside. */
export function saysText({ says }: Pick<Finding, 'says'>, { controls: c }: Strings): string | undefined {
  if (says === undefined) return undefined;
  return says === 'outside' ? c.outside : (c.outcome[says as Outcome] ?? c.says[says] ?? says);
}

/** One stretch or word of a missing input, and what it decides. */
export function partText(input: Input, part: Part, s: Strings): string {
  const range = rangeText(input, part, s);
  if (range === '') return s.controls.dependsBesides;
  const full = new Set(part.possible.map((one) => withParagraphs(one, s)));
  const texts = full.size > 1 ? new Set(part.possible.map((one) => outcomeText(one, s))) : full;
  return `${range}${s.colon}${[...texts].join(` ${s.controls.or} `)}`;
}

/** The outcome with the paragraph it comes from; paragraphs of one class need no telling apart. */
function withParagraphs(verdict: Verdict, s: Strings): string {
  const own = verdict.paragraphs.map((one) => one.replace('3A090.', ''));
  const short = verdict.classes.includes('b') ? verdict.classes.join(', ') : own.join(', ');
  return short === '' ? outcomeText(verdict, s) : `${outcomeText(verdict, s)} (${short})`;
}

const units: Readonly<Partial<Record<Input, string>>> = {
  dieArea: 'mm²',
  io: 'GB/s',
  bandwidth: 'GB/s',
  density: 'GB/s/mm²',
  node: 'nm',
};

function rangeText(input: Input, { from, to, value }: Part, s: Strings): string {
  const { controls: c } = s;
  if (value !== undefined) {
    if (typeof value === 'boolean') return value ? c.yes : c.no;
    return c.convention[value] ?? value;
  }
  const unit = units[input] ? ` ${units[input]}` : '';
  const shown = (amount: number) => plain(input === 'dieArea' ? Math.floor(amount * 10) / 10 : amount);
  if (from === undefined && to === undefined) return '';
  if (input === 'dieArea') {
    if (from === undefined) return c.upTo(`${shown(to!)}${unit}`);
    return to === undefined ? c.over(`${shown(from)}${unit}`) : c.upTo(`${shown(to)}${unit}`);
  }
  if (from === undefined) return c.below(`${shown(to!)}${unit}`);
  return to === undefined
    ? c.atLeast(`${shown(from)}${unit}`)
    : c.between(shown(from), `${shown(to)}${unit}`);
}

/** Where an answer stands among four: open, on conditions, closed, unknown. */
export function severity(outcome: Outcome): 'open' | 'conditional' | 'closed' | 'unknown' {
  switch (outcome) {
    case 'undecided':
      return 'unknown';
    case 'exception':
    case 'approval':
    case 'case-by-case':
    case 'capped':
      return 'conditional';
    case 'letter':
    case 'denial':
    case 'refused':
    case 'presumed-violation':
    case 'listed':
      return 'closed';
    default:
      return 'open';
  }
}

/** Name of a country in the reader's language. */
export function countryName(code: string, controls: Controls, s: Strings): string {
  const name = controls.countries.get(code);
  return name ? said(name, s) : code;
}

/** Name of an instrument in the reader's language; its id where it is gone. */
export function instrumentName(id: string, controls: Controls, s: Strings): string {
  const one = controls.instruments.get(id);
  return one ? said(one.name, s) : clean(id);
}

/** `312 TFLOP/s × 16 = 4,992 (FP16)`, one line for every reading. */
export function readingTexts({ item }: Pick<Status, 'item'>, s: Strings): string[] {
  return item.readings.map(({ convention, format, rate, bits, tpp }, i) => {
    const value = isExact(tpp) ? plain(tpp.low) : knownText(tpp, '', s);
    const note = convention ?? (item.readings.length > 1 && i === 0 ? 'first' : undefined);
    const how = rate && bits ? `${knownText(rate, 'TFLOP/s', s)} × ${bits} = ` : '';
    return `${how}${value}${format ? ` (${format.toUpperCase()})` : ''}${note ? `, ${s.controls.convention[note]}` : ''}`;
  });
}
