import { coherent } from '../chips/figure.ts';
import type { Localised, Source } from '../sources/source.ts';
import type { Distribution } from '../stats/distribution.ts';
import { stream } from '../stats/random.ts';
import { compileTable, drawColumn } from '../stats/table.ts';
import { secondsOfDay } from '../units/calendar.ts';
import { demandAt } from './demand.ts';
import type { MixColumns } from './mix-columns.ts';
import type { Workloads } from './workloads.ts';

/** Median and middle 90 %. */
export interface Span {
  median: number;
  low: number;
  high: number;
}

/** What a country asks for, and how much of it a fleet could serve. */
export interface Share {
  id: string;
  name: Localised;
  /** Day of the report; absent where users were estimated and not tokens reported. */
  date?: string;
  /** Tokens a day. */
  asked: Span;
  /** Above 1 where the fleet could serve it whole. */
  share: Span;
}

/** What tokens a day mean for people. */
export interface People {
  /** Users of a chat service, and of all uses of models, whom the fleet serves on a day. */
  chat: Span;
  all: Span;
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

/**
 * What a fleet's tokens mean for people, draw by draw.
 *
 * users = tokens / tokens of a user and day; answers at once = tokens written a second in the busiest hour x pace (Little
 * 1961); share = tokens / tokens asked for.
 *
 * @param tokens read and written on a day, in every draw
 */
export function peopleOf(
  tokens: Float64Array,
  { workloads, mix }: { workloads: Workloads; mix: MixColumns },
  { seed, day, sources }: Options,
): People {
  const column = (of: Distribution, name: string) => {
    const out = new Float64Array(tokens.length);
    drawColumn(compileTable(of), stream(seed, `people/${name}`), 0, out);
    return out;
  };
  const chat = column(coherent(workloads.users.chat.quantity)!, 'chat');
  const all = column(coherent(workloads.users.all.quantity)!, 'all');
  const pace = coherent(workloads.service.pace.quantity)!.quantile(0.5);
  const countries = [...workloads.countries.values()].map(({ id, name, people, share }) => {
    const persons = column(coherent(people.quantity)!, `people/${id}`);
    const using = column(coherent(share.quantity)!, `share/${id}`);
    return shareOf({ id, name }, { tokens, asked: persons.map((one, i) => one * using[i]! * chat[i]!) });
  });
  const reported = [...workloads.demand.values()].flatMap((one) => {
    const demand = demandAt(one, { day, sources });
    if (!demand) return [];
    const asked = column(demand.tokens, `demand/${one.id}/${demand.date}`);
    return shareOf({ id: one.id, name: one.name, date: demand.date }, { tokens, asked });
  });
  return {
    chat: spanOf(tokens.map((one, i) => one / chat[i]!)),
    all: spanOf(tokens.map((one, i) => one / all[i]!)),
    answering: spanOf(
      tokens.map((one, i) => {
        const written = one / (1 + mix.readPerWritten[i]!) / secondsOfDay;
        return written * mix.peakOverMean[i]! * pace;
      }),
    ),
    shares: [...reported, ...countries],
  };
}

function shareOf(
  head: Pick<Share, 'id' | 'name' | 'date'>,
  { tokens, asked }: { tokens: Float64Array; asked: Float64Array },
): Share {
  return { ...head, asked: spanOf(asked), share: spanOf(tokens.map((one, i) => one / asked[i]!)) };
}

/** Median and middle 90 % of a column; NaN throughout where it has no number. */
export function spanOf(column: Float64Array): Span {
  const sorted = column.filter((value) => !Number.isNaN(value)).sort();
  const at = (p: number) => sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? Number.NaN;
  return { median: at(0.5), low: at(0.05), high: at(0.95) };
}
