import { SandtableError } from '../errors/fault.ts';
import type { TrainingQuestion } from './answer.ts';
import type { TrainingKnowledge } from './knowledge.ts';
import { trainOn } from './train.ts';

/** Tokens a second by number of chips. */
export interface ScalingPoint {
  chips: number;
  rate: number;
  /** Share of the dense BF16 peak, attention over the tokens before only. */
  utilisation: number;
}

/**
 * The best rate of the first kind of chip at an eighth to eight times its number, each with a batch of its own unless one
 * was asked for; sizes at which nothing fits are left out.
 */
export function scalingOf(question: TrainingQuestion, { training }: TrainingKnowledge): ScalingPoint[] {
  const [group] = question.groups;
  const points: ScalingPoint[] = [];
  for (const factor of [1 / 8, 1 / 4, 1 / 2, 1, 2, 4, 8]) {
    const count = Math.max(1, Math.round(group!.count * factor));
    const { plan: _, exact: __, ...free } = question;
    try {
      const trained = trainOn({ ...free, group: { ...group!, count } }, training);
      points.push({ chips: trained.used, rate: trained.rate, utilisation: trained.utilisation.causal });
    } catch (problem) {
      if (!(problem instanceof SandtableError)) throw problem;
    }
  }
  return points;
}
