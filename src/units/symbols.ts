import { either, say } from '../errors/message.ts';
import { didYouMean } from '../errors/suggest.ts';
import { refuse, type Span } from './refusal.ts';
import { ambiguous, prefixes, table, type UnitRow } from './table.ts';
import type { Unit } from './unit.ts';

/** Every way to write one unit without `/` and powers -> the unit. Upper and lower case differ. */
const exact = new Map<string, Unit>();
/** The long words (`megawatts`), in lower case. */
const words = new Map<string, Unit>();
/** Canonical symbol -> its row, for output. */
const rows = new Map<string, UnitRow>();

for (const row of Object.values(table).flat()) {
  add(row, { symbol: '', word: '', zh: '', scale: 1 });
  rows.set(row.symbol, row);
  for (const symbol of row.prefixes?.split(' ') ?? []) {
    add(row, prefixes.find((prefix) => prefix.symbol === symbol)!);
  }
}

function add(row: UnitRow, prefix: { symbol: string; word: string; zh?: string; scale: number }): void {
  const symbol = prefix.symbol + row.symbol;
  const unit: Unit = { symbol, dimension: row.dimension, scale: prefix.scale * row.scale };
  if (row.zero !== undefined) unit.zero = row.zero;
  exact.set(symbol, unit);
  for (const other of row.also ?? []) exact.set(prefix.symbol + other, unit);
  for (const word of row.words ?? []) words.set(prefix.word + word, unit);
  if (row.plural) words.set(row.plural.toLowerCase(), unit);
  if (prefix.zh !== undefined) for (const name of row.zh ?? []) exact.set(prefix.zh + name, unit);
}

/** The Chinese names of units and their prefixed forms; Chinese is written without spaces, so it is cut by them. */
export const chineseUnits: readonly string[] = [...exact.keys()].filter((name) =>
  /\p{Script=Han}/u.test(name),
);

/**
 * Finds a unit by one of its symbols or words.
 *
 * @param word one symbol without `/` and powers: `MW`, `megawatts`, `千瓦`, `$`
 * @returns the unit, or `undefined` where there is none
 */
export function findUnit(word: string): Unit | undefined {
  return exact.get(word) ?? words.get(word.toLowerCase());
}

/** The row of a canonical symbol without prefix, if it is one. */
export function findRow(symbol: string): UnitRow | undefined {
  return rows.get(symbol);
}

/** Whether a unit is one of a currency, nothing else. */
export function isCurrency(unit: Unit | undefined): boolean {
  return unit !== undefined && ['CNY', 'USD', 'EUR'].includes(unit.symbol);
}

/** Finds a unit, or refuses with what to write instead. */
export function requireUnit(word: string, span: Span): Unit {
  const unit = findUnit(word);
  if (unit) return unit;
  const meanings = ambiguous[word];
  if (meanings) {
    return refuse('ST-U018', span, {
      what: say('"{unit}" is not clear: {why}.', { unit: word, why: meanings.why }),
      fix: say('Write {example}.', { example: either(meanings.write) }),
    });
  }
  return refuse('ST-U005', span, {
    what: say('"{unit}" is not a unit that Sandtable knows.', { unit: word }),
    fix:
      didYouMean(word, nearby(word)) ??
      say('Use a unit such as MW, P, m2, CNY, GB or h; docs/reference/units.md lists all.'),
  });
}

/** Names to propose: those that differ in case only, else symbols and words of more than one letter. */
function nearby(word: string): string[] {
  const known = [...exact.keys(), ...words.keys()];
  const sameLetters = known.filter((name) => name.toLowerCase() === word.toLowerCase());
  return sameLetters.length > 0 ? sameLetters : known.filter((name) => name.length > 1);
}
