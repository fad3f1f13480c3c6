import type { Architecture, LayerRun } from '../models/architecture.ts';
import type { Plan } from './plan.ts';

/**
 * What a layer that is computed again may keep all the same: its input, its keys and values or all that attention
 * multiplies, the output of attention before and after its last product, and what goes into and comes out of the last
 * product of the feed-forward part (the names of MaxText's checkpoints).
 */
export const keptParts = ['input', 'kv', 'qkv', 'context', 'out', 'into', 'results'] as const;
export type Kept = (typeof keptParts)[number];

/**
 * Bytes of a token that each part takes on a chip of a tensor group.
 *
 * @param shape degrees of the plan that the bytes depend on
 */
export function keptBytes(
  { hidden }: Architecture,
  { mixer, feedForward }: Omit<LayerRun, 'count'>,
  { tensor: t, sequenceParallel }: Pick<Plan, 'tensor' | 'sequenceParallel'>,
): Readonly<Record<Kept, number>> {
  const own = sequenceParallel ? t : 1;
  const [query, keys, context] = attended(mixer);
  const routed = feedForward?.kind === 'experts' ? feedForward : undefined;
  const width = routed ? routed.active * routed.width + routed.shared : (feedForward?.width ?? 0);
  const gated = feedForward?.gated ? 2 : 1;
  return {
    input: (2 * hidden) / own,
    kv: (2 * keys) / t,
    qkv: (2 * (query + keys)) / t,
    context: (2 * context) / t,
    out: (2 * hidden) / own,
    into: (2 * gated * width) / t,
    results: routed ? (2 * routed.active * (routed.latent ?? hidden)) / t : (2 * hidden) / own,
  };
}

/** Numbers of a token that attention has as queries, as keys and values, and as output. */
function attended(mixer: LayerRun['mixer']): [query: number, keys: number, context: number] {
  if (mixer?.kind === 'attention') {
    const { heads, kvHeads, headDim } = mixer;
    return [heads * headDim, 2 * kvHeads * headDim, heads * headDim];
  }
  if (mixer?.kind !== 'mla') return [0, 0, 0];
  const { heads, plain, rotary, value } = mixer;
  return [heads * (plain + rotary), heads * (plain + rotary + value), heads * value];
}

/** Bytes of a token that a layer keeps though it is computed again; its input always. */
export function keptSum(
  model: Architecture,
  parts: Omit<LayerRun, 'count'>,
  plan: Pick<Plan, 'tensor' | 'sequenceParallel' | 'kept'>,
): number {
  const bytes = keptBytes(model, parts, plan);
  const more = (plan.kept ?? []).reduce((sum, name) => sum + (name === 'input' ? 0 : bytes[name]), 0);
  return bytes.input + more;
}
