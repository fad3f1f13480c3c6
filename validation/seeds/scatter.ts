import type { Assessment } from '../../src/assessment/assessment.ts';

/** How one figure of a verdict scatters over seeds. */
export interface Scatter {
  figure: string;
  /** Mean over seeds: a probability, or a median in its unit. */
  mean: number;
  /** Standard deviation over seeds: of the probability, or of the logarithm of the median. */
  deviation: number;
  /** Mean of the error that the verdict prints beside a probability; absent for medians. */
  printed?: number;
  unit: string;
}

/** Scatter of every probability and every median over runs that differ in their seed alone. */
export function scatterOf(runs: readonly Assessment[]): Scatter[] {
  const [first] = runs;
  if (!first) return [];
  const questions = first.questions.map(({ id }, q) => {
    const answers = runs.map(({ questions: all }) => all[q]!);
    const probabilities = answers.map(({ probability }) => probability);
    const printed = mean(answers.map(({ error }) => error));
    return {
      figure: `\`${id}\`, probability`,
      mean: mean(probabilities),
      deviation: deviation(probabilities),
      printed,
      unit: '',
    };
  });
  const quantities = first.quantities.flatMap(({ id, unit }, q) => {
    const medians = runs.map(({ quantities: all }) => all[q]!.median);
    if (medians.some((median) => !(median > 0))) return [];
    return [
      { figure: `\`${id}\`, median`, mean: mean(medians), deviation: deviation(medians.map(Math.log)), unit },
    ];
  });
  return [...questions, ...quantities];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Sample standard deviation. */
function deviation(values: readonly number[]): number {
  const centre = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1));
}
