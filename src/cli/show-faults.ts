import { isAbsolute, relative } from 'node:path';
import type { Fault } from '../errors/fault.ts';
import { renderFaults } from '../report/terminal/faults.ts';
import type { Effects } from './effects.ts';

/** Writes faults to standard error, or hands them over where somebody takes them; files as seen from the working folder. */
export function showFaults(faults: readonly Fault[], effects: Effects): void {
  const seen = faults.map((fault) => nearer(fault, effects.cwd));
  if (effects.faulted) {
    effects.faulted(seen);
    return;
  }
  const colour = effects.terminal.stderr && !effects.env.NO_COLOR && effects.env.TERM !== 'dumb';
  effects.stderr(renderFaults(seen, { colour, translation: effects.translation }));
}

function nearer(fault: Fault, cwd: string): Fault {
  const { place } = fault;
  if (!place || !isAbsolute(place.file)) return fault;
  const near = relative(cwd, place.file);
  return near.startsWith('..') ? fault : { ...fault, place: { ...place, file: near } };
}
