import type { Chip } from '../chips/chip.ts';
import { coherent } from '../chips/figure.ts';
import { price } from '../chips/price.ts';
import { isoDay } from '../controls/known-rules.ts';
import { exp } from '../elementary/exponential.ts';
import type { Locality } from '../site/locality-file.ts';
import { chainDistributions, ratedPower, ratedServer } from '../site/power.ts';
import { regionOf } from '../site/yearly-pue.ts';
import type { Basis, Localised } from '../sources/source.ts';
import type { Distribution } from '../stats/distribution.ts';
import { normal } from '../stats/normal.ts';
import { stream } from '../stats/random.ts';
import { compileTable, drawColumn } from '../stats/table.ts';
import { secondsOfDay } from '../units/calendar.ts';
import { askedFor, type Middle, type ServingAnswer } from './serve.ts';
import { type CostKnowledge, channelOf, localityOf, tokenCost } from './token-cost.ts';

/** A number that a cost rests on, with its middle 80 %. */
export interface CostGround extends Middle {
  of: 'price' | 'tariff' | 'power' | 'pue';
  /** CNY an accelerator in its server, CNY/kWh, W an accelerator at the server's inlet, or none. */
  unit: 'CNY' | 'CNY/kWh' | 'W' | '1';
  basis: Basis;
  /** Ids of data/sources. */
  sources: readonly string[];
}

/** Money and energy of a million tokens, read and written, at the load of an answer; with their middle 80 %. */
export interface ServingCost {
  region: { id: string; name: Localised };
  /** Day of the prices: that of the newest quote of the chip, days since 1970-01-01 as YYYY-MM-DD. */
  day: string;
  /** CNY, and what of it energy takes; null where nobody quoted a price of the chip. */
  money: Middle | null;
  electricity: Middle;
  /** kWh at the meter. */
  energy: Middle;
  grounds: readonly CostGround[];
}

type Asked = Pick<ServingAnswer, 'group' | 'load' | 'spread' | 'capacity' | 'used' | 'most' | 'asked'>;

/** What a cost is asked for. */
export interface CostWhere {
  /** An id of data/regions/localities.yaml. */
  region: string;
  seed?: number;
}

const costDraws = 4096;

/**
 * Money and energy of a million tokens at the load of an answer, day and night: of all chips, those that stand by among them.
 *
 * Tokens are what is asked for, and no more than the chips can; chips that could do more draw so much less than full ones.
 *
 * @returns undefined for a machine that data/chips does not describe: neither its price nor its power is known
 */
export function servingCost(
  answer: Asked,
  { region, seed = 1 }: CostWhere,
  knowledge: CostKnowledge,
): ServingCost | undefined {
  const { group, load, spread, capacity, used } = answer;
  const chip = knowledge.catalogue.chips.get(group.chip);
  if (!chip) return undefined;
  const day = newestQuote(chip, knowledge);
  const able = offBy(spread.sd, seed).map((off) => capacity * off);
  const asked = askedFor(answer);
  const both = 1 + load.inputTokens / load.outputTokens;
  const tokens = able.map((most) => (Math.min(asked, most) * both * secondsOfDay) / group.count);
  const use = able.map((most) => (Math.min(1, asked / most) * used) / group.count);
  const { money, electricity, energy } = tokenCost({ tokens, use }, { chip, region, day, seed }, knowledge);
  const locality = localityOf(region, knowledge);
  return {
    region: { id: locality.id, name: locality.name },
    day: isoDay(day),
    money: Number.isNaN(money[0]!) ? null : middle(money),
    electricity: middle(electricity),
    energy: middle(energy),
    grounds: groundsOf(chip, { locality, region, day }, knowledge),
  };
}

/** By what rates may be off, in every draw: log-normal around 1. */
export function offBy(sd: number, seed: number, draws = costDraws): Float64Array {
  const out = new Float64Array(draws);
  drawColumn(compileTable(normal(0, 1)), stream(seed, 'serving/cost/rate'), 0, out);
  return out.map((one) => exp(sd * one));
}

/** Day of the newest quote of a chip, at which its price is told best; of any chip where nobody quoted it. */
export function newestQuote({ id }: Pick<Chip, 'id'>, { catalogue: { quotes } }: CostKnowledge): number {
  const own = quotes.filter(({ chip }) => chip === id);
  return (own.length > 0 ? own : quotes).reduce((last, { date }) => Math.max(last, date.to), 0);
}

/** Median and middle 80 % of a column. */
export function middle(column: Float64Array): Middle {
  const sorted = column.slice().sort();
  const at = (p: number) => sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))]!;
  return { value: at(0.5), low: at(0.1), high: at(0.9) };
}

/** What the cost rests on: price of the chip, tariff, power of its server, PUE; each with its sources. */
function groundsOf(
  chip: Chip,
  { locality, region, day }: { locality: Locality; region: string; day: number },
  { site, catalogue }: CostKnowledge,
): CostGround[] {
  const of = (distribution: Distribution, scale = 1): Middle => ({
    value: scale * distribution.quantile(0.5),
    low: scale * distribution.quantile(0.1),
    high: scale * distribution.quantile(0.9),
  });
  const channel = channelOf(catalogue, chip);
  const quotes = catalogue.quotes.filter((quote) => quote.chip === chip.id && quote.channel === channel);
  const server = ratedServer(catalogue, chip);
  const { basis: builds, sources: built } = regionOf(site, region).citation;
  const { basis, sources } = locality.tariff.citation;
  const power = server?.rated.citation ?? chip.power.citation;
  return [
    ...(channel === undefined
      ? []
      : [
          {
            ...{ of: 'price' as const, unit: 'CNY' as const, basis: 'derived' as const },
            ...of(price(catalogue, chip.id, { day, channel })!),
            sources: [...new Set(quotes.flatMap(({ citation }) => citation.sources))],
          },
        ]),
    {
      of: 'power',
      unit: 'W',
      ...of(ratedPower(site, catalogue, chip)),
      ...{ basis: power.basis, sources: power.sources },
    },
    { of: 'pue', unit: '1', ...of(chainDistributions(site, { region }).pue), basis: builds, sources: built },
    { of: 'tariff', unit: 'CNY/kWh', ...of(coherent(locality.tariff.quantity)!, 3.6e6), basis, sources },
  ];
}
