import { error, SandtableError } from '../errors/fault.ts';
import { either, say } from '../errors/message.ts';
import type { Architecture } from '../models/architecture.ts';
import { type Convention, conventions, trainingFlop } from '../models/flop.ts';
import { planFaults } from './check-plan.ts';
import { type Evaluation, evaluate, type Numbers } from './evaluate.ts';
import { type Group, unpublished, usableCount } from './fleet.ts';
import { habitsOf } from './habits.ts';
import { formatOf, type Precision } from './machine.ts';
import type { TrainingData } from './parse.ts';
import type { Plan } from './plan.ts';
import { type Found, planOf, type Ranked, type SearchOptions, searchPlans } from './search.ts';
import { type Hosted, hostings } from './software.ts';
import type { Space, Task } from './space.ts';
import { spreadOf } from './spread.ts';
import { formatFault, multiplying } from './trainable.ts';
import { smallestChanges } from './why-not.ts';

/** What is asked: a model on chips of one kind; what is left out has a default. */
export interface TrainRequest {
  model: Architecture;
  group: Group;
  /** Sequences of a step. */
  batch?: number;
  /** Tokens of a sequence: what the model was trained on, else 4,096. */
  sequence?: number;
  precision?: Precision;
  /** When the software was made, as a year with fraction. */
  year?: number;
  /** What may wait in the memory of hosts; searched for only where nothing fits without, where left out. */
  host?: Hosted;
  /** Fields of a plan that are given; the others are searched for, or all checked where `exact`. */
  plan?: Partial<Plan>;
  /** Takes the plan as it is and searches for nothing. */
  exact?: boolean;
}

/** How one kind of chip trains a model. */
export interface Trained {
  model: Architecture;
  group: Group;
  /** Chips that the plan uses of those there are. */
  used: number;
  plan: Plan;
  evaluation: Evaluation;
  /** Memory of a chip [B]. */
  capacity: number;
  /** Tokens a second of all chips. */
  rate: number;
  /** Utilisation by each convention, of the dense BF16 peak. */
  utilisation: Readonly<Record<Convention, number>>;
  /** Standard deviation of the logarithm of the time, and what it rests on. */
  spread: ReturnType<typeof spreadOf>;
  /** Whether products run in eight-bit integers, for want of FP8. */
  integers?: boolean;
  /** Other plans, where a search was made. */
  found?: Found;
}

/** Year of the software where nothing else is said: that of the newest published runs. */
export const thisYear = 2026.5;

/**
 * The best plan of one kind of chip for a model, and what it does.
 *
 * @throws SandtableError ST-T003 for chips too little is published of, ST-T004 to ST-T006 for a plan that is impossible, ST-T007 where no plan fits, ST-T009 for a format
 * that the chips lack
 */
export function trainOn(request: TrainRequest, data: TrainingData, options: SearchOptions = {}): Trained {
  const task = taskOf(request);
  const numbers: Numbers = { constants: data.constants, memory: data.memory };
  if (request.exact) return answered(request, { task, numbers, data, plan: exactPlan(request, task) });
  const space = spaceOf(request.plan, options.space);
  const within = (hosted: readonly Hosted[]) =>
    searchPlans(task, numbers, { ...options, space: { ...space, hosted } });
  const first = within(request.host ? ['none', request.host] : (space.hosted ?? ['none']));
  const alone =
    first.best.length > 0 || first.stopped || request.host !== undefined || space.hosted !== undefined;
  const found = alone ? first : within(hostings);
  const [best] = found.best;
  if (!best) throw new SandtableError(nothingFits(task, found, numbers));
  return { ...answered(request, { task, numbers, data, plan: best.plan }), found };
}

/** The task of a request, with its defaults. */
export function taskOf({ model, group, ...wish }: TrainRequest): Task {
  const chips = wish.exact ? group.count : usableCount(group.count);
  const sequence = wish.sequence ?? model.context ?? 4096;
  const batch = wish.batch ?? defaultBatch(chips, sequence);
  const wrong = (
    [
      ['batch', batch],
      ['sequence', sequence],
    ] as const
  ).filter(([, value]) => !(Number.isInteger(value) && value >= 1 && value <= 1e9));
  if (wrong.length > 0) {
    throw new SandtableError(
      wrong.map(([name, value]) =>
        error(
          'ST-T006',
          say('The {name} is {value}.', { name: say(name), value: String(value) }),
          say('Write a whole number from {least} to {most}.', { least: 1, most: '1e9' }),
        ),
      ),
    );
  }
  const precision = wish.precision ?? (group.machine.peak.fp8 === undefined ? 'bf16' : 'fp8');
  const lacking = unpublished(group.machine) ?? formatFault(group.machine, precision);
  if (lacking) throw new SandtableError(lacking);
  return {
    model,
    machine: multiplying(group.machine, precision),
    chips,
    batch,
    sequence,
    precision,
    year: wish.year ?? thisYear,
  };
}

/** A batch of about eight sequences a chip, between 4 and 64 million tokens, that splits as the chips do. */
function defaultBatch(chips: number, sequence: number): number {
  const wanted = Math.min(64e6, Math.max(4e6, chips * 8 * sequence)) / sequence;
  let unit = chips;
  while (unit > wanted && unit % 2 === 0) unit /= 2;
  return Math.max(1, Math.round(wanted / unit)) * unit;
}

function spaceOf(plan: Partial<Plan> = {}, space: Space = {}): Space {
  const one = <T>(value: T | undefined, other: readonly T[] | undefined) =>
    value === undefined ? other : [value];
  const entries = {
    tensor: one(plan.tensor, space.tensor),
    pipeline: one(plan.pipeline, space.pipeline),
    context: one(plan.context, space.context),
    expert: one(plan.expert, space.expert),
    microBatch: one(plan.microBatch, space.microBatch),
    chunks: one(plan.chunks, space.chunks),
    schedule: one(plan.schedule, space.schedule),
    recompute: one(plan.recompute, space.recompute),
    shard: one(plan.shard, space.shard),
    offload: one(plan.offload, space.offload),
  };
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));
}

function exactPlan(request: TrainRequest, task: Task): Plan {
  const given = request.plan ?? {};
  const tensor = given.tensor ?? 1;
  const pipeline = given.pipeline ?? 1;
  const context = given.context ?? 1;
  const data = given.data ?? Math.max(1, Math.floor(task.chips / (tensor * pipeline * context)));
  const outer = {
    tensor,
    pipeline,
    context,
    data,
    expert: given.expert ?? 1,
    microBatch: given.microBatch ?? 1,
  };
  const schedule = given.schedule ?? ((given.chunks ?? 1) > 1 ? 'interleaved' : '1f1b');
  const made = { ...planOf(outer, task, schedule), chunks: given.chunks ?? 1, ...given };
  const plan = given.software ? { ...made, ...habitsOf(given.software.framework, made) } : made;
  const faults = planFaults(task.model, plan, task.chips);
  if (faults.length > 0) throw new SandtableError(faults);
  return plan;
}

function answered(
  { group }: TrainRequest,
  { task, numbers, data, plan }: { task: Task; numbers: Numbers; data: TrainingData; plan: Plan },
): Trained {
  const { model, machine, chips } = task;
  const evaluation = evaluate(model, plan, { machine, numbers });
  const rate = (plan.batch * plan.sequence) / evaluation.step.total;
  const of = (convention: Convention) =>
    (trainingFlop(model, plan.sequence, convention) * rate) / (chips * machine.peak.bf16);
  return {
    model,
    group: { ...group, machine },
    ...(machine !== group.machine && { integers: true }),
    used: chips,
    plan,
    evaluation,
    capacity: machine.memory,
    rate,
    utilisation: Object.fromEntries(conventions.map((one) => [one, of(one)])) as Trained['utilisation'],
    spread: spreadOf({ model, machine, precision: formatOf(machine, plan.precision).format, chips }, data),
  };
}

/** Why nothing fits, with the smallest changes that would help. */
function nothingFits(task: Task, found: Found, numbers: Numbers) {
  const { machine, model, chips } = task;
  const least: Ranked | undefined = found.smallest;
  if (!least) {
    const what = say('No degrees divide {chips} chips, {model} and a batch of {batch} sequences.', {
      ...{ chips, model: model.name, batch: task.batch },
    });
    return error(
      'ST-T005',
      what,
      say('Choose a batch and a number of chips with many divisors, such as powers of two.'),
    );
  }
  const short = (least.memory - machine.memory) / 2 ** 30;
  const what = say(
    'The plan of {model} that needs least memory lacks {short} GiB on each {chip}, of {plans} plans.',
    { model: model.name, short: short.toFixed(0), chip: machine.name, plans: found.counted },
  );
  const changes = smallestChanges(task, least.plan, numbers);
  return error(
    'ST-T007',
    what,
    say('Smallest change: {change}.', {
      change: changes.length > 0 ? either(changes) : say('a smaller model or shorter sequences'),
    }),
  );
}

/** Whether a plan fits, and if not what is short and which single changes would make it fit. */
export function fitOf(
  trained: Trained,
  data: TrainingData,
): { fits: boolean; tight: boolean; shortBytes: number; changes: string[] } {
  const { evaluation, capacity, plan, model, group } = trained;
  const short = evaluation.memory.total - capacity;
  if (short <= 0) return { fits: true, tight: false, shortBytes: 0, changes: [] };
  const tight = short <= data.memory.tolerance * capacity;
  const task = {
    ...taskOf({ model, group, batch: plan.batch, sequence: plan.sequence }),
    chips: trained.used,
  };
  const numbers = { constants: data.constants, memory: data.memory };
  return { fits: false, tight, shortBytes: short, changes: smallestChanges(task, plan, numbers) };
}
