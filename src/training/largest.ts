import { log } from '../elementary/logarithm.ts';
import type { Architecture } from '../models/architecture.ts';
import { trainingFlop } from '../models/flop.ts';
import { secondsOfDay } from '../units/calendar.ts';
import type { Run } from './run.ts';
import { eightyOf } from './spread.ts';
import type { Trained } from './train.ts';

/** The largest run that a fleet finishes in a time. */
export interface Largest {
  days: number;
  /** FLOP, attention over the tokens before only, with its middle 80 %. */
  flop: { value: number; low: number; high: number };
  tokens: number;
  /** How many times the pre-training of DeepSeek-V3: 14.8 trillion tokens (arXiv 2412.19437). */
  equivalents: number;
}

/** Tokens that DeepSeek-V3 was trained on. */
const referenceTokens = 14.8e12;

/** FLOP of the pre-training of DeepSeek-V3. */
export function referenceFlop(reference: Architecture): number {
  return trainingFlop(reference, 4096, 'causal') * referenceTokens;
}

/** What a run reaches in 30, 90 and 180 days if it does not stop. */
export function largestRuns(
  trained: Trained,
  { rate, sites, days }: Run,
  { reference, spans = [30, 90, 180] }: { reference: Architecture; spans?: readonly number[] },
): Largest[] {
  const sd = log(days.high / days.value) / 1.2816;
  const each = trainingFlop(trained.model, trained.plan.sequence, 'causal');
  return spans.map((span) => {
    const tokens = (rate * span * secondsOfDay) / (sites?.tokenFactor ?? 1);
    const value = tokens * each;
    return {
      days: span,
      flop: { value, ...eightyOf(value, sd) },
      tokens,
      equivalents: value / referenceFlop(reference),
    };
  });
}
