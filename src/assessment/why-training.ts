import { exp } from '../elementary/exponential.ts';
import { type RunParameter, runParameters } from '../training/run-columns.ts';
import type { Plan } from './plan.ts';
import type { RouteKind } from './route-kinds.ts';
import type { Trace } from './trace.ts';
import { type TrainingRates, trainingRates } from './training-rates.ts';
import { figureTrace } from './why-inputs.ts';
import { kindName, offeredTrace } from './why-tokens.ts';
import { runZh } from './why-words.ts';

const meanings: Readonly<Record<RunParameter, string>> = {
  nodeLife: 'L: time between failures of one node of eight chips',
  recovery: 'R: from a failure to training again',
  stall: 'D: time that training stands still for a checkpoint',
  maintenance: 'm: share of the time lost to planned interruptions',
  rareMeetings: 'tokens that sites which meet rarely need, over those of one place',
};

const goodput: Trace = {
  label: 'share of the time that counts, of a site of N nodes',
  zh: {
    label: '有效时间的份额（N个节点的场址）',
    value: '逐场址逐次抽样',
    formula: 'exp(−(T/2 + R)/M) × (1 − D/T) × (1 − m)，M = L/N，T = √(2 D M)',
  },
  value: 'by site and draw',
  formula: 'exp(-(T/2 + R)/M) x (1 - D/T) x (1 - m), M = L/N, T = sqrt(2 D M)',
  basis: 'derived',
  children: [],
};

/** What a training run rests on: the rates of one chip by route, and what stops runs. */
export function runTraces(plan: Plan, id: string): Trace[] {
  const { routes, legal, domestic, left } = trainingRates(plan);
  const kindOf = (kind: RouteKind<TrainingRates>) => kindTrace(plan, kind);
  const byRoute = () => [
    ...routes[0].map(kindOf),
    offeredTrace(plan, 'legal', { left: left.legal, children: routes[1].map(kindOf) }),
    offeredTrace(plan, 'domestic', { left: left.domestic, children: routes[2].map(kindOf) }),
  ];
  const kinds =
    id === 'largest-run-h20'
      ? legal.map(kindOf)
      : id === 'largest-run-ascend'
        ? domestic.map(kindOf)
        : byRoute();
  const apart = id !== 'largest-run-site' && id !== 'largest-run-together';
  return [
    ...kinds,
    goodput,
    ...runParameters
      .filter((name) => apart || name !== 'rareMeetings')
      .map((name) => figureTrace(meanings[name], runZh[name], plan.world.training.run[name])),
  ];
}

/** How fast one kind trains, with the line it is written at. */
function kindTrace(plan: Plan, kind: RouteKind<TrainingRates>): Trace {
  const { citation, model } = plan.world.workloads.training;
  const name = kindName(plan, kind);
  const { peak, utilisation, spread, place } = kind.rates;
  const [percent, times] = [(100 * utilisation).toFixed(1), exp(1.645 * spread).toFixed(1)];
  return {
    label: `${name.en}: training rate of one chip on ${model}, at most ${times} times more or less in 90 %`,
    value: peak * utilisation,
    unit: 'FLOP/s',
    formula: `dense BF16 peak x utilisation, ${percent} %: the training model, best plan found for 8,192 chips`,
    zh: {
      label: `${name.zh}：单卡训练${model}的速率，九成把握在${times}倍之内`,
      formula: `稠密BF16峰值 × 利用率 ${percent}%：训练模型，8,192块芯片的最佳方案`,
    },
    basis: citation.basis,
    ...(citation.sources[0] && { source: citation.sources[0] }),
    place,
    children: [],
  };
}
