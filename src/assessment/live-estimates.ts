import type { Posterior } from '../installed/infer.ts';
import { byPreset } from '../installed/presets.ts';
import { type RankedColumn, rankedColumn } from '../stats/ranked-column.ts';
import { rememberedBy } from '../stats/remembered-by.ts';
import { ascending } from '../stats/sorted-order.ts';
import type { Estimate } from './assessment.ts';
import { dotShares, type Middle, middle90, middleOf, middleShares, placeOf, type Thinned } from './draws.ts';
import type { HubColumns } from './hub-columns.ts';
import type { Plan } from './plan.ts';
import { listOf, type Quantity, reweightedList } from './quantities.ts';
import { withSpans } from './run-spans.ts';

/** A quantity of a run kept open: sorted once, since what is imagined changes how often a draw counts and not its value. */
export interface LiveQuantity extends Quantity {
  column: Float64Array;
  ranked: RankedColumn;
  /** The same of the PUE, where the quantity has one. */
  rankedPue?: RankedColumn;
  /** Before the evidence, in some draws. */
  before(draws: Uint32Array): Middle;
}

/** Draws whose values are computed at one go. */
const CHUNK = 32_768;

/** The hub's quantities in every draw. */
export function liveQuantities(
  plan: Plan,
  from: { posterior: Posterior; hub: HubColumns; priorHub: HubColumns },
): LiveQuantity[] {
  const list = listOf(plan, from.posterior);
  const { draws } = from.posterior.columns;
  const columns = list.map(() => new Float64Array(draws));
  const pues = list.map(({ pue }) => pue && new Float64Array(draws));
  for (let first = 0; first < draws; first += CHUNK) {
    const chunk = Uint32Array.from({ length: Math.min(CHUNK, draws - first) }, (_, i) => first + i);
    list.forEach(({ values, pue }, q) => {
      columns[q]!.set(values(from.hub, chunk), first);
      if (pue) pues[q]!.set(pue(from.hub, chunk), first);
    });
  }
  return list.map((quantity, q) => {
    const column = columns[q]!;
    const before = rememberedBy((some: Uint32Array) =>
      middle90(ascending(quantity.values(from.priorHub, some))),
    );
    const pue = pues[q];
    return {
      ...{ ...quantity, column, ranked: rankedColumn(column), before },
      ...(pue && { rankedPue: rankedColumn(pue) }),
    };
  });
}

/** What `quantitiesOf` gives, to the bit. */
export function liveEstimates(
  quantities: readonly LiveQuantity[],
  plan: Plan,
  from: { posterior: Posterior; thinned: Thinned },
): Estimate[] {
  const { posterior, prior } = from.thinned;
  return reweightedList(quantities, plan, from.posterior).map((quantity, q) => {
    const { ranked, rankedPue, before } = quantities[q]!;
    const { id, label, unit, bases, claimed, permitted } = quantity;
    const at = (draws: Uint32Array, shares: readonly number[], of = ranked) =>
      of.valuesAt(
        draws,
        shares.map((p) => placeOf(p, draws.length)),
      );
    const own = at(posterior[plan.prior], [...middleShares, ...dotShares]);
    const middle = middleOf(own);
    const pue = rankedPue && middleOf(at(posterior[plan.prior], middleShares, rankedPue));
    return withSpans({
      ...{ id, label, unit, bases, claimed, permitted },
      ...middle,
      dots: own.slice(middleShares.length),
      byPreset: byPreset((preset) =>
        preset === plan.prior ? middle : middleOf(at(posterior[preset], middleShares)),
      ),
      prior: before(prior[plan.prior]),
      ...(pue && { pue }),
    });
  });
}
