import type { DataFile } from '../chips/catalogue.ts';
import type { Catalogue } from '../chips/chip.ts';
import { present } from '../chips/figure.ts';
import { unknownChip } from '../chips/find.ts';
import { unknownSources } from '../chips/unknown-sources.ts';
import { error, type Fault, type Place } from '../errors/fault.ts';
import { didYouMean } from '../errors/suggest.ts';
import { readDocument } from '../sources/document.ts';
import type { Controls, CountryGroup, Instrument, Party } from './instrument.ts';
import { type InstrumentFile, instrumentSchema } from './instrument-file.ts';
import { type RegisterFile, registerSchema } from './register-file.ts';

export interface ControlsOptions {
  /** Chips that letters, decisions and measures may name; not checked where left out. */
  catalogue?: Catalogue;
  /** Ids of the sources that exist; not checked where left out. */
  sources?: ReadonlySet<string>;
}

type PlaceOf = (path: readonly PropertyKey[]) => Place;

/**
 * Reads the files of `data/controls`: one instrument each, and the register of countries, groups and parties.
 *
 * @param files path and text of each
 * @returns the controls, absent where the register is incomplete, and everything wrong with the files (ST-K004,
 * ST-K007 to ST-K009, ST-C001, ST-S042)
 */
export function parseControls(
  files: readonly DataFile[],
  options: ControlsOptions = {},
): { controls?: Controls; faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const instruments: Instrument[] = [];
  const later: ((known: Names) => Fault[])[] = [];
  let register: RegisterFile = {};
  for (const { path, text } of files) {
    if (/(^|\/)register\/[^/]+$/.test(path)) {
      const { value, faults: found, placeOf } = readDocument(text, path, registerSchema);
      faults.push(...found, ...unknownSources(value, placeOf, options.sources));
      register = { ...register, ...(value && present(value)) };
      continue;
    }
    const { value, faults: found, placeOf } = readDocument(text, path, instrumentSchema);
    faults.push(...found, ...unknownSources(value, placeOf, options.sources));
    if (!value) continue;
    faults.push(...wrongDates(value, placeOf));
    later.push((known) => unknownNames(value, placeOf, known));
    instruments.push(present(value) as Instrument);
  }
  const absent = (['countries', 'groups', 'parties', 'embargoed', 'searched'] as const).filter(
    (key) => !register[key],
  );
  if (absent.length > 0) return { faults: [...faults, ...absent.map(missing)] };
  const controls = controlsOf(instruments, register as Required<RegisterFile>);
  const known = { controls, chips: options.catalogue?.chips };
  return { controls, faults: [...faults, ...later.flatMap((check) => check(known))] };
}

function missing(section: string): Fault {
  return error('ST-K008', `No file of data/controls/register has the section \`${section}\`.`, 'Add it.');
}

function controlsOf(instruments: readonly Instrument[], register: Required<RegisterFile>): Controls {
  const sorted = [...instruments].sort(
    (a, b) => a.announced.from - b.announced.from || (a.id < b.id ? -1 : 1),
  );
  const groups = register.groups.map(({ id, name, members, changes, note }): [string, CountryGroup] => [
    id,
    {
      id,
      name: present(name) as CountryGroup['name'],
      members: new Set(members),
      changes: changes.map(({ unsure, ...rest }) => ({
        ...present(rest),
        ...(unsure && { unsure: unsure === true ? ('change' as const) : unsure }),
      })) as CountryGroup['changes'],
      ...(note !== undefined && { note }),
    },
  ]);
  const countries = Object.entries(register.countries).map(
    ([code, name]) => [code, present(name)] as [string, CountryGroup['name']],
  );
  return {
    instruments: new Map(sorted.map((one) => [one.id, one])),
    countries: new Map(countries),
    groups: new Map(groups),
    parties: new Map(register.parties.map((one) => [one.id, present(one) as Party])),
    embargoed: new Set(register.embargoed.countries),
    searched: register.searched,
  };
}

/** A rule that would silently never apply. */
function wrongDates(file: InstrumentFile, placeOf: PlaceOf): Fault[] {
  const order = ['announced', 'effective', 'compliance', 'until'] as const;
  const dated = order.flatMap((key) => (file[key] ? [{ key, date: file[key] }] : []));
  // What the market did is told afterwards.
  const pairs = dated.slice(1).map((next, i) => [dated[i]!, next] as const);
  return pairs
    .filter(([before, next]) => next.date.to < before.date.from && !isTold(file, before.key))
    .map(([before, next]) => {
      const what = `\`${next.key}: ${next.date.text}\` lies before \`${before.key}: ${before.date.text}\`.`;
      return error('ST-K009', what, 'Correct one of the two.', { place: placeOf([next.key]) });
    });
}

const isTold = (file: InstrumentFile, key: string) => file.kind === 'filing' && key === 'announced';

interface Names {
  controls: Controls;
  chips?: Catalogue['chips'] | undefined;
}

interface Named {
  name: string;
  path: PropertyKey[];
}

/** Instruments, parties, groups and chips that do not resolve. */
function unknownNames(file: InstrumentFile, placeOf: PlaceOf, { controls, chips }: Names): Fault[] {
  const instruments = [
    ...at(file.replaces, ['replaces']),
    ...at(file.replacesExceptions, ['replacesExceptions']),
    ...file.suspends.map(({ instrument }, i) => ({ name: instrument, path: ['suspends', i, 'instrument'] })),
    ...file.exceptions.flatMap(({ covers }, i) => at(covers, ['exceptions', i, 'covers'])),
    ...file.reviews.flatMap(({ of }, i) => at(of, ['reviews', i, 'of'])),
    ...file.enforcement.flatMap(({ of }, i) => at(of ?? [], ['enforcement', i, 'of'])),
  ];
  const parties = [
    ...file.lists.flatMap((one, i) => at(one.parties, ['lists', i, 'parties'])),
    ...file.gate.flatMap((one, i) => at(one.parties, ['gate', i, 'parties'])),
    ...file.decisions.flatMap(({ customers }, i) =>
      Array.isArray(customers) ? at(customers, ['decisions', i, 'customers']) : [],
    ),
  ];
  const named = [
    ...file.letters.flatMap((one, i) => at(one.names, ['letters', i, 'names'])),
    ...file.violations.flatMap((one, i) => at(one.names, ['violations', i, 'names'])),
    ...file.gate.flatMap((one, i) => at(one.chips, ['gate', i, 'chips'])),
    ...file.disputes.flatMap((one, i) => at(one.chips, ['disputes', i, 'chips'])),
    ...file.decisions.flatMap((one, i) => at(one.chips, ['decisions', i, 'chips'])),
  ];
  const faultsOf = (names: readonly Named[], known: ReadonlyMap<string, unknown>, what: string) =>
    names
      .filter(({ name }) => !known.has(name))
      .map(({ name, path }) => {
        const fix = didYouMean(name, known.keys()) || 'Describe it in data/controls.';
        return error('ST-K007', `The ${what} \`${name}\` is not described.`, fix, { place: placeOf(path) });
      });
  return [
    ...faultsOf(instruments, controls.instruments, 'instrument'),
    ...faultsOf(parties, controls.parties, 'party'),
    ...(chips
      ? named
          .filter(({ name }) => !chips.has(name))
          .map(({ name, path }) => unknownChip(name, chips, placeOf(path)))
      : []),
  ];
}

function at(names: readonly string[], path: PropertyKey[]): Named[] {
  return names.map((name, i) => ({ name, path: [...path, i] }));
}
