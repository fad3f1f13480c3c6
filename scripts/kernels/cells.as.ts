// AssemblyScript, compiled by scripts/build-kernels.mjs into src/installed/cells.wasm.ts: weighs the particles of a site, keeps
// some in each cell and writes what its table says of them, in the records of cell-layout.as.ts.

// biome-ignore lint/style/useImportType: AssemblyScript has no imports of types.
import {
  Cell,
  COMPUTE,
  FILL,
  LEGAL,
  LIT,
  NAMED,
  Outcome,
  PAPER,
  PROGRESS,
  PROSPECT,
  Reached,
  ROUTE,
  Share,
  SITES,
  Sight,
  Site,
  STAGE,
  Sum,
  Told,
} from './cell-layout.as';
import { log } from './fdlibm.as';
import { group } from './grouping.as';
import { thin } from './thinning.as';

export { group, thin };

function nth<T>(list: usize, i: i32): T {
  return changetype<T>(<usize>load<u32>(list + (i << 2)));
}

/** A 16-bit integer of a list. */
function word(list: usize, k: i32): i32 {
  return <i32>load<u16>(list + (k << 1));
}

/** Takes the particles from `first` on under a multiplier of all lags. */
export function take(site: Site, pace: f64, first: i32): void {
  site.first = first;
  const at = first << 3;
  later(site.constructionFrom, 0, site.construction + at, site, pace);
  later(site.shellFrom, site.constructionFrom, site.shell + at, site, pace);
  later(site.litFrom, site.shellFrom, site.lit + at, site, pace);
  for (let r = 0; r < site.reachedCount; r++) reach(site, nth<Reached>(site.reached, r));
  for (let s = 0; s < site.shareCount; s++) light(site, nth<Share>(site.shares, s));
  for (let s = 0; s < site.sightCount; s++) {
    const sight = nth<Sight>(site.sights, s);
    if (sight.by === PROGRESS) {
      advance(site, sight.limit, site.partialFill + at, sight.share.partial, sight.partial);
      advance(site, sight.limit, site.fullFill + at, sight.share.full, sight.full);
    } else {
      foresee(site, sight.limit, site.partialFill + at, sight.partial);
      foresee(site, sight.limit, site.fullFill + at, sight.full);
    }
  }
}

/** Days from which a stage is reached: a lag, stretched by the pace, after the one before. */
function later(out: usize, from: usize, lag: usize, site: Site, pace: f64): void {
  for (let i = 0; i < site.tried << 3; i += 8) {
    store<f64>(out + i, (from ? load<f64>(from + i) : site.start) + pace * load<f64>(lag + i));
  }
}

function reach(site: Site, on: Reached): void {
  const day = on.day;
  const out = on.stage;
  for (let i = 0; i < site.tried; i++) {
    const at = i << 3;
    let stage = 0;
    if (day >= load<f64>(site.litFrom + at)) stage = 3;
    else if (day >= load<f64>(site.shellFrom + at)) stage = 2;
    else if (day >= load<f64>(site.constructionFrom + at)) stage = 1;
    store<u8>(out + i, <u8>stage);
  }
}

/** Shares of the claim lit on a day: as `fillAt`. */
function light(site: Site, on: Share): void {
  const day = on.day;
  const block = site.firstBlock;
  const at = site.first << 3;
  const ramp = site.ramp + at;
  const partialFill = site.partialFill + at;
  const fullFill = site.fullFill + at;
  const litFrom = site.litFrom;
  const partial = on.partial;
  const full = on.full;
  for (let i = 0; i < site.tried << 3; i += 8) {
    const since = day - load<f64>(litFrom + i);
    const ramped = since < 0 ? 0 : min<f64>(1, (since + block) / (load<f64>(ramp + i) + block));
    store<f64>(partial + i, load<f64>(partialFill + i) * ramped);
    store<f64>(full + i, load<f64>(fullFill + i) * ramped);
  }
}

/** What becomes of the project against its date: as `prospectOf` of a site bound to be lit. */
function foresee(site: Site, limit: f64, fill: usize, out: usize): void {
  const ramp = site.ramp + (site.first << 3);
  const block = site.firstBlock;
  for (let i = 0; i < site.tried; i++) {
    const at = i << 3;
    const held = load<f64>(fill + at);
    const span = ((load<f64>(ramp + at) + block) * site.delivered) / held - block;
    const delivered = load<f64>(site.litFrom + at) + max<f64>(0, span);
    store<u8>(out + i, held < site.delivered ? 2 : delivered <= limit ? 0 : delivered < Infinity ? 1 : 2);
  }
}

/** Whether enough is lit: as `classOf` of a site bound to be lit. */
function advance(site: Site, limit: f64, fill: usize, share: usize, out: usize): void {
  for (let i = 0; i < site.tried; i++) {
    const at = i << 3;
    store<u8>(out + i, load<f64>(share + at) >= limit * load<f64>(fill + at) ? 2 : 1);
  }
}

/** How many particles a cell tries. */
function triedOf(site: Site, cell: Cell): i32 {
  return cell.destiny < LIT ? site.triedUnlit : site.tried;
}

/** Share of the claim lit on a day by each particle of a cell. */
function shareOf(site: Site, cell: Cell, on: Share): usize {
  return cell.destiny < LIT ? site.nothing : cell.full ? on.full : on.partial;
}

/** Weighs the tried particles of a cell; returns their mean weight. */
export function weigh(site: Site, cell: Cell): f64 {
  const n = triedOf(site, cell);
  weighPrior(site, cell, n);
  for (let j = 0; j < site.ownCount; j++) scale(site.weight, n, nth<Told>(site.own, j), site, cell);
  memory.copy(site.wanted, site.weight, n << 3);
  for (let j = 0; j < site.sharedCount; j++) scale(site.wanted, n, nth<Told>(site.shared, j), site, cell);
  let total: f64 = 0;
  for (let i = 0; i < n << 3; i += 8) total += load<f64>(site.weight + i);
  return total / <f64>n;
}

/** Prior factors that hang on the particle: what is on offer when it is lit, where limits permit what runs. */
function weighPrior(site: Site, cell: Cell, n: i32): void {
  const at = site.first << 3;
  const accelerators = site.accelerators + at;
  const permitted = site.permitted + at;
  const claimed = site.claimed + at;
  const share = shareOf(site, cell, site.verdictShare);
  const legal = site.legal;
  const weight = site.weight;
  const chips = site.chips;
  const route = cell.route;
  for (let i = 0; i < n << 3; i += 8) {
    const offered = route === NAMED ? 1 : route === LEGAL ? load<f64>(legal + i) : 1 - load<f64>(legal + i);
    const running = load<f64>(accelerators + i) * load<f64>(share + i);
    store<f64>(weight + i, running <= load<f64>(permitted + i) ? offered : 0);
    store<f64>(chips + i, route === NAMED ? running : 0);
  }
  if (!site.amount) return;
  for (let i = 0; i < n << 3; i += 8) {
    store<f64>(site.amount + i, load<f64>(claimed + i) * load<f64>(share + i));
  }
}

/** Multiplies by an item's likelihood over its noise, mixed with its reliability: rho p / q + 1 - rho. */
function scale(out: usize, n: i32, told: Told, site: Site, cell: Cell): void {
  const share = told.share;
  const noise = told.noise;
  const trust = told.trust ? told.trust + (site.first << 3) : 0;
  const seen = likelihoods(told.sight, cell);
  if (seen) {
    for (let i = 0; i < n << 3; i += 8) {
      const rho = trust ? load<f64>(trust + i) * share : share;
      store<f64>(out + i, load<f64>(out + i) * ((rho * load<f64>(seen + i)) / noise + 1 - rho));
    }
    return;
  }
  const classes = classify(told.sight, site, cell);
  const each = site.each;
  if (trust) {
    for (let i = 0; i < n; i++) {
      const at = i << 3;
      const rho = load<f64>(trust + at) * share;
      store<f64>(out + at, load<f64>(out + at) * ((rho * ofClass(each, classes, i)) / noise + 1 - rho));
    }
    return;
  }
  for (let c = 0; c < 32; c += 8) store<f64>(each + c, (share * load<f64>(each + c)) / noise + 1 - share);
  for (let i = 0; i < n; i++) {
    const at = out + (i << 3);
    store<f64>(at, load<f64>(at) * ofClass(each, classes, i));
  }
}

/** Likelihoods of a fill by particle of a cell; 0 where the cell has classes. */
function likelihoods(sight: Sight, cell: Cell): usize {
  if (sight.by !== FILL || cell.destiny < LIT) return 0;
  return cell.full ? sight.full : sight.partial;
}

/** Writes a likelihood by class, and returns the classes of a cell's particles, 0 where all are in the first. */
function classify(sight: Sight, site: Site, cell: Cell): usize {
  const each = site.each;
  const p = sight.p + (cell.route << 3);
  const destiny = cell.destiny;
  const by = sight.by;
  if (by === FILL) {
    store<f64>(each, load<f64>(sight.p));
    return 0;
  }
  if (by === STAGE) {
    for (let c = 0; c < 4; c++) store<f64>(each + (c << 3), load<f64>(p + 24 * min(c, destiny)));
    return sight.reached.stage;
  }
  if (by === ROUTE || destiny < LIT) {
    const cls = by === ROUTE ? 0 : by === PROSPECT ? 3 : destiny === PAPER ? 0 : 1;
    store<f64>(each, load<f64>(p + 24 * cls));
    return 0;
  }
  for (let c = 0; c < 3; c++) store<f64>(each + (c << 3), load<f64>(p + 24 * c));
  return cell.full ? sight.full : sight.partial;
}

function ofClass(each: usize, classes: usize, i: i32): f64 {
  return load<f64>(each + (classes ? (<i32>load<u8>(classes + i)) << 3 : 0));
}

/** Keeps some particles of every cell of the pace that was taken, and writes what the table says of them. */
export function fill(site: Site, pace: i32): void {
  const entries = pace * site.entries;
  const runStarts = site.runStarts + ((pace * (site.entries + 1)) << 1);
  const runsOf = site.runsOf + ((pace * (site.cellCount + 1)) << 1);
  let runs = 0;
  for (let c = 0; c < site.cellCount; c++) {
    const cell = nth<Cell>(site.cells, c);
    store<f64>(site.mass + ((pace * site.cellCount + c) << 3), weigh(site, cell));
    const n = triedOf(site, cell);
    const wanted = site.sharedCount ? site.wanted : 0;
    thin(
      site.weight,
      wanted,
      site.chips,
      site.amount,
      n,
      cell.size,
      site.scratch,
      site.kept,
      site.keptWeight,
    );
    const found = runsAlike(site, cell);
    store<u16>(runsOf + (c << 1), <u16>runs);
    for (let r = 0; r < found; r++, runs++) {
      store<u16>(runStarts + (runs << 1), <u16>(cell.start + word(site.starts, r)));
    }
    write(site, cell, site.particles + ((entries + cell.start) << 1), entries + cell.start);
  }
  store<u16>(runStarts + (runs << 1), <u16>site.entries);
  store<u16>(runsOf + (site.cellCount << 1), <u16>runs);
}

/** Groups the kept particles by what all shared items see of them; returns how many runs there are. */
function runsAlike(site: Site, cell: Cell): i32 {
  const size = cell.size;
  for (let j = 0; j < site.sharedCount; j++) {
    const told = nth<Told>(site.shared, j);
    see(told.sight, site, cell, site.kept, told.seen);
  }
  return group(site.seen, site.sharedCount, size, site.order, site.starts, site.groups);
}

/** Writes the likelihood of what is seen at some particles of a cell. */
function see(sight: Sight, site: Site, cell: Cell, particles: usize, out: usize): void {
  const seen = likelihoods(sight, cell);
  if (seen) gather(seen, particles, cell.size, out);
  else {
    const classes = classify(sight, site, cell);
    gatherClass(site.each, classes, particles, cell.size, out);
  }
}

function gather(column: usize, particles: usize, n: i32, out: usize): void {
  for (let k = 0; k < n; k++) {
    store<f64>(out + (k << 3), load<f64>(column + (word(particles, k) << 3)));
  }
}

function gatherClass(each: usize, classes: usize, particles: usize, n: i32, out: usize): void {
  for (let k = 0; k < n; k++) {
    store<f64>(out + (k << 3), ofClass(each, classes, word(particles, k)));
  }
}

/** Product of two columns at some particles. */
function gatherProduct(a: usize, b: usize, particles: usize, n: i32, out: usize): void {
  for (let k = 0; k < n; k++) {
    const at = word(particles, k) << 3;
    store<f64>(out + (k << 3), load<f64>(a + at) * load<f64>(b + at));
  }
}

/** Writes the entries of a cell, from that of a number on, run by run. */
function write(site: Site, cell: Cell, particles: usize, entry: i32): void {
  const n = cell.size;
  const first = site.first << 3;
  const at = entry << 3;
  for (let k = 0; k < n; k++) {
    const which = word(site.order, k);
    store<u16>(particles + (k << 1), load<u16>(site.kept + (which << 1)));
    store<f64>(site.entryWeight + at + (k << 3), load<f64>(site.keptWeight + (which << 3)));
  }
  memory.fill(site.entryRoute + entry, <u8>cell.route, n);
  writeStage(site, cell, particles, entry);
  gather(site.chips, particles, n, site.entryAccelerators + at);
  const compute = site.entryCompute + at;
  gatherProduct(site.claimed + first, site.perP + first, particles, n, compute);
  const share = shareOf(site, cell, site.verdictShare);
  for (let k = 0; k < n; k++) {
    const held = load<f64>(share + (word(particles, k) << 3));
    store<f64>(compute + (k << 3), load<f64>(compute + (k << 3)) * held);
  }
  for (let j = 0; j < site.ownCount; j++) writeOwn(site, cell, nth<Told>(site.own, j), particles, at);
  for (let j = 0; j < site.sharedCount; j++) {
    const told = nth<Told>(site.shared, j);
    for (let k = 0; k < n; k++) {
      const seen = load<f64>(told.seen + (word(site.order, k) << 3));
      store<f64>(told.out + at + (k << 3), seen / told.noise);
    }
  }
  for (let j = 0; j < site.sumCount; j++) writeSum(site, cell, nth<Sum>(site.sums, j), particles, at);
  for (let j = 0; j < site.outcomeCount; j++) {
    const outcome = nth<Outcome>(site.outcomes, j);
    see(outcome.sight, site, cell, particles, outcome.out + at);
  }
}

function writeStage(site: Site, cell: Cell, particles: usize, entry: i32): void {
  for (let k = 0; k < cell.size; k++) {
    const reached = <i32>load<u8>(site.verdictReached.stage + word(particles, k));
    store<u8>(site.entryStage + entry + k, <u8>min(reached, cell.destiny));
  }
}

/** Log of an own item's likelihood over its noise, mixed with its reliability. */
function writeOwn(site: Site, cell: Cell, told: Told, particles: usize, at: i32): void {
  const share = told.share;
  const noise = told.noise;
  const trust = told.trust ? told.trust + (site.first << 3) : 0;
  const out = told.out + at;
  if (!trust && !likelihoods(told.sight, cell)) {
    const classes = classify(told.sight, site, cell);
    const each = site.each;
    const end = classes ? 32 : 8;
    for (let c = 0; c < end; c += 8)
      store<f64>(each + c, log((share * load<f64>(each + c)) / noise + 1 - share));
    gatherClass(each, classes, particles, cell.size, out);
    return;
  }
  see(told.sight, site, cell, particles, out);
  for (let k = 0; k < cell.size; k++) {
    const held = out + (k << 3);
    const rho = trust ? load<f64>(trust + (word(particles, k) << 3)) * share : share;
    store<f64>(held, log((rho * load<f64>(held)) / noise + 1 - rho));
  }
}

/** What particles add to a sum over sites. */
function writeSum(site: Site, cell: Cell, sum: Sum, particles: usize, at: i32): void {
  const n = cell.size;
  const out = sum.out + at;
  const first = site.first << 3;
  if (sum.of === SITES) {
    for (let k = 0; k < n; k++) {
      const reached = <i32>load<u8>(sum.reached.stage + word(particles, k));
      store<f64>(out + (k << 3), min(reached, cell.destiny) >= sum.stage ? 1 : 0);
    }
    return;
  }
  if (cell.destiny < LIT || (sum.of !== COMPUTE && cell.route !== NAMED)) {
    memory.fill(out, 0, n << 3);
    return;
  }
  const counted = sum.of === COMPUTE ? site.claimed : site.accelerators;
  gatherProduct(counted + first, shareOf(site, cell, sum.share), particles, n, out);
}
