import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** A file with rows that the command was given cannot be used. */
export class RowsError extends Error {}

/**
 * Reads a file of rows that the command was given.
 *
 * @throws RowsError where it cannot be read, is no YAML, or has no list of `sites`
 */
export function rowsIn(option: string, path: string): { sites: never[]; statements?: never[] } {
  const refuse = (why: string): never => {
    throw new RowsError(`${option} ${path} ${why}.`);
  };
  let value: { sites?: unknown; statements?: unknown } | null = null;
  try {
    value = parse(readFileSync(path, 'utf8'));
  } catch (problem) {
    return refuse(`cannot be read: ${(problem as NodeJS.ErrnoException).code ?? 'it is no YAML'}`);
  }
  if (!Array.isArray(value?.sites)) return refuse('has no list `sites:` in the form of data/published');
  return value as { sites: never[]; statements?: never[] };
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/** Why a disclosed PUE cannot be scored; undefined where it can. */
export function pueFault({ pue, wue }: { pue?: unknown; wue?: unknown }): string | undefined {
  if (!isNumber(pue)) return 'no `pue`';
  if (pue < 1 || pue > 5) return `\`pue\` ${pue} is not within 1 to 5`;
  if (wue !== undefined && !isNumber(wue)) return '`wue` is no number';
  return isNumber(wue) && (wue < 0 || wue > 20) ? `\`wue\` ${wue} is not within 0 to 20 L/kWh` : undefined;
}

/** Why a single statement cannot be compared; undefined where it can. */
export function statementFault(row: { pue?: unknown; below?: unknown; wue?: unknown }): string | undefined {
  return pueFault({ ...row, pue: row.pue ?? row.below });
}

/** Why a published power cannot be scored; undefined where it can. */
export function powerFault(row: {
  mw?: unknown;
  count?: unknown;
  equivalents?: unknown;
}): string | undefined {
  if (!isNumber(row.mw) || row.mw <= 0) return '`mw` is no power';
  const chips = row.count ?? row.equivalents;
  if (chips === undefined) return 'no count';
  return isNumber(chips) && chips > 0 ? undefined : 'the count is no number above 0';
}
