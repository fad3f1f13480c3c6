import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { suggest } from '../../src/errors/suggest.ts';

/** A file with rows that the command was given cannot be used. */
export class RowsError extends Error {}

/** Keys of a row of sites and of single statements. */
const known = [
  ...['id', 'name', 'operator', 'class', 'place', 'latitude', 'longitude', 'altitude', 'country', 'weather'],
  ...['year', 'pue', 'wue', 'plant', 'below', 'basis', 'sources', 'by', 'why', 'note'],
];

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
  if (Array.isArray(value)) return { sites: value as never[] };
  if (!Array.isArray(value?.sites)) {
    return refuse(
      'has no list `sites:`. Write `sites:` and below it, one a line, rows like those of data/published',
    );
  }
  return value as { sites: never[]; statements?: never[] };
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/** A value that is no number, and how it would be one. */
function noNumber(key: string, value: unknown): string {
  const meant = typeof value === 'string' ? Number(value.trim().replace(',', '.')) : Number.NaN;
  return `\`${key}\` is \`${String(value)}\`, no number${Number.isFinite(meant) ? `: write ${meant}` : ''}`;
}

/** Keys of a row that mean nothing here. */
export function keyFault(row: object): string | undefined {
  const strange = Object.keys(row).find((key) => !known.includes(key));
  if (strange === undefined) return undefined;
  const near = suggest(strange, known);
  const meant =
    near.length > 0 ? `Did you mean ${near.join(' or ')}` : `Keys are ${known.slice(0, 13).join(', ')}`;
  return `nothing is read from \`${strange}\`. ${meant}`;
}

/** Why a disclosed PUE cannot be scored; undefined where it can. */
export function pueFault({
  pue,
  wue,
  year,
}: {
  pue?: unknown;
  wue?: unknown;
  year?: unknown;
}): string | undefined {
  if (pue === undefined || pue === null) return 'no `pue`';
  if (!isNumber(pue)) return noNumber('pue', pue);
  if (pue < 1 || pue > 5) return `\`pue\` ${pue} is not within 1 to 5`;
  if (year !== undefined && !(isNumber(year) && year >= 1990 && year <= 2100)) {
    return `\`year\` \`${String(year)}\` is not within 1990 to 2100`;
  }
  if (wue !== undefined && !isNumber(wue)) return noNumber('wue', wue);
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
