import type { Assessment } from '../assessment/assessment.ts';
import type { Strings } from './strings/strings.ts';

/** What makes the run again: its id, seed, draws, engine and data. */
export function runLine({ run }: Assessment, s: Strings): string {
  return s.runLine({
    id: run.id,
    seed: run.seed,
    draws: s.number(run.draws, 9),
    engine: run.engine,
    data: run.dataDigest.slice(0, 8),
  });
}

/** How far the draws carry the answer: effective sample size, Pareto k, sampling error of the headline. */
export function samplingLine({ diagnostics, questions }: Assessment, s: Strings): string {
  return s.samplingLine({
    ess: s.number(Math.max(1, Math.round(diagnostics.ess)), 2),
    pareto: Math.max(0, diagnostics.pareto).toFixed(2),
    error: String(Number(((questions[0]?.error ?? 0) * 100).toPrecision(1))),
  });
}
