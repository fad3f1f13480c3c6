import { presets } from '../assessment/assessment.ts';
import { error, type Fault, SandtableError } from '../errors/fault.ts';
import { inTurn, say } from '../errors/message.ts';
import { didYouMean } from '../errors/suggest.ts';
import { parsePartialDate } from '../sources/date.ts';
import type { RunOptions } from './engine.ts';

/** Options of a run as commander hands them over: text. */
export interface WrittenOptions {
  asOf?: string;
  prior?: string;
  drop?: readonly string[];
  set?: readonly string[];
  seed?: string;
  draws?: string;
  workers?: string;
  shard?: string;
}

const limits = { seed: 2 ** 32 - 1, draws: 10_000_000, workers: 256 };

/**
 * Reads the options of a run.
 *
 * @throws SandtableError with every option that cannot be read, at once
 */
export function runOptions(written: WrittenOptions): RunOptions {
  const faults: Fault[] = [];
  const options: RunOptions = {};
  if (written.asOf !== undefined) options.asOf = date('--as-of', written.asOf, faults);
  if (written.prior !== undefined) options.prior = choice('--prior', written.prior, presets, faults);
  if (written.seed !== undefined) options.seed = whole('--seed', written.seed, [0, limits.seed], faults);
  if (written.draws !== undefined)
    options.draws = whole('--draws', written.draws, [100, limits.draws], faults);
  if (written.workers !== undefined) {
    options.workers = whole('--workers', written.workers, [0, limits.workers], faults);
  }
  if (written.drop?.length) options.drop = idsOf('--drop', written.drop, faults);
  if (written.set?.length) options.set = assignments(written.set, faults);
  if (faults.length > 0) throw new SandtableError(faults);
  return options;
}

/** Reads `2/8`. */
export function shardOption(text: string): { part: number; count: number } {
  const [, part, count] = /^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? [];
  if (part && count && Number(part) >= 1 && Number(part) <= Number(count)) {
    return { part: Number(part), count: Number(count) };
  }
  throw new SandtableError(
    error(
      'ST-X003',
      say('`--shard {text}` is not a part of a whole.', { text: shown(text) }),
      say('Write for example --shard 2/8: the second of eight.'),
    ),
  );
}

/** Ids with commas between them, each once; Chinese commas as well. */
function idsOf(option: string, texts: readonly string[], faults: Fault[]): string[] {
  const ids = texts.flatMap((text) => text.split(/[,，、]/)).map((id) => id.trim());
  const found = [...new Set(ids.filter((id) => id !== ''))];
  if (found.length === 0) {
    const fix = say('Write the id of an evidence item, or of a source: {option} yiwu-lit-2025-01.', {
      option,
    });
    faults.push(error('ST-X003', say('`{option}` names nothing.', { option }), fix));
  }
  return found;
}

/** One of a few words. */
export function choice<T extends string>(
  option: string,
  text: string,
  known: readonly T[],
  faults: Fault[],
): T | undefined {
  const found = known.find((word) => word === text);
  if (found === undefined) {
    const near = didYouMean(text, known);
    const names = { names: known.join(', ') };
    const fix = near
      ? inTurn(near, say('The choice is {names}.', names))
      : say('Choose one of {names}.', names);
    faults.push(error('ST-X003', say('`{text}` is not known.', { text: `${option} ${shown(text)}` }), fix));
  }
  return found;
}

function date(option: string, text: string, faults: Fault[]): string | undefined {
  const read = parsePartialDate(text);
  if ('from' in read) return text;
  const { what, fix } = read;
  const meant = typeof fix === 'object' && fix.pattern === '{a} {b}' ? fix.values?.a : undefined;
  const example = say('Write for example {example}.', {
    example: say('{a} or {b}', { a: `${option} 2025-03-13, 2025-03`, b: '2025-Q1' }),
  });
  const named = { text: `${option} ${shown(text)}` };
  const why =
    typeof what === 'object' && what.values?.reason !== undefined
      ? say('`{text}` is not in the calendar: {reason}.', { ...named, reason: what.values.reason })
      : say('`{text}` is not a date.', named);
  faults.push(error('ST-X003', why, meant === undefined ? example : inTurn(meant, example)));
  return undefined;
}

function whole(
  option: string,
  text: string,
  [least, most]: readonly [number, number],
  faults: Fault[],
): number | undefined {
  const value = /^\d+$/.test(text.replaceAll(/[,_]/g, ''))
    ? Number(text.replaceAll(/[,_]/g, ''))
    : Number.NaN;
  if (value >= least && value <= most) return value;
  const what = say('`{text}` is not a whole number from {least} to {most}.', {
    ...{ text: `${option} ${shown(text)}`, least: String(least), most: String(most) },
  });
  const meant = wholeMeant(text);
  const fix =
    meant >= least && meant <= most
      ? say('Did you mean {names}?', { names: `${option} ${meant}` })
      : say('Write for example {example}.', { example: `${option} ${Math.max(least, 7)}` });
  faults.push(error('ST-X003', what, fix));
  return undefined;
}

/** What `1e5`, `100k`, `10万` and full-width digits stand for; NaN for anything else. */
function wholeMeant(text: string): number {
  const [, digits, times = ''] =
    /^(\d+(?:\.\d+)?)\s*(k|万|m|e\d{1,2})?$/i.exec(text.normalize('NFKC').trim()) ?? [];
  if (digits === undefined) return Number.NaN;
  const power = { k: 3, 万: 4, m: 6, '': 0 }[times.toLowerCase()] ?? Number(times.slice(1));
  const value = Number(`${digits}e${power}`);
  return Number.isInteger(value) ? value : Number.NaN;
}

/** Reads `path=value`; also `path:value`, as addresses have it. */
function assignments(texts: readonly string[], faults: Fault[]): Record<string, string> {
  const set: Record<string, string> = {};
  for (const text of texts) {
    const [, path, value] = /^\s*([\w.-]+)\s*[=:]\s*(.+?)\s*$/.exec(text) ?? [];
    if (path && value) set[path] = value;
    else {
      const fix = say("Write a path, an equals sign and a quantity: --set 'world.namedShare=20%'.");
      faults.push(error('ST-X003', say('`--set {text}` sets nothing.', { text: shown(text) }), fix));
    }
  }
  return set;
}

/** What was typed, without characters that a terminal would act on. */
export function shown(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, '?').slice(0, 80);
}
