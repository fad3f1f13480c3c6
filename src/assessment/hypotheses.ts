import { SUBSTANTIAL } from '../installed/hub-item.ts';
import { hypotheses } from './assessment.ts';
import type { HubColumns } from './hub-columns.ts';

/** Share of the claimed compute from which a hub counts as built in part, and from which by what runs there. */
const LIT_AT_ALL = 0.01;
const LIT_WIDELY = 0.1;

/**
 * Sorts every draw into one hypothesis: the claimed fleet (at least half of the claimed accelerators); else, where at
 * least a tenth of the claimed compute is lit, what most of it is; else built in part (1 to 10 %); else not lit.
 *
 * @param claimed accelerators and dense FP16 FLOP/s of the claim
 * @returns index in `hypotheses` by draw
 */
export function classify(hub: HubColumns, claimed: { fleet: number; compute: number }): Uint8Array {
  const [asClaimed, legal, domestic, partly, unlit] = hypotheses.map((_, i) => i) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const classes = new Uint8Array(hub.compute.length);
  for (let d = 0; d < classes.length; d++) {
    const lit = hub.compute[d]! / claimed.compute;
    if (hub.accelerators[d]! >= SUBSTANTIAL * claimed.fleet) classes[d] = asClaimed;
    else if (lit < LIT_AT_ALL) classes[d] = unlit;
    else if (lit < LIT_WIDELY) classes[d] = partly;
    else classes[d] = dominant(hub, d, { legal, domestic, partly });
  }
  return classes;
}

function dominant(
  hub: HubColumns,
  d: number,
  to: { legal: number; domestic: number; partly: number },
): number {
  const [named, legal, domestic] = hub.byRoute;
  const most = Math.max(named![d]!, legal![d]!, domestic![d]!);
  if (most === legal![d]) return to.legal;
  if (most === domestic![d]) return to.domestic;
  return to.partly;
}
