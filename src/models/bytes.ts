import type { Architecture } from './architecture.ts';

/**
 * Bytes of the cache of keys and values that a token leaves behind, over all layers.
 *
 * Attention keeps keys and values of every group, MLA its compressed rank (arXiv 2405.04434, section 2.1) and, where an
 * indexer picks tokens, its keys in eight bits; linear mixers keep a state that does not grow with tokens and is not counted.
 *
 * @param each bytes of one number
 * @returns bytes a token
 */
export function cacheBytes({ layers }: Architecture, each = 2): number {
  return layers.reduce((sum, { count, mixer }) => {
    if (mixer?.kind === 'attention') return sum + count * 2 * mixer.kvHeads * mixer.headDim * each;
    if (mixer?.kind === 'mla') {
      return sum + count * ((mixer.kvRank + mixer.rotary) * each + (mixer.select?.width ?? 0));
    }
    return sum;
  }, 0);
}
