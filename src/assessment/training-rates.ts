import { coherent, median } from '../chips/figure.ts';
import { findChip } from '../chips/find.ts';
import type { ByRoute, Columns, SiteColumns } from '../installed/columns.ts';
import { lognormal } from '../stats/lognormal.ts';
import { stream } from '../stats/random.ts';
import { rememberedBy } from '../stats/remembered-by.ts';
import { compileTable, drawsAt } from '../stats/table.ts';
import { goodput } from '../training/goodput.ts';
import { secondsOfDay } from '../units/calendar.ts';
import type { Plan } from './plan.ts';

/** What a fleet of 90 days amounts to in training. */
export interface TrainingRates {
  /** FLOP of a run of 90 days for each FLOP/s of dense FP16 peak that is lit, by route: named, legal, domestic. */
  perPeak: readonly [number, number, number];
  /** The same for an accelerator of one kind. */
  perChip: (chip: string) => number;
  /** By how much a run of all sites of a hub falls behind one at a single place: the tokens it needs more. */
  apart: number;
  /** Standard deviation of the logarithm of a rate. */
  sd: number;
}

const seconds = 90 * secondsOfDay;
/** Spread of the rates of a chip of which nothing is known. */
const UNKNOWN_SPREAD = 0.4;
/** Substitutes that stand for their routes: what was sold to China with permission, and the most common domestic chip. */
export const substitutes = { legal: 'h20', domestic: 'ascend-910b2' } as const;

/** Rates of training DeepSeek-V3 on the chips of a hub and on those that may be there instead. */
export const trainingRates = rememberedBy(computedRates);

function computedRates({ dossier, world, compiled }: Plan): TrainingRates {
  const { machines, run } = world.training;
  const { chips } = world.workloads.training;
  const named = findChip(world.catalogue, dossier.hub.namedChips[0]!)!.id;
  const kept = goodput({
    nodes: Math.ceil(compiled.model.claimedFleet / 8),
    nodeLife: median(run.nodeLife.quantity)!,
    recovery: median(run.recovery.quantity)!,
    stall: median(run.stall.quantity)!,
    maintenance: median(run.maintenance.quantity)!,
  }).share;
  const share = (chip: string) => (chips.get(chip)?.utilisation ?? 0) * kept * seconds;
  return {
    perPeak: [share(named), share(substitutes.legal), share(substitutes.domestic)],
    perChip: (chip) => share(chip) * (machines.get(chip)?.peak.bf16 ?? 0),
    apart: median(run.rareMeetings.quantity)!,
    sd: Math.hypot(
      chips.get(named)?.spread ?? UNKNOWN_SPREAD,
      coherent(run.rareMeetings.quantity) ? 0.05 : 0,
    ),
  };
}

/** Runs of 90 days in some draws [FLOP]: of all sites together, and of the largest single one. */
export interface RunColumns {
  hub: Float64Array;
  site: Float64Array;
  /** Of as many H20, or Ascend 910B2, as there are accelerators of any kind. */
  ifLegal: Float64Array;
  ifDomestic: Float64Array;
}

/**
 * Turns compute lit, by site and route, into training runs; one uncertain factor a draw, the same for all of them.
 *
 * @param accelerators by route, in those draws
 */
export function runColumns(
  plan: Plan,
  columns: Columns,
  { accelerators, draws }: { accelerators: ByRoute<Float64Array>; draws: Uint32Array },
): RunColumns {
  const rates = trainingRates(plan);
  const empty = () => new Float64Array(draws.length);
  const out: RunColumns = { hub: empty(), site: empty(), ifLegal: empty(), ifDomestic: empty() };
  const table = compileTable(lognormal(0, rates.sd));
  const factor = drawsAt(table, stream(plan.seed, 'training/rate'), columns, draws);
  const { sites } = columns.at(draws);
  plan.compiled.model.sites.forEach(({ role }, s) => {
    if (role === 'hub') addRuns(out, sites[s]!, rates.perPeak);
  });
  const [named, legal, domestic] = accelerators;
  const [perLegal, perDomestic] = [rates.perChip(substitutes.legal), rates.perChip(substitutes.domestic)];
  for (let d = 0; d < draws.length; d++) {
    out.hub[d] = (out.hub[d]! * factor[d]!) / rates.apart;
    out.site[d]! *= factor[d]!;
    const chips = named[d]! + legal[d]! + domestic[d]!;
    out.ifLegal[d] = (chips * perLegal * factor[d]!) / rates.apart;
    out.ifDomestic[d] = (chips * perDomestic * factor[d]!) / rates.apart;
  }
  return out;
}

/** Adds the runs of a record of sites to the hub's, and counts it among the largest; a function of its own is compiled soon. */
function addRuns(
  { hub, site }: RunColumns,
  { lit, compute }: SiteColumns,
  [perNamed, perLegal, perDomestic]: TrainingRates['perPeak'],
): void {
  const [named, legal, domestic] = compute;
  const [litNamed, litLegal, litDomestic] = lit;
  for (let d = 0; d < hub.length; d++) {
    const one = named[d]! * perNamed + legal[d]! * perLegal + domestic[d]! * perDomestic;
    hub[d]! += one;
    // A record that stands for several sites is as large as their mean.
    const each = one / Math.max(1, litNamed[d]! + litLegal[d]! + litDomestic[d]!);
    if (each > site[d]!) site[d] = each;
  }
}
