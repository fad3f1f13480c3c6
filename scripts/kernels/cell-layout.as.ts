// AssemblyScript: the records that cells.as.ts reads and writes, laid out field by field in src/installed/cell-records.ts and
// site-record.ts. Columns are byte addresses, of doubles unless said, and an address of 0 stands for a column that is not there.

/** The stage that a site bound to be lit has reached on a day, by particle, as bytes. */
@unmanaged
export class Reached {
  day: f64;
  stage: usize;
}

/** The share of its claim that a site bound to be lit has lit on a day, by particle, in a first phase and in full. */
@unmanaged
export class Share {
  day: f64;
  partial: usize;
  full: usize;
}

/** What is seen of a site: `limit` is the last day in time, or the share of the final fill that counts as progress. */
@unmanaged
export class Sight {
  limit: f64;
  by: i32;
  /** What it is seen by: of a stage, of progress. */
  reached: Reached;
  share: Share;
  /** Likelihoods at 3 x class + route; of a fill, the one where nothing is lit. */
  p: usize;
  /** By particle, in a first phase and in full: classes, as bytes, or likelihoods of a fill; 0 where they are not asked for. */
  partial: usize;
  full: usize;
}
export const ROUTE = 0;
export const STAGE = 1;
export const PROSPECT = 2;
export const PROGRESS = 3;
export const FILL = 4;

/** An item: its reliability is `share`, or that share of a column of all the site's particles. */
@unmanaged
export class Told {
  share: f64;
  noise: f64;
  sight: Sight;
  trust: usize;
  /** What is seen by a cell's particles that are kept. */
  seen: usize;
  out: usize;
}

/** What is summed up over sites: how many are at a stage, compute, accelerators. */
@unmanaged
export class Sum {
  of: i32;
  stage: i32;
  reached: Reached;
  share: Share;
  out: usize;
}
export const SITES = 0;
export const COMPUTE = 1;

/** An outcome of a look. */
@unmanaged
export class Outcome {
  sight: Sight;
  out: usize;
}

/** A discrete state, how many particles it keeps, and the first of its entries within the pace. */
@unmanaged
export class Cell {
  destiny: i32;
  route: i32;
  full: i32;
  size: i32;
  start: i32;
}
export const PAPER = 0;
export const LIT = 3;
export const NAMED = 0;
export const LEGAL = 1;

@unmanaged
export class Site {
  start: f64;
  firstBlock: f64;
  /** Share of the claim from which it counts as delivered. */
  delivered: f64;
  /** Particles tried in a cell that is to be lit, and in another. */
  tried: i32;
  triedUnlit: i32;
  /** First particle of the pace. */
  first: i32;
  // Of all particles.
  construction: usize;
  shell: usize;
  lit: usize;
  ramp: usize;
  partialFill: usize;
  fullFill: usize;
  claimed: usize;
  accelerators: usize;
  perP: usize;
  permitted: usize;
  // Of the particles of a pace.
  constructionFrom: usize;
  shellFrom: usize;
  litFrom: usize;
  legal: usize;
  /** Zeros: the share of the claim lit where nothing is. */
  nothing: usize;
  // Of the particles of a cell.
  weight: usize;
  wanted: usize;
  chips: usize;
  /** Compute lit; 0 where no global origin states an amount. */
  amount: usize;
  scratch: usize;
  /** Likelihoods by class. */
  each: usize;
  /** Those kept, their weights, their order, the runs of it, and room for grouping them. */
  kept: usize;
  keptWeight: usize;
  order: usize;
  starts: usize;
  groups: usize;
  /** Addresses of what shared items see of them. */
  seen: usize;
  // Lists of addresses of records, and their lengths; sights are those with classes of their own.
  reached: usize;
  reachedCount: i32;
  shares: usize;
  shareCount: i32;
  sights: usize;
  sightCount: i32;
  own: usize;
  ownCount: i32;
  shared: usize;
  sharedCount: i32;
  sums: usize;
  sumCount: i32;
  outcomes: usize;
  outcomeCount: i32;
  cells: usize;
  cellCount: i32;
  // On the verdict's day.
  verdictReached: Reached;
  verdictShare: Share;
  // The table: by cell; by entry; and by pace the particle of every entry, the first entry of each run, the first run of each cell.
  entries: i32;
  mass: usize;
  entryWeight: usize;
  entryRoute: usize;
  entryStage: usize;
  entryAccelerators: usize;
  entryCompute: usize;
  particles: usize;
  runStarts: usize;
  runsOf: usize;
}
