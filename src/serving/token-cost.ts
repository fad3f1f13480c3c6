import type { Catalogue, Channel, Chip } from '../chips/chip.ts';
import { coherent } from '../chips/figure.ts';
import { price } from '../chips/price.ts';
import { type CostConstants, siteCost } from '../site/cost.ts';
import { type Grounds, middlesOf } from '../site/grounds.ts';
import type { Locality } from '../site/locality-file.ts';
import { chainDistributions, ratedPower } from '../site/power.ts';
import { serverPower } from '../site/server-states.ts';
import type { SiteModel } from '../site/site-model.ts';
import type { Distribution } from '../stats/distribution.ts';
import { stream } from '../stats/random.ts';
import { compileTable, drawColumn } from '../stats/table.ts';
import { secondsOfDay, secondsOfYear } from '../units/calendar.ts';

/** What a million tokens cost and use, read and written together, in every draw. */
export interface TokenCost {
  /** CNY for a million tokens; NaN where nobody quoted a price of the chip. */
  money: Float64Array;
  /** kWh at the meter for a million tokens. */
  energy: Float64Array;
  /** Of the money, what is due for servers and their network, and for energy. */
  servers: Float64Array;
  electricity: Float64Array;
}

export interface CostKnowledge {
  grounds: Grounds;
  site: SiteModel;
  catalogue: Catalogue;
}

export interface CostAt {
  chip: Chip;
  region: string;
  /** Day of prices, days since 1970-01-01. */
  day: number;
  seed: number;
}

/** Where official prices exist, they are what a lawful buyer pays. */
const channels: readonly Channel[] = ['official', 'grey', 'world'];

/** The channel that a chip is priced by; undefined where nobody quoted it in any. */
export function channelOf({ quotes }: Catalogue, { id }: Pick<Chip, 'id'>): Channel | undefined {
  return channels.find((channel) => quotes.some((quote) => quote.chip === id && quote.channel === channel));
}

/** What a site of a region pays for energy; of any place where nothing is known of the region. */
export function localityOf(region: string, { grounds }: Pick<CostKnowledge, 'grounds'>): Locality {
  return grounds.localities.get(region) ?? grounds.localities.get('other')!;
}

/**
 * Money and energy of a million tokens on one chip and all that stands around it.
 *
 * (capital due + energy + upkeep + staff) of a year / tokens of a year, by the cost model of sites; power is that of a service:
 * rating x peak share x overhead x (idle + use x (full - idle)) x PUE, full and idle being what a server draws of its peak at full
 * batches and without work.
 *
 * @param tokens read and written by one chip on a day, in every draw
 * @param use share of the day that it works at full batches, in every draw
 */
export function tokenCost(
  { tokens, use }: { tokens: Float64Array; use: Float64Array },
  { chip, region, day, seed }: CostAt,
  { grounds, site, catalogue }: CostKnowledge,
): TokenCost {
  const draws = tokens.length;
  const column = (of: Distribution, name: string) => {
    const out = new Float64Array(draws);
    drawColumn(compileTable(of), stream(seed, `serving/cost/${name}`), 0, out);
    return out;
  };
  const chain = chainDistributions(site, { region });
  const { server, service } = grounds.power;
  const locality = localityOf(region, { grounds });
  const channel = channelOf(catalogue, chip);
  const quoted = channel && price(catalogue, chip.id, { day, channel });
  const columns = {
    rated: column(ratedPower(site, catalogue, chip), 'rated'),
    peakShare: column(chain.peakShare, 'peakShare'),
    overhead: column(chain.clusterOverhead, 'clusterOverhead'),
    idle: column(server.spread.idle, 'idle'),
    exponent: column(server.spread.exponent, 'exponent'),
    full: column(service.spread.full, 'full'),
    pue: column(chain.pue, 'pue'),
    tariff: column(coherent(locality.tariff.quantity)!, 'tariff'),
    price: quoted ? column(quoted, 'price') : new Float64Array(draws).fill(Number.NaN),
  };
  const out: TokenCost = {
    money: new Float64Array(draws),
    energy: new Float64Array(draws),
    servers: new Float64Array(draws),
    electricity: new Float64Array(draws),
  };
  const constants = middlesOf(grounds.cost) as CostConstants;
  for (let i = 0; i < draws; i++)
    fill(out, i, { tokens: tokens[i]!, use: use[i]!, constants, ...at(columns, i) });
  return out;
}

type Named = 'rated' | 'peakShare' | 'overhead' | 'idle' | 'exponent' | 'full' | 'pue' | 'tariff' | 'price';

function at(columns: Readonly<Record<Named, Float64Array>>, i: number): Record<Named, number> {
  const { rated, peakShare, overhead, idle, exponent, full, pue, tariff, price: quoted } = columns;
  return {
    rated: rated[i]!,
    peakShare: peakShare[i]!,
    overhead: overhead[i]!,
    idle: idle[i]!,
    exponent: exponent[i]!,
    full: full[i]!,
    pue: pue[i]!,
    tariff: tariff[i]! * 3.6e6,
    price: quoted[i]!,
  };
}

function fill(
  out: TokenCost,
  i: number,
  one: Record<Named, number> & { tokens: number; use: number; constants: CostConstants },
): void {
  const peakMw = (one.rated * one.peakShare * one.overhead) / 1e6;
  const idle = serverPower(peakMw, 0, one);
  const mean = idle + one.use * (serverPower(peakMw, one.full, one) - idle);
  const energyMwh = mean * one.pue * (secondsOfYear / 3600);
  const millions = (one.tokens * (secondsOfYear / secondsOfDay)) / 1e6;
  const site = { chips: 1, chipPrice: one.price, itMw: peakMw, energyMwh, tariff: one.tariff };
  const { capital, yearly } = siteCost(site, one.constants);
  const sum = yearly.energy + yearly.upkeep + yearly.staff + yearly.capital;
  const all = Object.values(capital).reduce((total, part) => total + part, 0);
  out.money[i] = sum / millions;
  out.energy[i] = (energyMwh * 1000) / millions;
  out.servers[i] = (yearly.capital * (capital.servers + capital.network)) / all / millions;
  out.electricity[i] = yearly.energy / millions;
}
