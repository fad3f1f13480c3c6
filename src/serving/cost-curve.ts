import { isoDay } from '../controls/known-rules.ts';
import { error, SandtableError } from '../errors/fault.ts';
import type { Localised } from '../sources/source.ts';
import { secondsOfDay } from '../units/calendar.ts';
import type { Middle, ServingAnswer } from './serve.ts';
import { type CostWhere, middle, newestQuote, offBy } from './serving-cost.ts';
import { type CostKnowledge, localityOf, tokenCost } from './token-cost.ts';

/** What a million tokens cost and use at one point of the front. */
export interface CostPoint {
  /** Time between two tokens of one reader [s]. */
  tpot: number;
  /** Tokens read and written a second by each chip. */
  perChip: number;
  /** CNY for a million tokens, read and written; undefined where nobody quoted a price of the chip. */
  money?: Middle;
  /** kWh at the meter for a million tokens. */
  energy: Middle;
}

/** The cost along the front, at a place, by prices of a day (YYYY-MM-DD). */
export interface CostCurve {
  region: { id: string; name: Localised };
  day: string;
  points: readonly CostPoint[];
}

/**
 * Money and energy of a million tokens along the front of speed for each reader against rate for all, chips full all the time.
 *
 * Both go as one over the tokens of a chip: cost of the chip and all that stands around it a year, over its tokens of a year. The
 * middle 80 % is that of money and power and of how far the rate may be off.
 *
 * @param region where the site stands, for its tariff and climate
 * @throws SandtableError ST-V007 for a machine that data/chips does not describe
 */
export function costCurve(
  { front, group, load, spread }: Pick<ServingAnswer, 'front' | 'group' | 'load' | 'spread'>,
  { region, seed = 1 }: CostWhere,
  knowledge: CostKnowledge,
): CostCurve {
  const chip = knowledge.catalogue.chips.get(group.chip);
  if (!chip) {
    const what = `Neither price nor power of ${group.name} is in data/chips.`;
    throw new SandtableError(error('ST-V007', what, 'Choose a chip of `sandtable chips`.'));
  }
  // A million tokens a day as predicted: more or less of them as the prediction may be off.
  const tokens = offBy(spread.sd, seed).map((off) => 1e6 * off);
  const use = new Float64Array(tokens.length).fill(1);
  const day = newestQuote(chip, knowledge);
  const { money, energy } = tokenCost({ tokens, use }, { chip, region, day, seed }, knowledge);
  const [cost, drawn] = [middle(money), middle(energy)];
  const points = front.map(({ tpot, perChip: written }) => {
    const perChip = written * (1 + load.inputTokens / load.outputTokens);
    const over = ({ value, low, high }: Middle): Middle => {
      const by = 1e6 / (perChip * secondsOfDay);
      return { value: value * by, low: low * by, high: high * by };
    };
    return {
      tpot,
      perChip,
      energy: over(drawn),
      ...(Number.isNaN(cost.value) ? {} : { money: over(cost) }),
    };
  });
  const { id, name } = localityOf(region, knowledge);
  return { region: { id, name }, day: isoDay(day), points };
}
