import type { ServingEngine } from './engine.ts';

/**
 * A part of an engine, each of whose sequences stands for so many of the whole: what comes to a very busy engine is more than can be
 * watched, and its many sequences differ little from their mean.
 *
 * @param parts of the engine, 1 or more, not only whole numbers
 */
export function partOf(engine: ServingEngine, parts: number): ServingEngine {
  if (parts === 1) return engine;
  const { chips, reserved, stepTokens, gathers = 1 } = engine;
  return {
    chips,
    reserved,
    stepTokens: stepTokens / parts,
    gathers: Math.max(1, gathers / parts),
    maxBatch: (held) => engine.maxBatch(held) / parts,
    decodeSeconds: (batch, seen) => engine.decodeSeconds(batch * parts, seen),
    prefillSeconds: (tokens, seen) => engine.prefillSeconds(tokens * parts, seen),
    mixedSeconds: (batch, seen, tokens, promptSeen) =>
      engine.mixedSeconds(batch * parts, seen, tokens * parts, promptSeen),
  };
}
