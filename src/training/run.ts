import type { Catalogue } from '../chips/chip.ts';
import { coherent, median } from '../chips/figure.ts';
import { price } from '../chips/price.ts';
import { log } from '../elementary/logarithm.ts';
import { trainingFlop } from '../models/flop.ts';
import { parametersOf } from '../models/parameters.ts';
import { facilityPower } from '../site/power.ts';
import type { SiteModel } from '../site/site-model.ts';
import { scaledMiddle } from '../stats/scaled-middle.ts';
import { secondsOfDay } from '../units/calendar.ts';
import { type Goodput, goodput, goodputShare, lackOfSpares, nodesOf } from './goodput.ts';
import type { RunNumbers, TrainingData } from './parse.ts';
import { type Cooperation, type Together, together, type Wan } from './sites.ts';
import { eighty, eightyOf } from './spread.ts';
import type { Trained } from './train.ts';

/** A value with its middle 80 %. */
export interface Eighty {
  value: number;
  low: number;
  high: number;
}

/** What a whole run is made of besides its steps. */
export interface RunRequest {
  /** Tokens to train on. */
  tokens: number;
  /** Sites that share the work, each with the same chips; one where left out. */
  wan?: Wan;
  cooperation?: Cooperation;
  /** Region of the site, for its PUE; and the day for prices, days since 1970-01-01. */
  region?: string;
  day?: number;
  /** Nodes that stand by. */
  spares?: number;
}

/** A training run from its first token to its last. */
export interface Run {
  tokens: number;
  /** FLOP of the run, attention over the tokens before only. */
  flop: number;
  /** Calendar days. */
  days: Eighty;
  /** Chip-hours, those of waiting included. */
  chipHours: Eighty;
  goodput: Goodput;
  /** Chance that more nodes are down than stand by, with a repair time of a day. */
  lack: number;
  /** Tokens a second in the long run. */
  rate: number;
  sites?: Together & { count: number; cooperation: Cooperation; tokenFactor: number };
  /** At the meter [MWh]; absent where the power of the chip or its site is not known. */
  energy?: Eighty;
  /** Renting the chips, and electricity alone [CNY]; absent where nobody quoted a lease. */
  money?: { lease?: Eighty; electricity?: Eighty };
}

/** From a step to a finished run. */
export function runOf(
  trained: Trained,
  request: RunRequest,
  { training, catalogue, site }: { training: TrainingData; catalogue: Catalogue; site: SiteModel },
): Run {
  const { run } = training;
  const { tokens, wan, cooperation = 'synchronous' } = request;
  const count = wan ? wan.sites : 1;
  // Sites that meet rarely do not wait for each other's failures.
  const failing = cooperation === 'synchronous' ? count : 1;
  const kept = goodput(interruptions(trained, run, failing));
  const shared = wan && wan.sites > 1 ? togetherOf(trained, run, { wan, cooperation }) : undefined;
  const factor = shared && cooperation !== 'synchronous' ? median(run.rareMeetings.quantity)! : 1;
  const rate = trained.rate * count * kept.share * (shared?.share ?? 1);
  const seconds = (tokens * factor) / rate;
  const sd = Math.hypot(trained.spread.sd, goodputSpread(trained, run, failing), shared ? 0.05 : 0);
  const days = { value: seconds / secondsOfDay, ...eightyOf(seconds / secondsOfDay, sd) };
  const chips = trained.group.count * count;
  const chipHours = scaledMiddle(days, chips * 24);
  const nodes = nodesOf(chips);
  return {
    tokens,
    flop: trainingFlop(trained.model, trained.plan.sequence, 'causal') * tokens,
    days,
    chipHours,
    goodput: kept,
    lack: lackOfSpares(
      { nodes, nodeLife: median(run.nodeLife.quantity)! },
      { spares: request.spares ?? Math.ceil(nodes / 100), repair: secondsOfDay },
    ),
    rate,
    ...(shared && { sites: { ...shared, count, cooperation, tokenFactor: factor } }),
    ...paidFor({ trained, chipHours, run }, request, { catalogue, site }),
  };
}

function interruptions({ group }: Trained, run: RunNumbers, sites: number) {
  const of = (name: keyof RunNumbers) => median(run[name].quantity)!;
  return {
    nodes: nodesOf(group.count * sites),
    nodeLife: of('nodeLife'),
    recovery: of('recovery'),
    stall: of('stall'),
    maintenance: of('maintenance'),
  };
}

/** Spread of the goodput: all its numbers at their bad and at their good ends. */
function goodputSpread(trained: Trained, run: RunNumbers, sites: number): number {
  const middle = interruptions(trained, run, sites);
  const at = (name: keyof RunNumbers, q: number) => coherent(run[name].quantity)!.quantile(q);
  const end = (q: number) =>
    goodputShare({
      nodes: middle.nodes,
      nodeLife: at('nodeLife', 1 - q),
      recovery: at('recovery', q),
      stall: at('stall', q),
      maintenance: at('maintenance', q),
    });
  return log(Math.max(1e-9, end(0.25)) / Math.max(1e-9, end(0.75))) / (2 * eighty);
}

function togetherOf(
  { evaluation, model }: Trained,
  run: RunNumbers,
  { wan, cooperation }: { wan: Wan; cooperation: Cooperation },
): Together {
  return together(
    {
      cooperation,
      step: evaluation.step.total,
      parameters: parametersOf(model).total,
      steps: median(run.meetingSteps.quantity)!,
      bytes: median(run.meetingBytes.quantity)!,
      fragments: 8,
    },
    wan,
  );
}

function paidFor(
  { trained, chipHours, run }: { trained: Trained; chipHours: Eighty; run: RunNumbers },
  { region = 'other', day: date }: RunRequest,
  { catalogue, site }: { catalogue: Catalogue; site: SiteModel },
): Pick<Run, 'energy' | 'money'> {
  const chip = catalogue.chips.get(trained.group.machine.id);
  if (!chip) return {};
  const power = facilityPower(site, catalogue, { chip, region });
  const watts = power.quantile(0.5);
  const energy = scaledMiddle(chipHours, watts / 1e6);
  const electricity = scaledMiddle(energy, median(run.electricity.quantity)! * 3.6e9);
  const lease = leaseOf(catalogue, chip.id, date);
  return {
    energy,
    money: { electricity, ...(lease && { lease: scaledMiddle(chipHours, lease) }) },
  };
}

/** Rent of one chip for an hour [CNY]; undefined where nobody quoted one. */
function leaseOf(catalogue: Catalogue, id: string, date = 20_400): number | undefined {
  const year = price(catalogue, id, { day: date, channel: 'lease' });
  return year && year.quantile(0.5) / (365.25 * 24);
}
