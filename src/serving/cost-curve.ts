import type { Chip } from '../chips/chip.ts';
import { error, SandtableError } from '../errors/fault.ts';
import { normal } from '../stats/normal.ts';
import { stream } from '../stats/random.ts';
import { compileTable, drawColumn } from '../stats/table.ts';
import { secondsOfDay } from '../units/calendar.ts';
import { type Span, spanOf } from './people.ts';
import type { ServingAnswer } from './serve.ts';
import { type CostKnowledge, tokenCost } from './token-cost.ts';

/** What a million tokens cost and use at one point of the front. */
export interface CostPoint {
  /** Time between two tokens of one reader [s]. */
  tpot: number;
  /** Tokens read and written a second by each chip. */
  perChip: number;
  /** CNY for a million tokens, read and written; undefined where nobody quoted a price of the chip. */
  money?: Span;
  /** kWh at the meter for a million tokens. */
  energy: Span;
}

const draws = 2048;

/**
 * Money and energy of a million tokens along the front of speed for each reader against rate for all, chips full all the time.
 *
 * Both go as one over the tokens of a chip: cost of the chip and all that stands around it a year, over its tokens of a year. The
 * middle 90 % is that of money and power and of how far the rate may be off.
 *
 * @param region where the site stands, for its tariff and climate
 * @throws SandtableError ST-V007 for a machine that data/chips does not describe
 */
export function costCurve(
  { front, group, load, spread }: Pick<ServingAnswer, 'front' | 'group' | 'load' | 'spread'>,
  { region, seed = 1 }: { region: string; seed?: number },
  knowledge: CostKnowledge,
): CostPoint[] {
  const { catalogue } = knowledge;
  const chip = catalogue.chips.get(group.chip);
  if (!chip) {
    const what = `Neither price nor power of ${group.name} is in data/chips.`;
    throw new SandtableError(error('ST-V007', what, 'Choose a chip of `sandtable chips`.'));
  }
  // A million tokens a day as predicted: more or less of them as the prediction may be off.
  const tokens = new Float64Array(draws);
  drawColumn(compileTable(normal(0, 1)), stream(seed, 'serving/cost/rate'), 0, tokens);
  for (let i = 0; i < draws; i++) tokens[i] = 1e6 * Math.exp(spread.sd * tokens[i]!);
  const at = { chip, region, day: newestQuote(chip, knowledge), seed };
  const { money, energy } = tokenCost({ tokens, use: new Float64Array(draws).fill(1) }, at, knowledge);
  const [cost, use] = [spanOf(money), spanOf(energy)];
  return front.map(({ tpot, perChip: written }) => {
    const perChip = written * (1 + load.inputTokens / load.outputTokens);
    const over = (span: Span): Span => {
      const by = 1e6 / (perChip * secondsOfDay);
      return { median: span.median * by, low: span.low * by, high: span.high * by };
    };
    return {
      tpot,
      perChip,
      energy: over(use),
      ...(Number.isNaN(cost.median) ? {} : { money: over(cost) }),
    };
  });
}

/** Day of the newest quote of a chip, at which its price is told best; of any chip where nobody quoted it. */
function newestQuote({ id }: Chip, { catalogue: { quotes } }: CostKnowledge): number {
  const own = quotes.filter(({ chip }) => chip === id);
  return (own.length > 0 ? own : quotes).reduce((last, { date }) => Math.max(last, date.to), 0);
}
