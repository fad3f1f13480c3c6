import type { ItemResult } from '../../assessment/assessment.ts';
import { leastFactor } from '../../report/amount.ts';

/** Items for, against and silent on the question that they are ranked by, the strongest first. */
export function sides<T extends Pick<ItemResult, 'moved'>>(items: readonly T[]) {
  const strength = ({ moved }: T) => Math.abs(Math.log(moved.factor));
  const sorted = [...items].sort((p, q) => strength(q) - strength(p));
  return {
    for: sorted.filter(({ moved }) => moved.factor >= leastFactor),
    against: sorted.filter(({ moved }) => moved.factor <= 1 / leastFactor),
    silent: sorted.filter(({ moved }) => !(moved.factor >= leastFactor || moved.factor <= 1 / leastFactor)),
  };
}
