import type { Review } from './instrument.ts';
import type { Item } from './item.ts';

/**
 * Whether an item was sold in the United States by the day a review policy asks for; null where that is not known:
 * launched around that day, or only rented out or kept by its maker.
 */
export function soldInTime({ madeFor, released, notSold }: Item, review: Review): boolean | null {
  const last = review.soldInUnitedStatesBy.to;
  if (madeFor !== undefined || (released && released.from > last)) return false;
  return released && released.to <= last && !notSold ? true : null;
}
