import { exp } from '../../elementary/exponential.ts';
import { log } from '../../elementary/logarithm.ts';
import { dimensions } from '../../units/dimension.ts';
import { parseQuantity } from '../../units/parse.ts';
import type { Quantity } from '../../units/quantity.ts';
import type { ParameterName, WorldParameters } from '../parameter.ts';
import { type ByPreset, byPreset, type Preset } from '../presets.ts';
import type { Attributes } from './attributes.ts';
import { featuresOf, type Predictor, partsOf, positionOf, summaryOf } from './coefficients.ts';
import type { Delivery } from './delivery-file.ts';
import { logistic, type Outlook, outlookOf } from './likelihood.ts';

/** Standard normal value below which 95 % lie: half the width of a middle 90 %. */
const Z = 1.6449;
/** Variance of the five values that stand for the pace, over that of its distribution. */
const FIVE_LEVELS = 0.766;

/** Distance of a preset from the cases, in units of the stance. */
const STANCE: Readonly<Record<Preset, number>> = { sceptic: -1, neutral: 0, believer: 1 };

/**
 * Parameters of the world model for a hub, from the fitted model of delivery and what is known of the hub; those that the
 * model does not speak of stay as they are.
 *
 * @param known parameters as written in `data/installed/world.yaml`
 */
export function deliveryParameters(
  known: WorldParameters,
  delivery: Delivery,
  attributes: Attributes,
): WorldParameters {
  const parameters = new Map(known);
  const values = valuesOf(delivery, attributes);
  for (const [name, value] of Object.entries(values) as [ParameterName, ByPreset<Quantity>][]) {
    const { citation, place } = delivery;
    parameters.set(name, { ...known.get(name)!, value, citation, place });
  }
  return parameters;
}

function valuesOf(
  delivery: Delivery,
  attributes: Attributes,
): Partial<Record<ParameterName, ByPreset<Quantity>>> {
  const { judgement } = delivery;
  const x = featuresOf(attributes);
  const summary = summaryOf(delivery.fit.coefficients, x);
  const outlook = outlookOf(summary, attributes.commitment === 'built');
  const odds = (predictor: Predictor, stance: number) =>
    byPreset((preset) => {
      const spread = Math.hypot(judgement.hubSpread, standardError(delivery, predictor, x));
      return shareQuantity(summary[positionOf(predictor)]! + STANCE[preset] * stance, spread);
    });
  return {
    realisation: odds('lit', judgement.stance.lit),
    namedShare: odds('named', judgement.stance.named),
    fullShare: odds('full', 0),
    partialFill: all(quantity(`beta(${delivery.part.map(short).join(', ')})`)),
    fullFill: all(quantity(`beta(${judgement.fullFill.join(', ')})`)),
    unlitPaper: all(quantity(percent(outlook.unlit[0]))),
    unlitConstruction: all(quantity(percent(outlook.unlit[1]))),
    ...lags(delivery, attributes, outlook),
  };
}

/**
 * Lags of the world model whose sum has the median and the spread of the time to first light: a part of its variance is
 * the pace, common to the hub, the rest is shared by the lags in proportion.
 */
function lags(
  { judgement }: Delivery,
  attributes: Attributes,
  outlook: Outlook,
): Partial<Record<ParameterName, ByPreset<Quantity>>> {
  const early = judgement.early[attributes.commitment];
  const built = attributes.commitment === 'built';
  const works = built ? early / 2 : Math.max(early + outlook.worksShare * outlook.time, 7);
  const shell = Math.max(early + outlook.shellShare * outlook.time - works, 7);
  const lit = Math.max((1 - outlook.shellShare) * outlook.time, 7);
  const total = works + shell + lit;
  const variance = outlook.timeSpread ** 2;
  const squares = [works, shell, lit].reduce((sum, lag) => sum + (lag / total) ** 2, 0);
  const own = Math.sqrt(log(1 + ((1 - judgement.commonPace) * variance) / squares));
  const pace = Math.sqrt((judgement.commonPace * variance) / FIVE_LEVELS);
  const ramp = Math.max(7, 1.1 * outlook.ramp - 30);
  const rampHigh = Math.max(ramp * 1.5, 1.1 * outlook.ramp * exp(Z * outlook.rampSpread) - 30);
  return {
    early: all(days(`${short(early)} d`)),
    lagConstruction: all(days(spreadOf(works, own, ' d'))),
    lagShell: all(days(spreadOf(shell, own, ' d'))),
    lagLit: all(days(spreadOf(lit, own, ' d'))),
    ramp: all(days(spreadOf(ramp, log(rampHigh / ramp) / Z, ' d'))),
    pace: all(quantity(spreadOf(1, pace, ''))),
  };
}

/** Standard error of a predictor of a hub. */
function standardError({ fit }: Delivery, predictor: Predictor, x: Float64Array): number {
  const size = Math.sqrt(fit.covariance.length);
  const parts = partsOf(x)[positionOf(predictor)]!;
  let variance = 0;
  for (const a of parts) {
    for (const b of parts) {
      variance += a.factor * b.factor * fit.covariance[a.coefficient * size + b.coefficient]!;
    }
  }
  return Math.sqrt(Math.max(variance, 0));
}

/**
 * A share whose mean is logistic(odds) and whose log odds have a standard deviation: the centre is moved outwards by
 * sqrt(1 + pi s^2 / 8), which undoes what averaging over the spread takes from it (MacKay 1992).
 */
function shareQuantity(odds: number, spread: number): Quantity {
  const centre = odds * Math.sqrt(1 + (Math.PI * spread ** 2) / 8);
  const [low, high] = [logistic(centre - Z * spread), logistic(centre + Z * spread)];
  return quantity(`${percent(low)} to ${percent(high)}`);
}

const all = (value: Quantity): ByPreset<Quantity> => byPreset(() => value);
const quantity = (text: string): Quantity => parseQuantity(text, {});
const days = (text: string): Quantity => parseQuantity(text, dimensions.time);
const short = (value: number): string => String(Number(value.toPrecision(3)));
const percent = (share: number): string => `${Number((100 * share).toPrecision(3))}%`;

/** Middle 90 % of a lognormal. */
function spreadOf(median: number, sd: number, unit: string): string {
  const half = exp(Z * Math.max(sd, 0.02));
  return `${short(median / half)} to ${short(median * half)}${unit}`;
}
