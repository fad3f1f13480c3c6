import { error, SandtableError } from '../errors/fault.ts';
import { type Message, say } from '../errors/message.ts';
import { didYouMean } from '../errors/suggest.ts';
import { any } from './bound.ts';
import type { Controls, Places } from './instrument.ts';

/**
 * Whether a country belongs to a group on a day.
 *
 * @param code ISO 3166 code
 * @param day days since 1970-01-01
 * @returns null where that is not known
 */
export function isMember(controls: Controls, id: string, code: string, day: number): boolean | null {
  const group = controls.groups.get(id);
  if (!group) return false;
  if (group.members.has(code)) return true;
  const change = group.changes.find(({ country }) => country === code);
  if (!change) return false;
  const after = change.from !== undefined && day >= change.from.from;
  const ended = change.until !== undefined && day >= change.until.from;
  switch (change.unsure) {
    case undefined:
      return (change.from === undefined || after) && !ended;
    case 'change':
      if (change.from) return after ? null : false;
      return ended ? null : true;
    case 'throughout':
      return (change.from === undefined || after) && !ended ? null : false;
  }
}

/** Whether a country is among some places on a day; null where that is not known. */
export function isIn(controls: Controls, places: Places, code: string, day: number): boolean | null {
  const inGroup = (id: string) => isMember(controls, id, code, day);
  const excluded = any([places.exceptCountries.includes(code), ...places.exceptGroups.map(inGroup)]);
  if (excluded === true) return false;
  const included = any([
    (places.world === true && code !== home) || places.countries.includes(code),
    ...places.groups.map(inGroup),
  ]);
  return included === true && excluded === null ? null : included;
}

/** Where the rules of the United States are no export rules. */
export const home = 'US';

/**
 * The code of a country by code or by English or Chinese name.
 *
 * @throws SandtableError ST-K001 with what was perhaps meant
 */
export function requireCountry(controls: Controls, written: string, what: Message = say('country')): string {
  const code = written.trim().toUpperCase();
  if (controls.countries.has(code)) return code;
  const plain = bare(written);
  const names = [...controls.countries].map(([id, { en, zh }]) => ({ id, names: [en, zh ?? ''] }));
  const usual = usualNames[plain];
  const found = usual ?? names.find((one) => one.names.some((name) => bare(name) === plain))?.id;
  if (found) return found;
  const known = [...controls.countries.values()].map(({ en }) => en).concat(Object.keys(usualNames));
  const fix =
    didYouMean(written.trim(), known) ?? say('Write its ISO code, such as CN, or its English name.');
  throw new SandtableError(
    error('ST-K001', say('There is no {part} `{name}`.', { part: what, name: shown(written) }), fix),
  );
}

const usualNames: Readonly<Record<string, string>> = {
  usa: 'US',
  america: 'US',
  uk: 'GB',
  'great britain': 'GB',
  uae: 'AE',
  prc: 'CN',
  macao: 'MO',
  burma: 'MM',
  myanmar: 'MM',
  korea: 'KR',
  turkey: 'TR',
};

const bare = (text: string): string => text.trim().toLowerCase().replace(/^the /, '').replaceAll(/[.,]/g, '');

/** What was typed, without characters that a terminal would act on. */
export function shown(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, '?').slice(0, 60);
}
