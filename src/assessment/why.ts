import { error, SandtableError } from '../errors/fault.ts';
import { say } from '../errors/message.ts';
import { didYouMean } from '../errors/suggest.ts';
import type { Posterior } from '../installed/infer.ts';
import { parameterNames } from '../installed/parameter.ts';
import { parseUnit } from '../units/compound.ts';
import { formatQuantity } from '../units/format.ts';
import { percentFigure } from '../units/percent.ts';
import type { Assessment, Estimate, Question } from './assessment.ts';
import { lawfulSalesTrace, namedChipsTrace } from './lawful-trace.ts';
import type { Plan } from './plan.ts';
import { type QuestionId, questionIds } from './questions.ts';
import type { Trace } from './trace.ts';
import { evidenceTrace, movedBy } from './why-evidence.ts';
import {
  meanPeakTrace,
  overheadTraces,
  parameterTrace,
  poolTrace,
  pueTrace,
  ratedPowerTraces,
} from './why-inputs.ts';
import { siteTraces } from './why-sites.ts';
import { tokenTraces } from './why-tokens.ts';
import { runTraces } from './why-training.ts';
import { formulasZh, presetsZh, wordsZh } from './why-words.ts';

/** Formulas of the hub's quantities, in words. */
const formulas: Readonly<Record<string, string>> = {
  accelerators:
    'sum over sites of claimed accelerators x share lit, where the named chip runs; in all no more than share of the pool x pool',
  compute: 'sum over sites of claimed accelerators x share lit x dense FP16 peak of the claimed chip',
  legal: 'sum over sites of compute lit on legal substitutes / mean peak of the kinds on offer',
  domestic: 'sum over sites of compute lit on domestic chips / mean peak of the kinds on offer',
  'it-load':
    'sum over routes of accelerators x rated server power x peak share x cluster overhead x diversity',
  'facility-load': 'IT load x PUE',
  'largest-run':
    'sum over sites and routes of accelerators x training rate of one on DeepSeek-V3 x share of the time that counts x 90 days / tokens that sites which meet rarely need',
  'largest-run-site':
    'the largest site: accelerators x training rate of one x share of the time that counts x 90 days',
  'largest-run-together':
    'accelerators of all sites x training rate of one x share of the time that counts, as if all stopped together x 90 days',
  'largest-run-h20':
    'the same as for all sites, with the training rate of an H20 for accelerators of any kind',
  tokens:
    'sum over routes of accelerators x tokens that one of them reads and writes on a day, serving DeepSeek-V3 in eight bits',
  'tokens-h20': 'accelerators of any kind x tokens of an H20 on a day',
  'tokens-ascend': 'accelerators of any kind x tokens of an Ascend 910B2 on a day',
  'largest-run-ascend':
    'the same as for all sites, with the training rate of an Ascend 910B2 for accelerators of any kind',
};

/**
 * Explains one quantity or question of an assessment: its formula, its inputs, the evidence that moved it, down to lines
 * of YAML.
 *
 * @param id of a quantity or a question
 * @throws SandtableError ST-A008
 */
export function explain(
  plan: Plan,
  posterior: Posterior,
  from: { assessment: Assessment; id: string },
): Trace {
  const { assessment, id } = from;
  const question = assessment.questions.find((entry) => entry.id === id);
  if (question) return questionTrace(plan, posterior, { assessment, question });
  const estimate = assessment.quantities.find((entry) => entry.id === id);
  if (!estimate) throw new SandtableError(unknown(assessment, id));
  if (id === 'accelerators') return accelerators(plan, posterior, assessment);
  if (id.startsWith('tokens')) return tokensServed(plan, posterior, { assessment, estimate });
  if (id.startsWith('largest-run')) return trainingRun(plan, posterior, { assessment, estimate });
  return withSites(plan, posterior, { assessment, id }, inputs(plan, assessment, id));
}

/** The quantity that a question is about, and the question that items are shown for under a quantity. */
const quantityAsked: Readonly<Record<QuestionId, string>> = {
  'claim-there': 'accelerators',
  'some-named': 'accelerators',
  'mostly-other': 'compute',
  'tenth-lit': 'compute',
  'half-lit': 'compute',
};
const questionShown = (quantity: string): QuestionId =>
  quantity === 'accelerators' ? 'claim-there' : 'tenth-lit';

/** A question from its own quantity on, every item with what it did to this question. */
function questionTrace(
  plan: Plan,
  posterior: Posterior,
  { assessment, question }: { assessment: Assessment; question: Question },
): Trace {
  const { text, means, word, probability } = question;
  const id = questionIds.find((one) => one === question.id)!;
  const moved = movedBy(plan, posterior, { assessment, question: id });
  const quantity = quantityAsked[id];
  const of = quantityOf(assessment, quantity);
  const sites = siteTraces(plan, posterior, { assessment, of, moved });
  const named = id === 'mostly-other' || quantity === 'accelerators';
  const bounds = named ? [poolTrace(plan, posterior), ...namedChipsTrace(plan)] : [];
  return {
    label: text.en,
    zh: {
      label: text.zh ?? text.en,
      value: `${wordsZh[word]}（${percentFigure(probability)}%）`,
      formula: `加权世界中属实者的份额。${means?.zh ?? ''}`,
    },
    value: `${word} (${percentFigure(probability)} %)`,
    formula: ['share of the weighted worlds in which it is so', means?.en].filter(Boolean).join('. '),
    basis: 'derived',
    children: [
      ...(of.claimed ? [claimedTrace(of, of.claimed)] : []),
      { ...head(of), children: [...sites, ...bounds, priorsTrace(plan)] },
      evidenceTrace(plan, moved),
    ],
  };
}

/** What the claim amounts to in a quantity. */
function claimedTrace({ unit }: Estimate, { median }: NonNullable<Estimate['claimed']>): Trace {
  const claimed = { spread: { form: 'exact', value: median }, unit: parseUnit(unit), text: '' } as const;
  return {
    label: 'as claimed, over all sites',
    zh: { label: '各场址所称合计' },
    value: formatQuantity(claimed, { figures: 3 }),
    basis: 'claimed',
    children: [],
  };
}

function head(estimate: Estimate): Omit<Trace, 'children'> {
  const { median, low, high, label, unit, id } = estimate;
  return {
    label: label.en,
    value: { median, low, high },
    unit,
    formula: formulas[id] ?? '',
    zh: { label: label.zh ?? label.en, ...(formulasZh[id] && { formula: formulasZh[id] }) },
    basis: 'derived',
  };
}

function accelerators(plan: Plan, posterior: Posterior, assessment: Assessment): Trace {
  const of = assessment.quantities[0]!;
  const moved = movedBy(plan, posterior, { assessment, question: 'claim-there' });
  return {
    ...head(of),
    children: [
      ...siteTraces(plan, posterior, { assessment, of, moved }),
      poolTrace(plan, posterior),
      ...namedChipsTrace(plan),
      priorsTrace(plan),
      evidenceTrace(plan, moved),
    ],
  };
}

function priorsTrace(plan: Plan): Trace {
  return {
    label: 'priors of the world model',
    zh: { label: '世界模型的先验', value: presetsZh[plan.prior] },
    value: plan.prior,
    children: parameterNames.map((name) => parameterTrace(plan, name)),
  };
}

/** Inputs beside the sites: quantities of the hub it follows from, and figures of the data. */
function inputs(plan: Plan, assessment: Assessment, id: string): Trace[] {
  switch (id) {
    case 'compute':
      return [priorsTrace(plan)];
    case 'legal':
      return [...lawfulSalesTrace(plan), meanPeakTrace(plan, id)];
    case 'domestic':
      return [meanPeakTrace(plan, id)];
    case 'it-load':
      return [
        ...['accelerators', 'legal', 'domestic'].map((one) => leaf(assessment, one)),
        ...ratedPowerTraces(plan),
        ...overheadTraces(plan),
      ];
    case 'facility-load':
      return [
        { ...leaf(assessment, 'it-load'), children: inputs(plan, assessment, 'it-load') },
        hubPueTrace(plan, assessment),
      ];
    default:
      return [];
  }
}

/** PUE of the hub as it is drawn, with what it follows from. */
function hubPueTrace(plan: Plan, assessment: Assessment): Trace {
  return {
    label: 'PUE: facility power over IT load, mean of the year',
    value: quantityOf(assessment, 'facility-load').pue ?? null,
    unit: '1',
    formula: 'mean over sites by the compute lit there; each in its own climate',
    zh: { label: 'PUE：总用电与IT负载之比，全年平均', formula: '对各场址按已点亮算力取均值；各取其气候' },
    basis: 'derived',
    children: [pueTrace(plan)],
  };
}

/** A training run follows from accelerators of all routes at each site, and from what one of each trains. */
function trainingRun(
  plan: Plan,
  posterior: Posterior,
  { assessment, estimate }: { assessment: Assessment; estimate: Estimate },
): Trace {
  const chips = chipTraces(plan, posterior, assessment);
  return { ...head(estimate), children: [...chips, ...runTraces(plan, estimate.id)] };
}

/** Tokens follow from what one accelerator of each route reads and writes on a day, and from accelerators of all routes. */
function tokensServed(
  plan: Plan,
  posterior: Posterior,
  { assessment, estimate }: { assessment: Assessment; estimate: Estimate },
): Trace {
  const chips = chipTraces(plan, posterior, assessment);
  return { ...head(estimate), children: [...tokenTraces(plan), ...chips] };
}

/** Accelerators of all routes with their sites, whose claims and items stand under the first of these alone. */
function chipTraces(plan: Plan, posterior: Posterior, assessment: Assessment): Trace[] {
  const others = ['legal', 'domestic'].map((id): Trace => {
    const of = quantityOf(assessment, id);
    return { ...head(of), children: siteTraces(plan, posterior, { assessment, of, moved: null }) };
  });
  return [withSites(plan, posterior, { assessment, id: 'accelerators' }), ...others];
}

function leaf(assessment: Assessment, id: string): Trace {
  return { ...head(quantityOf(assessment, id)), children: [] };
}

/** A quantity with the sites that it is the sum of, and what else it follows from. */
function withSites(
  plan: Plan,
  posterior: Posterior,
  { assessment, id }: { assessment: Assessment; id: string },
  more: readonly Trace[] = [],
): Trace {
  const of = quantityOf(assessment, id);
  const moved = movedBy(plan, posterior, { assessment, question: questionShown(id) });
  return { ...head(of), children: [...siteTraces(plan, posterior, { assessment, of, moved }), ...more] };
}

function quantityOf({ quantities }: Assessment, id: string): Estimate {
  return quantities.find((entry) => entry.id === id)!;
}

function unknown(assessment: Assessment, id: string) {
  const known = [...assessment.quantities, ...assessment.questions].map((entry) => entry.id);
  return error(
    'ST-A008',
    say('There is nothing called `{id}` to explain.', { id }),
    didYouMean(id, known) ?? say('Known are {names}.', { names: known.join(', ') }),
  );
}
