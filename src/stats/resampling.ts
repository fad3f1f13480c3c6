import { outOfRange, placedWeights, type Weighting } from './weights.ts';

/**
 * Systematic resampling: draw i is picked `floor` or `ceil` of `count w_i` times.
 *
 * Picks the draws at cumulative weight `(k + u) / count`, k = 0 .. count - 1
 * (Carpenter, Clifford and Fearnhead 1999, IEE Proc. Radar Sonar Navig. 146, 2).
 *
 * @param draws number of weighted draws
 * @param uniform u in [0, 1)
 * @param options weights or log weights of the draws; `count` of draws to pick, as many as there are where left out
 * @returns indices of the picked draws, ascending
 * @throws SandtableError ST-N050, ST-N052, ST-N053, ST-N054, ST-N055 u outside [0, 1)
 */
export function systematicResample(
  draws: number,
  uniform: number,
  options: Weighting & { count?: number } = {},
): Uint32Array {
  const count = options.count ?? draws;
  const { kernel, memory, at } = placedWeights(draws, options, 4 * count + 8);
  if (!(uniform >= 0 && uniform < 1)) throw outOfRange('The uniform number', uniform, 'a number in [0, 1)');
  const picked = memory.integers(count);
  kernel.resample(at, draws, count, uniform, picked.byteOffset);
  return picked.slice();
}
