// How a fleet trains a model: the plan, the time of a step, and how sure that is.
import { answerTraining, loadData, parseFleet, parseTrainingKnowledge, requireModel } from '../src/index.ts';

const knowledge = parseTrainingKnowledge(loadData('data'));
const answer = answerTraining(
  {
    model: requireModel(knowledge.models, 'llama-3.1-70b'),
    groups: parseFleet('512xh100-sxm5', knowledge.training.machines),
    sequence: 8192,
  },
  knowledge,
);

const { low, value, high } = answer.step;
const [{ plan, utilisation }] = answer.groups as [(typeof answer.groups)[number]];
process.stdout.write(
  `tp ${plan.tensor} pp ${plan.pipeline} dp ${plan.data}: ${value.toFixed(1)} s a step (${low.toFixed(1)} to ${high.toFixed(1)}), ${(100 * utilisation.causal).toFixed(0)} % of the peak\n`,
);
