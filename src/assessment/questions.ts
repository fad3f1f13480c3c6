import { SUBSTANTIAL } from '../installed/hub-item.ts';
import { DRAWS_PER_POINT } from '../installed/hub-state.ts';
import type { Posterior } from '../installed/infer.ts';
import type { Preset } from '../installed/presets.ts';
import type { Localised } from '../sources/source.ts';
import { formatNumber } from '../units/format.ts';
import type { Question } from './assessment.ts';
import { weightOf, weightsOf } from './draws.ts';
import type { HubColumns } from './hub-columns.ts';
import { likelihoodWord } from './likelihood-word.ts';
import type { Plan } from './plan.ts';

/** A yes-or-no question about the hub, answered in every draw: 1 for yes, else 0. */
export interface Test {
  id: QuestionId;
  text: Localised;
  /** What a word of the question means, where it does not say so itself. */
  means?: Localised;
  holds(hub: HubColumns): Uint8Array;
}

/** Restricted accelerators from which there is more than samples and workstations. */
const SOME = 1000;

/** Ids of the questions, for `why`. */
export const questionIds = ['claim-there', 'some-named', 'mostly-other', 'tenth-lit', 'half-lit'] as const;

export type QuestionId = (typeof questionIds)[number];

/** The hub's questions; the first is the headline. */
export function testsOf(plan: Plan): Test[] {
  const fleet = plan.compiled.model.claimedFleet;
  const compute = fleet * plan.compiled.model.sites[0]!.namedPeak;
  return [
    {
      id: 'claim-there',
      text: { en: 'Is the claimed fleet substantially there?', zh: '宣称的算力卡是否大体到位？' },
      means: substantially(fleet),
      holds: (hub) => reaches(hub.accelerators, SUBSTANTIAL * fleet),
    },
    {
      id: 'some-named',
      text: {
        en: 'Do at least 1,000 of the named accelerators run there?',
        zh: '是否至少有1000张所称加速卡在运行？',
      },
      holds: (hub) => reaches(hub.accelerators, SOME),
    },
    {
      id: 'mostly-other',
      text: {
        en: 'Is most of what is lit there something else than the named chip?',
        zh: '已点亮算力是否多为其他芯片？',
      },
      holds: mostlyOther,
    },
    {
      id: 'tenth-lit',
      text: {
        en: 'Is a tenth of the claimed compute lit, on any chip?',
        zh: '不论何种芯片，是否已点亮所称算力的十分之一？',
      },
      holds: (hub) => reaches(hub.compute, 0.1 * compute),
    },
    {
      id: 'half-lit',
      text: {
        en: 'Is half of the claimed compute lit, on any chip?',
        zh: '不论何种芯片，是否已点亮所称算力的一半？',
      },
      holds: (hub) => reaches(hub.compute, 0.5 * compute),
    },
  ];
}

/** From how many accelerators the fleet counts as substantially there, in words. */
function substantially(fleet: number): Localised {
  const share = 100 * SUBSTANTIAL;
  const claimed = (locale: 'en' | 'zh-CN') => formatNumber(fleet, { locale, figures: 3 });
  return {
    en: `Substantially there: at least ${share} % of the claimed ${claimed('en')} run there.`,
    zh: `大体到位：所称${claimed('zh-CN')}张中至少${share}%在运行。`,
  };
}

function reaches(column: Float64Array, least: number): Uint8Array {
  const holds = new Uint8Array(column.length);
  for (let d = 0; d < holds.length; d++) if (column[d]! >= least) holds[d] = 1;
  return holds;
}

function mostlyOther({ compute, byRoute }: HubColumns): Uint8Array {
  const named = byRoute[0]!;
  const holds = new Uint8Array(compute.length);
  for (let d = 0; d < holds.length; d++) if (compute[d]! > 0 && named[d]! < 0.5 * compute[d]!) holds[d] = 1;
  return holds;
}

/** In every draw a bit for each question, set where it is answered yes. */
export function answersOf(tests: readonly Test[], hub: HubColumns): Uint8Array {
  const answers = new Uint8Array(hub.accelerators.length);
  tests.forEach((test, q) => {
    const holds = holdsIn(hub, test);
    for (let d = 0; d < answers.length; d++) answers[d]! |= holds[d]! << q;
  });
  return answers;
}

const answered = new WeakMap<HubColumns, Map<string, Uint8Array>>();

/** 1 for every draw in which a question is answered yes: the same in every what-if about one hub, and so kept with it. */
export function holdsIn(hub: HubColumns, { id, holds }: Pick<Test, 'id' | 'holds'>): Uint8Array {
  const known = answered.get(hub) ?? new Map<string, Uint8Array>();
  answered.set(hub, known);
  const found = known.get(id) ?? holds(hub);
  known.set(id, found);
  return found;
}

/** Probability of the headline, or of its contrary, below which evidence is no longer ranked by it. */
const BEYOND_DOUBT = 0.01;

/**
 * Position of the question that evidence is ranked by: the headline, unless its answer is beyond doubt; then the one whose
 * probability the items move most, since what moves an event of one world in ten thousand tells little of what is there.
 *
 * @param headline its probability
 * @param moved by question: sum over items of how far its probability lies from that without the item
 */
export function focusOf(headline: number, moved: readonly number[]): number {
  if (Math.min(headline, 1 - headline) >= BEYOND_DOUBT) return 0;
  return moved.reduce((most, sum, q) => (sum > moved[most]! ? q : most), 0);
}

/** Answers a question under the chosen prior, all three priors, and before the evidence. */
export function answer(
  test: Test,
  plan: Plan,
  from: { posterior: Posterior; hub: HubColumns; prior: Posterior; priorHub: HubColumns },
): Question {
  const { posterior, hub, prior, priorHub } = from;
  const holds = holdsIn(hub, test);
  const before = holdsIn(priorHub, test);
  const all = weightsOf(holds, posterior.weights);
  const probability = all[plan.prior];
  return {
    id: test.id,
    text: test.text,
    ...(test.means && { means: test.means }),
    probability,
    error: standardError(holds, { posterior, preset: plan.prior, mean: probability }),
    word: likelihoodWord(probability),
    prior: weightOf(before, prior.weights[plan.prior]),
    byPreset: all,
  };
}

/**
 * Monte Carlo standard error of a weighted share. Draws of one point of the globals belong together, so the error is
 * that of points: se^2 = sum over points of (sum over its draws of w (x - mean))^2; draws that were rescued have no
 * points, and are as many as their populations agree on.
 */
function standardError(
  holds: Uint8Array,
  { posterior, preset, mean }: { posterior: Posterior; preset: Preset; mean: number },
): number {
  const weights = posterior.weights[preset];
  const { state, ess } = posterior.quality[preset];
  if (state !== 'good') return Math.sqrt((mean * (1 - mean)) / ess);
  let square = 0;
  for (let first = 0; first < weights.length; first += DRAWS_PER_POINT) {
    let part = 0;
    for (let d = first; d < first + DRAWS_PER_POINT; d++) part += weights[d]! * (holds[d]! - mean);
    square += part * part;
  }
  return Math.sqrt(square);
}
