import type { ItemResult } from '../../assessment/assessment.ts';

/** Odds that move by less than this ratio say nothing either way; judged, as wide as the two digits that are shown. */
const SILENT = 1.05;

/** Items for, against and silent on the question that they are ranked by, the strongest first. */
export function sides<T extends Pick<ItemResult, 'moved'>>(items: readonly T[]) {
  const strength = ({ moved }: T) => Math.abs(Math.log(moved.factor));
  const sorted = [...items].sort((p, q) => strength(q) - strength(p));
  return {
    for: sorted.filter(({ moved }) => moved.factor >= SILENT),
    against: sorted.filter(({ moved }) => moved.factor <= 1 / SILENT),
    silent: sorted.filter(({ moved }) => !(moved.factor >= SILENT || moved.factor <= 1 / SILENT)),
  };
}
