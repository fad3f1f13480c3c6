import { LIT, NAMED, states } from './world.ts';

/** Particles kept in the cell of a state: unlit ones have fewer continuous dimensions. */
export const KEPT_LIT = 128;
export const KEPT_UNLIT = 32;

/** Particles kept in the cell of each state. */
export const CELL_SIZES = states.map(({ destiny }) => (destiny === LIT ? KEPT_LIT : KEPT_UNLIT));
/** First entry of each state's cell within its pace. */
export const CELL_STARTS = CELL_SIZES.map((_, s) =>
  CELL_SIZES.slice(0, s).reduce((sum, size) => sum + size, 0),
);
/** Entries of one pace. */
export const ENTRIES = CELL_SIZES.reduce((sum, size) => sum + size, 0);

/** Index in `states` of the lit, named, partial cell; the full one follows. */
export const NAMED_LIT = states.findIndex((state) => state.destiny === LIT && state.route === NAMED);
