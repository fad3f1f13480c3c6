import type { Plan } from './plan.ts';

/** What decides whether kernels of a run were launched from recorded graphs, where nobody says. */
export interface GraphUse {
  /** Family of the chips. */
  family: string;
  precision: Plan['precision'];
  /** When the software was made, as a year with fraction. */
  year: number;
}

/** Releases of Megatron-Bridge whose recipes record graphs in part (end of 2025), and whole (summer of 2026). */
const inPart = 2025.8;
const whole = 2026.4;

/**
 * Recorded graphs that recipes of the time use for models with experts (NVIDIA Megatron-Bridge, scripts/performance/configs
 * of each release): in part on Blackwell since the end of 2025, whole on Grace hosts in FP8 since the summer of 2026.
 */
export function usualGraphs({ family, precision, year }: GraphUse): Pick<Plan, 'graphs'> {
  if (year > whole && /^gb[23]00$/.test(family) && precision === 'fp8') return { graphs: 'full' };
  return year > inPart && /^g?b[23]00$/.test(family) ? { graphs: 'part' } : {};
}
