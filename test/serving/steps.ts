import type { ServingEngine } from '../../src/serving/engine.ts';

/** An engine whose times are straight lines, for checks against formulas; no model of any chip. */
export function straightEngine(
  part: Partial<{
    chips: number;
    step: number;
    sequence: number;
    token: number;
    prompt: number;
    memory: number;
    stepTokens: number;
  }> = {},
): ServingEngine {
  const { step = 0, sequence = 0, token = 0, prompt = 0, memory = Infinity } = part;
  const { chips = 1, stepTokens = Infinity } = part;
  const decode = (batch: number, context: number) => step + batch * (sequence + token * context);
  return {
    chips,
    stepTokens,
    reserved: 1,
    decodeSeconds: decode,
    prefillSeconds: (tokens) => step + prompt * tokens,
    mixedSeconds: (batch, context, tokens) => decode(batch, context) + prompt * tokens,
    maxBatch: (context) => memory / context,
  };
}
