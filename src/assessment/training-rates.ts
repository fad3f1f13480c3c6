import { coherent, median } from '../chips/figure.ts';
import { findChip } from '../chips/find.ts';
import type { Columns, SiteColumns } from '../installed/columns.ts';
import { requireModel } from '../models/find.ts';
import { lognormal } from '../stats/lognormal.ts';
import { stream } from '../stats/random.ts';
import { rememberedBy } from '../stats/remembered-by.ts';
import { compileTable, drawsAt } from '../stats/table.ts';
import { goodput } from '../training/goodput.ts';
import type { Space } from '../training/space.ts';
import { type Trained, trainOn } from '../training/train.ts';
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
/** A job at which rates are taken: beyond it batches of 67 million tokens are shared by too many chips. */
const reference = { chips: 8192, batch: 16_384, model: 'deepseek-v3' };
/** Substitutes that stand for their routes: what was sold to China with permission, and the most common domestic chip. */
export const substitutes = { legal: 'h20', domestic: 'ascend-910b2' } as const;
/** Plans of the kind that such models are trained with; a full search would find little more. */
const space: Space = {
  tensor: [1, 2, 4, 8],
  pipeline: [8, 16],
  context: [1],
  expert: [8, 16, 64],
  microBatch: [1],
  schedule: ['1f1b', 'interleaved', 'dualpipe'],
  shard: [1],
  recompute: ['selective', 'full'],
  offload: [0, 0.5],
};

/** Rates of training DeepSeek-V3 on the chips of a hub and on those that may be there instead. */
export const trainingRates = rememberedBy(computedRates);

function computedRates({ dossier, world, compiled }: Plan): TrainingRates {
  const { training, models } = world;
  const named = findChip(world.catalogue, dossier.hub.namedChips[0]!)!.id;
  const model = requireModel(models, reference.model);
  const kept = goodput({
    nodes: Math.ceil(compiled.model.claimedFleet / 8),
    nodeLife: median(training.run.nodeLife.quantity)!,
    recovery: median(training.run.recovery.quantity)!,
    stall: median(training.run.stall.quantity)!,
    maintenance: median(training.run.maintenance.quantity)!,
  }).share;
  const known = new Map<string, Trained | undefined>();
  const trained = (chip: string): Trained | undefined => {
    if (known.has(chip)) return known.get(chip);
    const machine = training.machines.get(chip);
    const group = machine && { machine, count: reference.chips };
    const made =
      group && trainOn({ model, group, batch: reference.batch, sequence: 4096 }, training, { space, top: 1 });
    known.set(chip, made);
    return made;
  };
  const share = (chip: string) => (trained(chip)?.utilisation.causal ?? 0) * kept * seconds;
  const perChip = (chip: string) => share(chip) * (trained(chip)?.group.machine.peak.bf16 ?? 0);
  return {
    perPeak: [share(named), share(substitutes.legal), share(substitutes.domestic)],
    perChip,
    apart: median(training.run.rareMeetings.quantity)!,
    sd: Math.hypot(trained(named)?.spread.sd ?? 0.4, coherent(training.run.rareMeetings.quantity) ? 0.05 : 0),
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

type ByRoute = readonly [Float64Array, Float64Array, Float64Array];

/**
 * Turns compute lit, by site and route, into training runs; one uncertain factor a draw, the same for all of them.
 *
 * @param accelerators by route, in those draws
 */
export function runColumns(
  plan: Plan,
  columns: Columns,
  { accelerators, draws }: { accelerators: ByRoute; draws: Uint32Array },
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
