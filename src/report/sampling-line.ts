import type { Assessment } from '../assessment/assessment.ts';
import type { Strings } from './strings/strings.ts';

/** How far the draws carry the answer: effective sample size, Pareto k, sampling error of the headline. */
export function samplingLine({ diagnostics, questions }: Assessment, s: Strings): string {
  return s.samplingLine({
    ess: s.number(Math.max(1, Math.round(diagnostics.ess)), 2),
    pareto: Math.max(0, diagnostics.pareto).toFixed(2),
    error: String(Number(((questions[0]?.error ?? 0) * 100).toPrecision(1))),
  });
}
