import { type Evaluation, evaluate, type Numbers } from './evaluate.ts';
import type { Machine } from './machine.ts';
import type { Plan, Recompute } from './plan.ts';
import type { PublishedRun } from './published.ts';
import { plainSoftware, type Software } from './software.ts';
import { multiplying } from './trainable.ts';

/**
 * What the model says of a published run.
 *
 * Fields that were not published take the value under which the run fits the memory of its chips and is fastest: the
 * people who published it had tuned it.
 */
export function predictRun(
  run: PublishedRun,
  { machines, numbers }: { machines: ReadonlyMap<string, Machine>; numbers: Numbers },
): (Evaluation & { machine: Machine; plan: Plan }) | undefined {
  const known = machines.get(run.chip);
  if (!known) return undefined;
  const machine = machineOf(run, known);
  const evaluated = (plan: Plan) => ({ plan, machine, ...evaluate(run.model, plan, { machine, numbers }) });
  const plans = openPlans(run);
  const candidates = plans.map(evaluated);
  // Where recomputation was published, what else is open is chosen within the error of the memory model.
  const room = 1 + (run.open.includes('recompute') ? 0 : numbers.memory.tolerance);
  const fits = ({ memory }: Evaluation) => memory.total <= room * machine.memory;
  const fitting = candidates.filter(fits);
  if (fitting.length > 0) return least(fitting, ({ step }) => step.total);
  const wider = plans.flatMap((plan) => lastResorts(plan, run)).map(evaluated);
  const helped = wider.filter(fits);
  if (helped.length > 0) return least(helped, ({ step }) => step.total);
  return least([...candidates, ...wider], ({ memory }) => memory.total);
}

/** The chips of a run with the network it names. */
function machineOf({ network, plan }: PublishedRun, known: Machine): Machine {
  return { ...multiplying(known, plan.precision), ...(network && { network }) };
}

/**
 * What people do where a plan would not fit, and did not always publish: experts spread over tensor groups, copies that
 * share all, gradients in two bytes, moments in the memory of the host.
 */
function lastResorts(plan: Plan, { open }: PublishedRun): Plan[] {
  const software = plan.software ?? plainSoftware;
  const keeping = (states: Software['states']) => ({ ...plan, software: { ...software, states } });
  return [
    ...(open.includes('expertTensor')
      ? [
          { ...plan, expertTensor: plan.tensor },
          { ...plan, expertTensor: 1, expert: plan.expert * plan.tensor },
        ]
      : []),
    ...(open.includes('shard') ? [{ ...plan, shard: 3 as const }] : []),
    ...(open.includes('states') ? [keeping('half gradients'), { ...plan, hosted: 'moments' as const }] : []),
  ];
}

function least<T>(items: readonly T[], of: (item: T) => number): T | undefined {
  return items.reduce<T | undefined>(
    (best, one) => (best === undefined || of(one) < of(best) ? one : best),
    undefined,
  );
}

function openPlans(run: PublishedRun): Plan[] {
  const { plan, open, model } = run;
  let plans = [plan];
  const vary = (change: (one: Plan) => Plan[]) => {
    plans = plans.flatMap(change);
  };
  if (open.includes('split') && !/^tpu/.test(run.chip)) {
    const chips = plan.tensor * plan.pipeline * plan.data * plan.context;
    vary((one) =>
      [1, 2, 4, 8, 16].flatMap((tensor) => {
        const data = chips / (tensor * one.pipeline * one.context);
        return [1, 2, 4, 8]
          .filter((size) => Number.isInteger(data) && Number.isInteger(one.batch / (data * size)))
          .map((microBatch) => ({ ...one, tensor, data, microBatch }));
      }),
    );
    if (plans.length === 0) plans = [plan];
  }
  if (open.includes('microBatch') && !open.includes('split')) {
    vary((one) =>
      [1, 2, 4, 8]
        .filter((size) => Number.isInteger(one.batch / (one.data * size)) || size === 1)
        .map((microBatch) => ({ ...one, microBatch })),
    );
  }
  if (open.includes('chunks') && plan.schedule === 'interleaved') {
    const layers = model.layers.reduce((sum, { count }) => sum + count, 0);
    const most = Math.max(1, Math.floor(layers / plan.pipeline));
    vary((one) =>
      [1, 2, 3, 4, 6, 8]
        .filter((chunks) => chunks <= most)
        .map((chunks) => ({ ...one, chunks, schedule: chunks > 1 ? 'interleaved' : ('1f1b' as const) })),
    );
  }
  if (open.includes('recompute')) {
    const all: Recompute[] = ['none', 'selective', 'half', 'full'];
    vary((one) => [
      ...all.map((recompute) => ({ ...one, recompute })),
      ...[0.5, 1].map((offload) => ({ ...one, offload })),
      // Inputs of layers that wait in the memory of the host, as MaxText's recipes have it.
      { ...one, recompute: 'full' as const, offload: 1 },
    ]);
  }
  return plans;
}
