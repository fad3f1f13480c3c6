import { power } from '../elementary/power.ts';
import type { Workload } from './site-model.ts';

/** What servers do. */
export const duties = ['training', 'serving', 'idle'] as const;
export type Duty = (typeof duties)[number];

export interface ServerConstants {
  /** Idle power over peak [-]. */
  idle: number;
  /** Activity, 0 to 1, in each duty, and while a synchronous job waits. */
  training: number;
  serving: number;
  exponent: number;
  waiting: number;
}

/**
 * Power of a server at an activity.
 *
 * P(u) = P_idle + (P_peak - P_idle) u^a
 *
 * @param peak its metered peak, W or any unit
 * @param u activity, 0 to 1
 * @returns as `peak`
 */
export function serverPower(
  peak: number,
  u: number,
  { idle, exponent }: Pick<ServerConstants, 'idle' | 'exponent'>,
): number {
  const low = idle * peak;
  return low + (peak - low) * power(Math.min(1, Math.max(0, u)), exponent);
}

/** Idle, average and peak power of a server in a duty, over its metered peak. */
export function dutyPower(
  duty: Duty,
  constants: ServerConstants,
): { idle: number; average: number; peak: number } {
  const activity = { training: constants.training, serving: constants.serving, idle: 0 }[duty];
  return {
    idle: serverPower(1, 0, constants),
    average: serverPower(1, activity, constants),
    peak: duty === 'idle' ? serverPower(1, 0, constants) : 1,
  };
}

/** Which of the chain's workloads a duty is. */
export function workloadOf(duty: Duty): Workload {
  return duty === 'training' ? 'training' : 'mixed';
}

/**
 * Fall and rise of a synchronous job's power within a second, when all accelerators wait for each other at once.
 *
 * swing = P_peak - P(waiting)
 *
 * @param peakMw IT load of the job at its peak [MW]
 * @returns MW
 */
export function synchronousSwing(peakMw: number, constants: ServerConstants): number {
  return peakMw - serverPower(peakMw, constants.waiting, constants);
}
