import { presets } from '../assessment/assessment.ts';
import { error, type Fault, SandtableError } from '../errors/fault.ts';
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
      `\`--shard ${shown(text)}\` is not a part of a whole.`,
      'Write for example --shard 2/8: the second of eight.',
    ),
  );
}

/** Ids with commas between them, each once; Chinese commas as well. */
function idsOf(option: string, texts: readonly string[], faults: Fault[]): string[] {
  const ids = texts.flatMap((text) => text.split(/[,，、]/)).map((id) => id.trim());
  const found = [...new Set(ids.filter((id) => id !== ''))];
  if (found.length === 0) {
    const fix = `Write the id of an evidence item, or of a source: ${option} yiwu-lit-2025-01.`;
    faults.push(error('ST-X003', `\`${option}\` names nothing.`, fix));
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
    const fix = `${didYouMean(text, known) || 'Choose one of'} ${known.join(', ')}.`;
    faults.push(
      error('ST-X003', `\`${option} ${shown(text)}\` is not known.`, fix.replace('? ', '? The choice is ')),
    );
  }
  return found;
}

function date(option: string, text: string, faults: Fault[]): string | undefined {
  const read = parsePartialDate(text);
  if ('from' in read) return text;
  faults.push(
    error(
      'ST-X003',
      `\`${option} ${shown(text)}\` is not a date.`,
      `Write for example ${option} 2025-03-13, 2025-03 or 2025-Q1.`,
    ),
  );
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
  faults.push(
    error(
      'ST-X003',
      `\`${option} ${shown(text)}\` is not a whole number from ${least} to ${most}.`,
      `Write for example ${option} ${Math.max(least, 7)}.`,
    ),
  );
  return undefined;
}

/** Reads `path=value`; also `path:value`, as addresses have it. */
function assignments(texts: readonly string[], faults: Fault[]): Record<string, string> {
  const set: Record<string, string> = {};
  for (const text of texts) {
    const [, path, value] = /^\s*([\w.-]+)\s*[=:]\s*(.+?)\s*$/.exec(text) ?? [];
    if (path && value) set[path] = value;
    else {
      const fix = "Write a path, an equals sign and a quantity: --set 'world.namedShare=20%'.";
      faults.push(error('ST-X003', `\`--set ${shown(text)}\` sets nothing.`, fix));
    }
  }
  return set;
}

/** What was typed, without characters that a terminal would act on. */
export function shown(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, '?').slice(0, 80);
}
