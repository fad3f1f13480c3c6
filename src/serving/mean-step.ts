import { type Load, meanContext } from './load.ts';
import type { PlacedEngine, WholeParts } from './placed-engine.ts';
import { promptContext, readingSteps } from './steady.ts';

/**
 * The mean step of an engine under a load, by what takes its time: of the steps some read prompts, the others only decode.
 *
 * @param batch sequences decoded at once
 * @returns s; the total over the tokens that a step keeps (1 + a + a^2 + ... where tokens are guessed) is the time between two tokens
 */
export function meanStep(engine: PlacedEngine, load: Load, batch: number): WholeParts {
  const { share, room } = readingSteps(engine, load, batch);
  const context = meanContext(load);
  const reading = share > 0 ? engine.wholeParts(batch, context, room, promptContext(load)) : undefined;
  if (reading && share >= 1) return reading;
  const mean = engine.wholeParts(batch, context, 0, 0);
  if (!reading) return mean;
  for (const part of Object.keys(mean) as (keyof WholeParts)[]) {
    mean[part] += share * (reading[part] - mean[part]);
  }
  return mean;
}
