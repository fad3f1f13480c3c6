import { attempting, error, type Fault, SandtableError } from '../errors/fault.ts';
import { type Message, say } from '../errors/message.ts';
import { didYouMean } from '../errors/suggest.ts';
import { knownBy, parsePartialDate } from '../sources/date.ts';
import type { PartialDate } from '../sources/source.ts';
import {
  type BuyerKind,
  buyerKinds,
  type Controls,
  type ImportUse,
  importUses,
  type Party,
} from './instrument.ts';
import type { Item } from './item.ts';
import { isoDay, publicSince } from './known-rules.ts';
import { home, requireCountry, shown } from './places.ts';

/** A question about an item; what is left out is unknown, not assumed, unless the answer says so. */
export interface StatusQuery {
  /** Day: `2023-10-24`. */
  on: string;
  /** Where it goes: ISO code or English name. */
  to: string;
  /** Where it is shipped from. */
  from?: string;
  /** Id or name of a company that an instrument names. */
  endUser?: string;
  /** Country of the end user's headquarters or ultimate parent. */
  headquarters?: string;
  /** Replaces what the catalogue says about the item's market. */
  marketedForDataCentres?: boolean;
  /** Share of the end user that listed parties own together, 0 to 1. */
  ownedByListed?: number;
  /** Whether the end user is one of the customers for whom unnamed licences are reported. */
  licensed?: boolean;
  /** What kind of buyer it is, for Chinese measures. */
  buyer?: BuyerKind;
  /** `use`: to go on using and servicing what is there already, instead of shipping. */
  activity?: 'ship' | 'use';
  /** What it is imported into the United States for. */
  use?: ImportUse;
  /** Ids of bills to take as if they were law from the day they were announced. */
  asIf?: readonly string[];
  /** Use only instruments that the public could know of by the end of this date. */
  asOf?: string;
}

/** The same, checked: countries as codes, the day as a number. */
export interface Question {
  day: number;
  on: string;
  to: string;
  from?: string;
  party?: Party;
  /** A name that no instrument held here names. */
  unheldParty?: string;
  headquarters?: string;
  marketedForDataCentres?: boolean;
  ownedByListed: number;
  licensed: boolean;
  buyer?: BuyerKind;
  activity: 'ship' | 'use';
  use?: ImportUse;
  asIf: readonly string[];
  /** Last day on which instruments became public: `2025-04-14`. */
  asOf?: string;
}

/**
 * Checks a question.
 *
 * @param item what is asked about; undefined where that could not be read, so that the rest is checked all the same
 * @throws SandtableError with everything wrong at once: ST-K001 to ST-K003, ST-K006, ST-K007, ST-S030, ST-S031
 */
export function checkQuery(controls: Controls, item: Item | undefined, query: StatusQuery): Question {
  const whole = { ...query, on: String(query.on), to: String(query.to) };
  const { question, faults } = readQuery(controls, item, whole);
  if (faults.length > 0) throw new SandtableError(faults);
  return question as Question;
}

/**
 * What can be read of a question that may not be whole yet, and everything wrong with it so far.
 *
 * @param query day and destination may be left out; then contradictions are not looked for
 */
export function readQuery(
  controls: Controls,
  item: Item | undefined,
  query: Partial<StatusQuery>,
): { question: Partial<Question>; faults: Fault[] } {
  const faults: Fault[] = [];
  const attempt = attempting(faults);
  const country = (written: string | undefined, what: Message) =>
    written === undefined ? undefined : attempt(() => requireCountry(controls, written, what));
  const day = query.on === undefined ? undefined : attempt(() => requireDay(query.on!));
  const asOf = query.asOf === undefined ? undefined : attempt(() => requireDate(query.asOf!));
  const to = country(query.to, say('destination'));
  const from = country(query.from, say('origin'));
  const party = query.endUser === undefined ? undefined : partyOf(controls, query.endUser, faults);
  const headquarters = country(query.headquarters, say('country of headquarters')) ?? party?.headquarters;
  const asIf = query.asIf ?? [];
  for (const id of asIf) faults.push(...unknownBill(controls, id));
  faults.push(...wrongWords(query));
  const given = {
    ...(day !== undefined && { day, on: query.on! }),
    ...(to !== undefined && { to }),
    ...(from !== undefined && { from }),
    ...(party && { party }),
    ...(query.endUser !== undefined && !party && { unheldParty: query.endUser }),
    ...(headquarters !== undefined && { headquarters }),
    ...(query.marketedForDataCentres !== undefined && {
      marketedForDataCentres: query.marketedForDataCentres,
    }),
    ownedByListed: query.ownedByListed ?? 0,
    licensed: query.licensed ?? false,
    ...((query.buyer ?? party?.buyer) && { buyer: query.buyer ?? party?.buyer }),
    activity: query.activity ?? 'ship',
    ...(query.use && { use: query.use }),
    ...(asOf && { asOf: isoDay(asOf.to) }),
    asIf,
  };
  const question = given as Partial<Question>;
  const whole = faults.length === 0 && day !== undefined && to !== undefined;
  if (whole) faults.push(...contradictions(question as Question, item, controls));
  if (asOf) faults.push(...laterBills(asIf, controls, asOf));
  return { question, faults };
}

/** A date, however precise; throws ST-S030 or ST-S031. */
function requireDate(text: string): PartialDate {
  const read = parsePartialDate(String(text).trim());
  if ('from' in read) return read;
  throw new SandtableError(error(read.code, read.what, read.fix));
}

/** The day of a whole date, days since 1970-01-01; throws ST-K006 for a month or year, ST-S030 and ST-S031 for no date. */
export function requireDay(text: string): number {
  const read = parsePartialDate(String(text).trim());
  if (!('from' in read)) throw new SandtableError(error(read.code, read.what, read.fix));
  if (read.from === read.to) return read.from;
  const what = say('`{text}` is no day, and rules take effect on days.', { text: shown(text) });
  const fix = say('Write a whole date, such as {example}.', { example: `${text.slice(0, 4)}-10-24` });
  throw new SandtableError(error('ST-K006', what, fix));
}

function partyOf(controls: Controls, written: string, faults: Fault[]): Party | undefined {
  const plain = written.trim().toLowerCase();
  const held = [...controls.parties.values()];
  const found = held.find(({ id, name }) =>
    [id, name.en, name.zh ?? ''].some((one) => one.toLowerCase() === plain),
  );
  if (found || plain === '') {
    if (plain === '') {
      faults.push(error('ST-K002', say('The end user has no name.'), say('Leave it out, or name it.')));
    }
    return found;
  }
  const near = didYouMean(
    plain,
    held.map(({ id }) => id),
  );
  if (near)
    faults.push(error('ST-K002', say('The party `{name}` is not held.', { name: shown(written) }), near));
  return undefined;
}

function unknownBill(controls: Controls, id: string): Fault[] {
  const found = controls.instruments.get(id);
  if (found && !found.effective) return [];
  const bills = [...controls.instruments.values()].filter((one) => !one.effective).map((one) => one.id);
  if (found) {
    const what = say('`{id}` applies anyway: it is no bill.', { id: shown(id) });
    const names = bills.filter((one) => isBill(controls, one)).join(', ');
    return [error('ST-K003', what, say('Known bills are {names}.', { names }))];
  }
  const fix = didYouMean(id, bills) ?? say('sandtable rules lists all instruments.');
  return [error('ST-K007', say('There is no instrument `{id}`.', { id: shown(id) }), fix)];
}

const isBill = (controls: Controls, id: string) => controls.instruments.get(id)?.kind === 'bill';

function wrongWords({ buyer, use, ownedByListed, activity }: Partial<StatusQuery>): Fault[] {
  const oneOf = (option: string, word: string | undefined, known: readonly string[]) =>
    word === undefined || known.includes(word)
      ? []
      : [
          error(
            'ST-K003',
            say('`{name}` cannot be `{value}`.', { name: option, value: shown(word) }),
            didYouMean(word, known) ?? say('Known are {names}.', { names: known.join(', ') }),
          ),
        ];
  const owned =
    ownedByListed === undefined || (ownedByListed >= 0 && ownedByListed <= 1)
      ? []
      : [
          error(
            'ST-K003',
            say('A share of {share} is not from 0 to 1.', { share: String(ownedByListed) }),
            say('Write for example {example}.', { example: '0.6, 60%' }),
          ),
        ];
  return [
    ...oneOf('buyer', buyer, buyerKinds),
    ...oneOf('use', use, importUses),
    ...oneOf('activity', activity, ['ship', 'use']),
    ...owned,
  ];
}

/** Bills taken for law that nobody knew of by then. */
function laterBills(asIf: readonly string[], { instruments }: Controls, asOf: PartialDate): Fault[] {
  return asIf.flatMap((id) => {
    const bill = instruments.get(id);
    if (!bill || knownBy(publicSince(bill), asOf)) return [];
    const what = say('`{id}` was announced {announced}, after {asOf}.', {
      ...{ id, announced: bill.announced.text, asOf: asOf.text },
    });
    return [error('ST-K003', what, say('Leave one of the two out.'))];
  });
}

/** What cannot be true together. */
function contradictions(q: Question, item: Item | undefined, { instruments }: Controls): Fault[] {
  const faults: Fault[] = [];
  const tell = (what: Message, fix: Message) => faults.push(error('ST-K003', what, fix));
  const { party } = q;
  if (q.from === q.to && q.to === home) {
    tell(
      say('From the United States to the United States nothing is exported.'),
      say('Name another destination.'),
    );
  }
  if (party && q.headquarters && q.headquarters !== party.headquarters) {
    const what = say('{party} has its headquarters in {there}, not in {here}.', {
      ...{ party: party.name.en, there: party.headquarters, here: q.headquarters },
    });
    tell(what, say('Leave the end user or the headquarters out.'));
  }
  if (q.use && q.to !== home) {
    tell(
      say('An import use is given, but the destination is not the United States.'),
      say('Leave `{key}` out.', { key: 'use' }),
    );
  }
  if (q.buyer === 'state-funded' && q.to !== 'CN') {
    tell(
      say('A state-funded buyer matters for Chinese measures only, and the destination is not China.'),
      say('Leave `{key}` out.', { key: 'buyer' }),
    );
  }
  if (q.activity === 'use' && q.from && q.from !== q.to) {
    tell(
      say('To go on using something in {to} is no shipment from {from}.', { to: q.to, from: q.from }),
      say('Leave the origin out.'),
    );
  }
  const listed = [...instruments.values()].some(({ lists }) =>
    lists.some(({ parties }) => party && parties.includes(party.id)),
  );
  if (q.ownedByListed > 0 && listed) {
    tell(
      say('{party} is listed itself.', { party: party?.name.en ?? '' }),
      say('Leave the owned share out.'),
    );
  }
  if (q.marketedForDataCentres !== undefined && item && item.kind !== 'chip') {
    tell(say('A market is given, but only chips are told apart by it.'), say('Leave it out.'));
  }
  return faults;
}
