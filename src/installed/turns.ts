import { presets } from './presets.ts';

/** What is drawn from in turn: each preset's posterior, and worlds in which most of the claimed fleet is there. */
export const components = [...presets, 'claim'] as const;

/** Which component each of a run of points is drawn from; the rare claimed worlds take one in seven. */
export const TURNS: readonly number[] = [0, 1, 2, 0, 1, 2, 3];

/** Share of each component among the points. */
export const TURN_SHARES = components.map((_, c) => timesIn(TURNS, c) / TURNS.length);

/** How many of the points before `point` are drawn from a component. */
export function turnsBefore(point: number, component: number): number {
  const whole = Math.floor(point / TURNS.length);
  return whole * timesIn(TURNS, component) + timesIn(TURNS.slice(0, point - whole * TURNS.length), component);
}

function timesIn(turns: readonly number[], component: number): number {
  return turns.filter((turn) => turn === component).length;
}
