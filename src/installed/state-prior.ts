import { FULL_SHARE, NAMED_SHARE, REALISATION } from './globals.ts';
import type { WorldModel } from './model.ts';
import { LIT, NAMED, states } from './world.ts';

/** Prior probability of each discrete state given the global shares; legal and domestic are split by date elsewhere. */
export function statePrior(world: WorldModel, x: Float64Array, out: Float64Array): void {
  const lit = x[REALISATION]!;
  const full = x[FULL_SHARE]!;
  const named = x[NAMED_SHARE]!;
  for (let s = 0; s < states.length; s++) {
    const state = states[s]!;
    const destiny =
      state.destiny === LIT ? lit * (state.full ? full : 1 - full) : (1 - lit) * world.unlit[state.destiny]!;
    out[s] = destiny * (state.route === NAMED ? named : 1 - named);
  }
}
