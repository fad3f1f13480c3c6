import { coherent, type Figure } from '../chips/figure.ts';
import type { Basis, Localised, Source } from '../sources/source.ts';
import { stream } from '../stats/random.ts';
import { compileTable, drawColumn } from '../stats/table.ts';
import { secondsOfDay } from '../units/calendar.ts';
import type { Quantity } from '../units/quantity.ts';
import { type Demand, demandAt } from './demand.ts';
import type { MixColumns } from './mix-columns.ts';
import type { Country, ReportedDemand, Workloads } from './workloads.ts';

/** Median and middle 90 %. */
export interface Span {
  median: number;
  low: number;
  high: number;
}

/** What a number rests on. */
export interface Rests {
  basis: Basis;
  /** Ids of data/sources. */
  sources: readonly string[];
}

/** What a country asks for, and how much of it a fleet could serve. */
export interface Share extends Rests {
  id: string;
  name: Localised;
  /** Day of the report and what it says; absent where users were estimated and not tokens reported. */
  reported?: { date: string; says: Quantity };
  /** People who use such models, and what their number rests on; absent where nobody had counted them. */
  users?: Span & Rests;
  /** Tokens a day. */
  asked: Span;
  /** Above 1 where the fleet could serve it whole. */
  share: Span;
}

/** Tokens that one user takes a day, and of when that is. */
export interface PerUser extends Rests {
  tokens: Span;
  date: string;
}

/** What tokens a day mean for people. */
export interface People {
  /** Users of a chat service whom the fleet serves on a day, and the tokens of each. */
  chat: Span;
  perChatUser: PerUser;
  /**
   * Users whose uses are all counted, agents and programs among them, as of the last report of a country: its share times its users.
   * Null where nobody had reported both.
   */
  all: Span | null;
  perUser: PerUser | null;
  /** Answers that are being written at the same time in the busiest hour. */
  answering: Span;
  shares: readonly Share[];
}

interface Options {
  seed: number;
  /** Day up to which reports count, days since 1970-01-01. */
  day: number;
  sources: ReadonlyMap<string, Source>;
}

type Column = (of: Figure, name: string) => Float64Array;

/**
 * What a fleet's tokens mean for people, draw by draw.
 *
 * users = tokens / tokens of a user and day; answers at once = tokens written a second in the busiest hour x pace (Little
 * 1961); share = tokens / tokens asked for. Tokens of a user whose uses are all counted are those that a country asks for over its
 * users, so that share and users say the same.
 *
 * @param tokens read and written on a day, in every draw
 */
export function peopleOf(
  tokens: Float64Array,
  { workloads, mix }: { workloads: Workloads; mix: MixColumns },
  { seed, day, sources }: Options,
): People {
  const column: Column = (of, name) => {
    const out = new Float64Array(tokens.length);
    drawColumn(compileTable(coherent(of.quantity)!), stream(seed, `people/${name}`), 0, out);
    return out;
  };
  const chat = column(workloads.users.chat, 'chat');
  const pace = coherent(workloads.service.pace.quantity)!.quantile(0.5);
  const reported = [...workloads.demand.values()].flatMap((one) => {
    const demand = demandAt(one, { day, sources });
    return demand ? [reportedBy(one, demand, { tokens, column })] : [];
  });
  const countries = [...workloads.countries.values()].map((one) =>
    estimatedBy(one, { tokens, column, chat, each: workloads.users.chat }),
  );
  const all = reported.find(({ all }) => all !== undefined)?.all;
  return {
    chat: spanOf(tokens.map((one, i) => one / chat[i]!)),
    perChatUser: {
      tokens: spanOf(chat),
      date: newest(workloads.users.chat, sources),
      ...restsOn(workloads.users.chat),
    },
    all: all?.people ?? null,
    perUser: all?.perUser ?? null,
    answering: spanOf(
      tokens.map((one, i) => {
        const written = one / (1 + mix.readPerWritten[i]!) / secondsOfDay;
        return written * mix.peakOverMean[i]! * pace;
      }),
    ),
    shares: [...reported.map(({ share }) => share), ...countries],
  };
}

/** A country whose tokens were reported, and what follows for its users. */
function reportedBy(
  { id, name }: ReportedDemand,
  { says, tokens: figure, users: counted, date }: Demand,
  { tokens, column }: { tokens: Float64Array; column: Column },
): { share: Share; all?: { people: Span; perUser: PerUser } } {
  const asked = column(figure, `demand/${id}/${date}`);
  const share = { ...shareOf({ id, name, reported: { date, says } }, { tokens, asked }), ...restsOn(figure) };
  if (!counted) return { share };
  const users = column(counted, `users/${id}/${date}`);
  const rests = { basis: 'derived' as const, sources: restsOn(figure, counted).sources };
  return {
    share: { ...share, users: { ...spanOf(users), ...restsOn(counted) } },
    all: {
      people: spanOf(tokens.map((one, i) => (one / asked[i]!) * users[i]!)),
      perUser: { tokens: spanOf(asked.map((one, i) => one / users[i]!)), date, ...rests },
    },
  };
}

/** A country of which only users can be estimated, who are taken to chat. */
function estimatedBy(
  { id, name, people, share: using }: Country,
  { tokens, column, chat, each }: { tokens: Float64Array; column: Column; chat: Float64Array; each: Figure },
): Share {
  const [persons, part] = [column(people, `people/${id}`), column(using, `share/${id}`)];
  const users = persons.map((one, i) => one * part[i]!);
  const asked = users.map((one, i) => one * chat[i]!);
  const { sources } = restsOn(people, using, each);
  return {
    ...shareOf({ id, name }, { tokens, asked }),
    users: { ...spanOf(users), basis: 'derived', sources: restsOn(people, using).sources },
    basis: 'derived',
    sources,
  };
}

function shareOf(
  head: Pick<Share, 'id' | 'name' | 'reported'>,
  { tokens, asked }: { tokens: Float64Array; asked: Float64Array },
): Omit<Share, keyof Rests> {
  return { ...head, asked: spanOf(asked), share: spanOf(tokens.map((one, i) => one / asked[i]!)) };
}

/** The basis of the first of some figures, and the sources of all. */
function restsOn(...figures: readonly Figure[]): Rests {
  const sources = [...new Set(figures.flatMap(({ citation }) => citation.sources))];
  return { basis: figures[0]!.citation.basis, sources };
}

/** When the newest source of a figure came out. */
function newest({ citation }: Figure, sources: ReadonlyMap<string, Source>): string {
  const dates = citation.sources.flatMap((id) => sources.get(id)?.published ?? []);
  return dates.reduce((last, date) => (date.to > last.to ? date : last), dates[0]!).text;
}

/** Median and middle 90 % of a column; NaN throughout where it has no number. */
export function spanOf(column: Float64Array): Span {
  const sorted = column.filter((value) => !Number.isNaN(value)).sort();
  const at = (p: number) => sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? Number.NaN;
  return { median: at(0.5), low: at(0.05), high: at(0.95) };
}
