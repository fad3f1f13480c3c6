import { estimateService, type ServiceEstimate } from './closed-form.ts';
import type { ServingEngine } from './engine.ts';
import type { RequestShape } from './requests.ts';
import type { Layout, Percentiles } from './service.ts';

/** What users are promised: seconds to the first token and between two tokens, at a percentile. */
export interface Target {
  ttft: number;
  tpot: number;
  percentile: keyof Percentiles;
}

/** Whether an estimate keeps a promise. */
export function keeps({ keepsUp, ttft, tpot }: ServiceEstimate, target: Target): boolean {
  return keepsUp && ttft[target.percentile] <= target.ttft && tpot <= target.tpot;
}

/**
 * The highest rate of requests at which a service keeps what it promises, by halving.
 *
 * @returns requests a second, to one part in ten thousand; 0 where even one a day is too many
 */
export function largestRate(shape: RequestShape, layout: Layout, target: Target): number {
  const good = (rate: number) => keeps(estimateService(shape, layout, rate), target);
  let low = 1 / 86_400;
  if (!good(low)) return 0;
  let high = low;
  while (good(high) && high < 1e9) [low, high] = [high, high * 4];
  while (high / low > 1.0001) {
    const middle = Math.sqrt(low * high);
    if (good(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * The largest batch whose tokens come at a pace, within the memory; it need not be whole.
 *
 * @param pace seconds between two tokens of one sequence at most
 * @returns sequences; 0 where even one is slower
 */
export function largestBatch(
  engine: ServingEngine,
  { context, pace }: { context: number; pace: number },
): number {
  const most = engine.maxBatch(context);
  if (most < 1 || engine.decodeSeconds(1, context) > pace) return 0;
  if (engine.decodeSeconds(most, context) <= pace) return most;
  let [low, high] = [1, most];
  while (high - low > 0.01 * low) {
    const middle = (low + high) / 2;
    if (engine.decodeSeconds(middle, context) <= pace) low = middle;
    else high = middle;
  }
  return low;
}
