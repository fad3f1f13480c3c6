/** How far a project has come. */
export const stages = ['paper', 'construction', 'shell', 'lit'] as const;
export type Stage = (typeof stages)[number];

/** What runs where it is lit: the chips it named, a legal substitute, or domestic chips. */
export const routes = ['named', 'legal', 'domestic'] as const;
export type Route = (typeof routes)[number];

/** Index of a stage or a route in its list: what the hot loops carry. */
export const PAPER = 0;
export const CONSTRUCTION = 1;
export const SHELL = 2;
export const LIT = 3;
export const NAMED = 0;
export const LEGAL = 1;
export const DOMESTIC = 2;

/**
 * A discrete state of a site, summed exactly: the stage it is bound for (`destiny`, reached at its own time), the
 * route it would take or took, and, where it is bound to be lit, whether it fills up or stays a first phase.
 */
export interface State {
  destiny: number;
  route: number;
  full: boolean;
}

/** All fifteen states of a site. */
export const states: readonly State[] = [PAPER, CONSTRUCTION, SHELL, LIT].flatMap((destiny) =>
  [NAMED, LEGAL, DOMESTIC].flatMap((route) =>
    (destiny === LIT ? [false, true] : [false]).map((full) => ({ destiny, route, full })),
  ),
);

/** The continuous side of one possible site. Days count from 1970-01-01. */
export interface SiteWorld extends State {
  constructionFrom: number;
  shellFrom: number;
  litFrom: number;
  /** Days from first light to the final fill. */
  ramp: number;
  /** Share of the claimed compute finally present. */
  fill: number;
  /** Claimed peak compute [P]. */
  claimed: number;
  /** Days of the ramp whose compute is lit at once, as the first block. */
  firstBlock: number;
}

/** Stage of a site on a day. */
export function stageAt(world: SiteWorld, day: number): number {
  if (world.destiny >= LIT && day >= world.litFrom) return LIT;
  if (world.destiny >= SHELL && day >= world.shellFrom) return SHELL;
  if (world.destiny >= CONSTRUCTION && day >= world.constructionFrom) return CONSTRUCTION;
  return PAPER;
}

/** Share of the claimed compute that is lit on a day: a first block, then a linear ramp, 0..`fill`. */
export function fillAt(world: SiteWorld, day: number): number {
  if (world.destiny < LIT || day < world.litFrom) return 0;
  return world.fill * Math.min(1, (day - world.litFrom + world.firstBlock) / (world.ramp + world.firstBlock));
}

/** Share of the claim from which it counts as delivered. */
export const DELIVERED = 0.9;

/** Day from which at least nine tenths of the claim are lit; Infinity where they never are. */
export function deliveredFrom(world: SiteWorld): number {
  return world.destiny < LIT ? Infinity : deliveredOf(world.litFrom, world);
}

/** The same of a site bound to be lit. */
export function deliveredOf(
  litFrom: number,
  { fill, ramp, firstBlock }: Pick<SiteWorld, 'fill' | 'ramp' | 'firstBlock'>,
): number {
  if (fill < DELIVERED) return Infinity;
  return litFrom + Math.max(0, ((ramp + firstBlock) * DELIVERED) / fill - firstBlock);
}
