import type { Catalogue, Channel, Chip } from '../chips/chip.ts';
import { yuanPerDollar } from '../chips/exchange.ts';
import { coherent, type Figure } from '../chips/figure.ts';
import { productOf } from '../chips/lognormal-match.ts';
import { price } from '../chips/price.ts';
import type { Limit } from '../dossier/dossier.ts';
import { error, SandtableError } from '../errors/fault.ts';
import { say } from '../errors/message.ts';
import { point } from '../stats/discrete.ts';
import type { Distribution } from '../stats/distribution.ts';
import { scaled } from '../stats/scaled.ts';
import { distributionOf } from '../stats/spread-distribution.ts';
import { secondsOfYear } from '../units/calendar.ts';
import { dimensions, equal } from '../units/dimension.ts';
import type { Quantity } from '../units/quantity.ts';
import { ratedPower } from './power.ts';
import { relativeDensity, standardPressure } from './psychrometrics.ts';
import type { SiteModel } from './site-model.ts';
import { peakPue, type SiteAt, yearlyPue } from './yearly-pue.ts';

export interface PermittedOptions extends SiteAt {
  site: SiteModel;
  catalogue: Catalogue;
  /** Day of the limit, for prices; days since 1970-01-01. */
  day: number;
  /** Where servers are bought; the first of official, grey, world with a quote where left out. */
  channel?: Channel;
  /** Last day of publication of the quotes used. */
  asOf?: number;
}

/**
 * Most accelerators of a chip that a limit lets in.
 *
 * feed:   N = P usable [powerFactor] / (p provisioned clusterOverhead PUE peakPue)
 * floor:  N = A density / (p provisioned clusterOverhead)
 * budget: N = B serverShare / price
 * water:  N = V / (w p peakShare clusterOverhead diversity t), t a year where the amount is a volume, w water over IT energy
 * fans:   N = n V rho c_p dT / (redundancy h p provisioned clusterOverhead), as `permittedByFans`
 * with p the rated server power of one accelerator. Each is a product of independent factors, returned as the lognormal
 * of its log moments.
 *
 * @param limit what is stated: MW or MVA, m2, money, m3 a year, or fans; a bound such as `over 5bn CNY` is read at its number
 * @returns count; undefined where the kind is not modelled (land), the amount is unknown, or nobody quoted a price
 * @throws SandtableError ST-P004 where the unit does not fit the kind
 */
export function permitted(
  limit: Pick<Limit, 'kind' | 'amount'>,
  chip: Chip,
  options: PermittedOptions,
): Distribution | undefined {
  const amount = amountOf(limit.amount);
  if (!amount) return undefined;
  switch (limit.kind) {
    case 'feed':
      return byFeed(limit.amount, amount, { chip, ...options });
    case 'floor-area':
      requireUnit(limit, limit.amount.unit.dimension.length === 2, '35,000 m2');
      return byFloor(amount, { chip, ...options });
    case 'budget':
      return byBudget(limit.amount, amount, { chip, ...options });
    case 'water':
      return byWater(limit.amount, amount, { chip, ...options });
    case 'fans':
      requireUnit(limit, equal(limit.amount.unit.dimension, dimensions.number), '240');
      return byFans(amount, densityAt(options), { chip, ...options });
    default:
      return undefined;
  }
}

type Inputs = PermittedOptions & { chip: Chip };

function byFeed(written: Quantity, amount: Distribution, { chip, ...options }: Inputs): Distribution {
  const { site, catalogue } = options;
  const { unit } = written;
  const apparent = unit.dimension.apparentPower === 1;
  const active = unit.dimension.mass === 1 && unit.dimension.length === 2 && unit.dimension.time === -3;
  requireUnit({ kind: 'feed', amount: written }, apparent || active, '300 MVA');
  const usable = apparent
    ? [value(site.feed.usableApparent), value(site.feed.powerFactor)]
    : [value(site.feed.usableActive)];
  return productOf([
    { of: amount },
    ...usable.map((of) => ({ of })),
    ...demand(site, catalogue, chip),
    { of: yearlyPue(site, options), power: -1 },
    { of: peakPue(site, options), power: -1 },
  ]);
}

function byFloor(amount: Distribution, { site, catalogue, chip }: Inputs): Distribution {
  return productOf([{ of: amount }, { of: value(site.floor.density) }, ...demand(site, catalogue, chip)]);
}

function byBudget(
  written: Quantity,
  amount: Distribution,
  { chip, ...options }: Inputs,
): Distribution | undefined {
  const { site, catalogue, day, channel, asOf = Infinity } = options;
  const { cny, usd } = written.unit.dimension;
  requireUnit({ kind: 'budget', amount: written }, cny === 1 || usd === 1, '6.5bn CNY');
  const yuan = usd === 1 ? scaled(amount, yuanPerDollar(catalogue.exchange, day)) : amount;
  const places: readonly Channel[] = channel ? [channel] : ['official', 'grey', 'world'];
  for (const place of places) {
    const each = price(catalogue, chip.id, { day, channel: place, asOf });
    if (each)
      return productOf([{ of: yuan }, { of: value(site.budget.serverShare) }, { of: each, power: -1 }]);
  }
  return undefined;
}

function byWater(written: Quantity, amount: Distribution, { chip, site, catalogue }: Inputs): Distribution {
  const { length, time } = written.unit.dimension;
  requireUnit({ kind: 'water', amount: written }, length === 3 && (!time || time === -1), '200,000 m3');
  const { peakShare, clusterOverhead, diversity } = site.power;
  const running = [
    ratedPower(site, catalogue, chip),
    value(peakShare),
    value(clusterOverhead),
    value(diversity.training),
    value(site.water.use),
  ];
  return productOf([
    { of: time ? amount : scaled(amount, 1 / secondsOfYear) },
    ...running.map((of) => ({ of, power: -1 })),
  ]);
}

/** Density of air at 20 °C and sea level times its heat capacity [J/(m3 K)]. */
const heatOfAir = 1.204 * 1006;

/**
 * Most accelerators whose heat the condenser fans carry that are seen from above.
 *
 * N = n V rho c_p dT / (redundancy h p provisioned clusterOverhead), h the heat of the halls over IT load
 *
 * @param fans n seen [count]
 * @param density of the air over that at sea level [-]
 * @returns count, within about a factor of two
 */
export function permittedByFans(
  { fans, density }: { fans: number; density: number },
  chip: Chip,
  options: Pick<PermittedOptions, 'site' | 'catalogue'>,
): Distribution {
  return byFans(point(fans), density, { chip, ...options });
}

function byFans(
  fans: Distribution,
  density: number,
  { site, catalogue, chip }: Pick<Inputs, 'site' | 'catalogue' | 'chip'>,
): Distribution {
  const { flow, rise, redundancy, heat } = site.condensers;
  return productOf([
    { of: fans },
    { of: scaled(value(flow), density * heatOfAir) },
    { of: value(rise) },
    { of: value(redundancy), power: -1 },
    { of: value(heat), power: -1 },
    ...demand(site, catalogue, chip),
  ]);
}

/** Density of the air at a site over that at sea level; at sea level where its altitude is not known [-]. */
function densityAt({ location }: SiteAt): number {
  const altitude = location?.elevation && amountOf(location.elevation)?.quantile(0.5);
  return altitude === undefined ? 1 : relativeDensity(20, standardPressure(altitude));
}

/** One over the IT power that has to be provided for an accelerator [1/W]. */
function demand(site: SiteModel, catalogue: Catalogue, chip: Chip): { of: Distribution; power: number }[] {
  const factors = [
    ratedPower(site, catalogue, chip),
    value(site.power.provisioned),
    value(site.power.clusterOverhead),
  ];
  return factors.map((of) => ({ of, power: -1 }));
}

function value(figure: Figure): Distribution {
  return coherent(figure.quantity)!;
}

function amountOf({ spread, unit }: Quantity): Distribution | undefined {
  if (spread.form === 'unknown') return undefined;
  return scaled(distributionOf(spread, { bound: ({ low, high }) => point((low ?? high)!) }), unit.scale);
}

function requireUnit({ kind, amount }: Pick<Limit, 'kind' | 'amount'>, fits: boolean, example: string): void {
  if (fits) return;
  const what = say('`{text}` cannot be a limit of the kind `{kind}`.', { text: amount.text, kind });
  throw new SandtableError(
    error('ST-P004', what, say('Write it like `{example}`, or correct the kind.', { example })),
  );
}
