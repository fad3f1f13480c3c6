import type { Architecture } from './architecture.ts';

/**
 * Bytes of the cache of keys and values that a token leaves behind, over all layers.
 *
 * Attention keeps keys and values of every group, MLA its compressed rank (arXiv 2405.04434, section 2.1); linear
 * mixers keep a state that does not grow with tokens and is not counted.
 *
 * @param each bytes of one number
 * @returns bytes a token
 */
export function cacheBytes({ layers }: Architecture, each = 2): number {
  return layers.reduce((sum, { count, mixer }) => {
    if (mixer?.kind === 'attention') return sum + count * 2 * mixer.kvHeads * mixer.headDim * each;
    if (mixer?.kind === 'mla') return sum + count * (mixer.kvRank + mixer.rotary) * each;
    return sum;
  }, 0);
}
