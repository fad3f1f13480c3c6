import { SUBSTANTIAL } from '../installed/hub-item.ts';
import type { Posterior } from '../installed/infer.ts';
import { byPreset } from '../installed/presets.ts';
import type { Localised } from '../sources/source.ts';
import type { Question } from './assessment.ts';
import { probabilityThat } from './draws.ts';
import type { HubColumns } from './hub-columns.ts';
import { likelihoodWord } from './likelihood-word.ts';
import type { Plan } from './plan.ts';

/** A yes-or-no question about the hub, answered in every draw. */
export interface Test {
  id: string;
  text: Localised;
  holds(hub: HubColumns, draw: number): boolean;
}

/** Restricted accelerators from which there is more than samples and workstations. */
const SOME = 1000;

/** The hub's questions; the first is the headline. */
export function testsOf(plan: Plan): Test[] {
  const fleet = plan.compiled.model.claimedFleet;
  const compute = fleet * plan.compiled.model.sites[0]!.namedPeak;
  return [
    {
      id: 'claim-there',
      text: { en: 'Is the claimed fleet substantially there?', zh: '宣称的算力卡是否大体到位?' },
      holds: (hub, d) => hub.accelerators[d]! >= SUBSTANTIAL * fleet,
    },
    {
      id: 'some-named',
      text: {
        en: 'Do at least 1,000 of the named accelerators run there?',
        zh: '是否至少有1000张所称加速卡在运行?',
      },
      holds: (hub, d) => hub.accelerators[d]! >= SOME,
    },
    {
      id: 'mostly-other',
      text: {
        en: 'Is most of what is lit there something else than the named chip?',
        zh: '已点亮算力是否多为其他芯片?',
      },
      holds: (hub, d) => hub.compute[d]! > 0 && hub.byRoute[0]![d]! < 0.5 * hub.compute[d]!,
    },
    {
      id: 'tenth-lit',
      text: {
        en: 'Is a tenth of the claimed compute lit, on any chip?',
        zh: '不论何种芯片,是否已点亮所称算力的十分之一?',
      },
      holds: (hub, d) => hub.compute[d]! >= 0.1 * compute,
    },
    {
      id: 'half-lit',
      text: {
        en: 'Is half of the claimed compute lit, on any chip?',
        zh: '不论何种芯片,是否已点亮所称算力的一半?',
      },
      holds: (hub, d) => hub.compute[d]! >= 0.5 * compute,
    },
  ];
}

/** Answers a question under the chosen prior, all three priors, and before the evidence. */
export function answer(
  test: Test,
  plan: Plan,
  from: { posterior: Posterior; hub: HubColumns; prior: Posterior; priorHub: HubColumns },
): Question {
  const { posterior, hub, prior, priorHub } = from;
  const all = byPreset((preset) => probabilityThat((d) => test.holds(hub, d), posterior.weights[preset]));
  const probability = all[plan.prior];
  return {
    id: test.id,
    text: test.text,
    probability,
    error: Math.sqrt((probability * (1 - probability)) / posterior.quality[plan.prior].ess),
    word: likelihoodWord(probability),
    prior: probabilityThat((d) => test.holds(priorHub, d), prior.weights[plan.prior]),
    byPreset: all,
  };
}
