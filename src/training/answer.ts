import { requireModel } from '../models/find.ts';
import { parametersOf } from '../models/parameters.ts';
import type { Group } from './fleet.ts';
import type { TrainingKnowledge } from './knowledge.ts';
import { type Largest, largestRuns } from './largest.ts';
import { type Neighbour, nearestRuns, recordOf } from './nearest.ts';
import { densest, placementOf, updatedBy } from './placement.ts';
import { type Run, type RunRequest, runOf } from './run.ts';
import type { SearchOptions } from './search.ts';
import { type Hosted, hostedBytes, plainSoftware } from './software.ts';
import { eightyOf } from './spread.ts';
import { fitOf, type Trained, type TrainRequest, trainOn } from './train.ts';

/** What one asks: a model, chips, and what is to be held fixed. */
export interface TrainingQuestion extends Omit<TrainRequest, 'group'> {
  groups: readonly Group[];
  run?: Partial<RunRequest>;
}

/** A part of an answer that a reader must not overlook. */
export type Caution =
  | { kind: 'unmeasured'; chip: string }
  | { kind: 'no-record'; chip: string }
  | { kind: 'few-records'; chip: string; runs: number }
  | { kind: 'does-not-fit' | 'tight'; chip: string; shortBytes: number; changes: readonly string[] }
  | { kind: 'idle'; chip: string; chips: number }
  /** Weights or states wait in the memory of the host, so many bytes of it for each chip. */
  | { kind: 'hosted'; chip: string; what: Hosted; bytes: number; asked: boolean }
  /** Products run in eight-bit integers, for want of FP8. */
  | { kind: 'integers'; chip: string }
  /** Beyond what published runs cover: times more chips than any on such chips, or more parameters. */
  | { kind: 'extrapolated'; chip: string; chips?: number; parameters?: number }
  | { kind: 'mixed' };

/** How a fleet trains a model. */
export interface TrainingAnswer {
  model: { id: string; name: string; total: number; active: number };
  groups: readonly Trained[];
  /** Seconds of a step of the first group, and tokens a second of all, with their middle 80 %. */
  step: { value: number; low: number; high: number };
  rate: { value: number; low: number; high: number };
  run: Run;
  largest: readonly Largest[];
  nearest: readonly Neighbour[];
  cautions: readonly Caution[];
  /** What the question left to a default. */
  assumed: readonly Assumed[];
}

const assumable = ['batch', 'sequence', 'precision', 'year'] as const;
/** What a question may leave out; `tokens` are then 20 for each active parameter. */
export type Assumed = (typeof assumable)[number] | 'tokens';

/** Tokens for each active parameter, where nobody says how long to train (Hoffmann et al. 2022, arXiv 2203.15556). */
const tokensEach = 20;

/**
 * Answers how a fleet trains a model: plan, time, memory, the finished run, the largest run, what is like it in public.
 *
 * Several kinds of chips each hold whole copies of the model and take micro-batches in proportion to their speed.
 *
 * @throws SandtableError ST-T004 to ST-T007
 */
export function answerTraining(
  question: TrainingQuestion,
  knowledge: TrainingKnowledge,
  options: SearchOptions = {},
): TrainingAnswer {
  const { training } = knowledge;
  const { watch } = options;
  const groups = question.groups.map((group, i, { length }) =>
    trainOn({ ...question, group }, training, {
      ...options,
      ...(watch && { watch: (share: number) => watch((i + share) / length) }),
    }),
  );
  const [first] = groups;
  const all = groups.length === 1 ? first! : joined(groups);
  const counts = parametersOf(question.model);
  const request = { tokens: tokensEach * counts.active, ...question.run };
  const run = runOf(all, request, knowledge);
  const { total } = first!.evaluation.step;
  const rate = all.rate * (request.wan?.sites ?? 1);
  const reference = requireModel(knowledge.models, 'deepseek-v3');
  return {
    model: { id: question.model.id, name: question.model.name, total: counts.total, active: counts.active },
    groups,
    step: { value: total, ...eightyOf(total, first!.spread.sd) },
    rate: { value: rate, ...eightyOf(rate, all.spread.sd) },
    run,
    largest: largestRuns(all, run, { reference }),
    nearest: nearestRuns(first!, knowledge.runs, { training }),
    cautions: cautionsOf(
      groups,
      knowledge,
      question.plan?.hosted !== undefined || question.host !== undefined,
    ),
    assumed: [
      ...assumable.filter((name) => question[name] === undefined),
      ...(question.run?.tokens === undefined ? (['tokens'] as const) : []),
    ],
  };
}

/** Several kinds as one: rates add up, the widest spread counts, chips are counted together. */
function joined(groups: readonly Trained[]): Trained {
  const [first] = groups;
  return {
    ...first!,
    rate: groups.reduce((sum, { rate }) => sum + rate, 0),
    used: groups.reduce((sum, { used }) => sum + used, 0),
    group: { ...first!.group, count: groups.reduce((sum, { group }) => sum + group.count, 0) },
    spread: groups.reduce((widest, { spread }) => (spread.sd > widest.sd ? spread : widest), first!.spread),
  };
}

/** What waits in the memory of the host, and how much of that a chip needs. */
function hostedCaution({ plan, model, group }: Trained, asked: boolean): Caution[] {
  const { hosted = 'none' } = plan;
  if (hosted === 'none') return [];
  const placed = placementOf(parametersOf(model), plan);
  const updated = updatedBy({ ...placed, dense: densest(placed, plan) }, plan);
  const bytes = updated * hostedBytes(plan.software ?? plainSoftware, hosted);
  return [{ kind: 'hosted', chip: group.machine.name, what: hosted, bytes, asked }];
}

function cautionsOf(
  groups: readonly Trained[],
  { runs, training }: TrainingKnowledge,
  asked: boolean,
): Caution[] {
  const cautions = groups.flatMap((trained): Caution[] => {
    const { machine, count } = trained.group;
    const chip = machine.name;
    const records = recordOf(trained, runs, training);
    const fit = fitOf(trained, training);
    return [
      ...(fit.fits
        ? []
        : [
            {
              kind: fit.tight ? ('tight' as const) : ('does-not-fit' as const),
              chip,
              shortBytes: fit.shortBytes,
              changes: fit.changes,
            },
          ]),
      ...(records === 0 && runs.length > 0 ? [{ kind: 'no-record' as const, chip }] : []),
      ...(records > 0 && records < 5 ? [{ kind: 'few-records' as const, chip, runs: records }] : []),
      ...(machine.measured ? [] : [{ kind: 'unmeasured' as const, chip }]),
      ...hostedCaution(trained, asked),
      ...(trained.integers ? [{ kind: 'integers' as const, chip }] : []),
      ...(trained.spread.beyond ? [{ kind: 'extrapolated' as const, chip, ...trained.spread.beyond }] : []),
      ...(count > trained.used ? [{ kind: 'idle' as const, chip, chips: count - trained.used }] : []),
    ];
  });
  return groups.length > 1 ? [...cautions, { kind: 'mixed' }] : cautions;
}
