// How chips serve a model: the placement, tokens a second within a target, and how sure that is.
import { answerServing, loadData, parseFleet, parseServingKnowledge, requireModel } from '../src/index.ts';

const knowledge = parseServingKnowledge(loadData('data'));
const answer = answerServing(
  {
    model: requireModel(knowledge.models, 'deepseek-v3'),
    group: parseFleet('64xh20', knowledge.machines)[0]!,
    load: { inputTokens: 4096, outputTokens: 1024, prefixHit: 0.5 },
    target: { tpot: 0.05 },
  },
  knowledge,
);

const { written, best, engines } = answer;
process.stdout.write(
  `${engines} engines of ${best.chips} chips: ${Math.round(written.value)} tokens a second (${Math.round(written.low)} to ${Math.round(written.high)}), ${(1000 * best.tpot).toFixed(0)} ms between them\n`,
);
