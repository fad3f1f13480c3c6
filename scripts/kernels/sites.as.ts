// AssemblyScript, compiled by scripts/build-kernels.mjs into src/installed/sites.wasm.ts. What it computes is told in
// src/installed/tilted-sites.ts, which lays out its memory; all pointers are byte addresses.

import { exp, log } from './fdlibm.as';

/** Fields of a site. */
const sitePaces: usize = 0;
const siteOrigins: usize = 4;
const sitePositions: usize = 8;
const siteFactor: usize = 12;
const siteMass: usize = 16;
const siteCells: usize = 20;
const siteEvidence: usize = 24;
const sitePrior: usize = 28;
const siteTilts: usize = 32;
/** How many sites the record stands for. */
const siteTimes: usize = 36;
/** Pace that was set, and the sums under the tilt that is drawn from: chosen by `condition` and `set`. */
const sitePace: usize = 40;
const siteDrawn: usize = 44;
const siteBytes: i32 = 48;

/** Fields of a site in a block: by entry, named accelerators and compute lit, and as bytes its route, 3 where nothing is lit. */
const entryChips: usize = 0;
const entryCompute: usize = 4;
const entryRoute: usize = 8;
/** Hub-wide items that sum something up here: how many, and of each the column it sums and where its sums lie. */
const siteShares: usize = 12;
const siteSummed: usize = 16;
const blockSiteBytes: i32 = 20;

/** Fields of a member: its site, uniforms, and the entries drawn of a block. */
const memberSite: usize = 0;
const memberUniforms: usize = 4;
const memberEntries: usize = 8;
const memberBytes: i32 = 12;

/** Fields of a site at a pace. */
const paceStarts: usize = 0;
const paceRunsOf: usize = 4;
const paceWeight: usize = 8;
const paceChips: usize = 12;
const paceMass: usize = 16;
/** By grid index of lambda, 0 where it has not been asked for; the last is without a tilt. */
const paceTilted: usize = 20;
/** By origin and level. */
const paceFactors: usize = 24;
const paceBytes: i32 = 28;

/** Fields of the sums under a tilt: running by entry, guide by entry, sums by run. */
const tiltedRunning: usize = 0;
const tiltedGuide: usize = 4;
const tiltedSums: usize = 8;

let sites: i32 = 0;
let count: i32 = 0;
let levels: i32 = 0;
let levelCount: i32 = 0;
let lambdas: i32 = 0;
let untilted: i32 = 0;
let cellCount: i32 = 0;
let named: i32 = 0;
let components: i32 = 0;
let originLevels: i32 = 0;
/** By point and component: log evidence of all sites. By point: the component whose tilt is drawn under. */
let logEvidence: i32 = 0;
let turns: i32 = 0;
/** Levels of the point that is worked on, and where else its numbers lie past those of the first point. */
let levelsNow: i32 = 0;
let priorShift: i32 = 0;
let tiltShift: i32 = 0;
let evidenceShift: i32 = 0;
let logShift: i32 = 0;
/** Where room for sums under further tilts begins, and where memory ends. */
let free: i32 = 0;
let blockSites: i32 = 0;
let members: i32 = 0;
let memberCount: i32 = 0;
/** Draws of a point, and of a block. */
let perPoint: i32 = 0;
let perBlock: i32 = 0;
/** Orders to shuffle to, and room for a point's entries before that. */
let orders: i32 = 0;
let orderCount: i32 = 0;
let picked: i32 = 0;
/** Sums over members, a column each: named accelerators, compute lit on each route, then those of the hub-wide items. */
let sums: i32 = 0;
let sumCount: i32 = 0;
/** By point and component: log of share x proposal over evidence, then the tilts. */
let proposed: i32 = 0;
/** By draw: log likelihood of the hub-wide items, which `weigh` puts over the proposal. */
let evidence: i32 = 0;

/** Tells the kernel where everything lies. */
export function open(
  sites_: i32,
  count_: i32,
  levels_: i32,
  levelCount_: i32,
  lambdas_: i32,
  untilted_: i32,
  cellCount_: i32,
  named_: i32,
  components_: i32,
  originLevels_: i32,
  logEvidence_: i32,
  turns_: i32,
  free_: i32,
): void {
  sites = sites_;
  count = count_;
  levels = levels_;
  levelCount = levelCount_;
  lambdas = lambdas_;
  untilted = untilted_;
  cellCount = cellCount_;
  named = named_;
  components = components_;
  originLevels = originLevels_;
  logEvidence = logEvidence_;
  turns = turns_;
  free = free_;
}

/** Tells the kernel what a block is, and where it lies. */
export function openBlock(
  blockSites_: i32,
  members_: i32,
  memberCount_: i32,
  perPoint_: i32,
  perBlock_: i32,
  orders_: i32,
  orderCount_: i32,
  picked_: i32,
  sums_: i32,
  sumCount_: i32,
  proposed_: i32,
  evidence_: i32,
): void {
  blockSites = blockSites_;
  members = members_;
  memberCount = memberCount_;
  perPoint = perPoint_;
  perBlock = perBlock_;
  orders = orders_;
  orderCount = orderCount_;
  picked = picked_;
  sums = sums_;
  sumCount = sumCount_;
  proposed = proposed_;
  evidence = evidence_;
}

/** Turns to one of the points whose globals and tilts have been written. */
function turnTo(p: i32): void {
  levelsNow = levels + p * levelCount;
  priorShift = (p * cellCount) << 3;
  tiltShift = (p * components) << 2;
  evidenceShift = (p * count * components) << 3;
  logShift = (p * components) << 3;
}

/** Sets the first point's globals at every site. */
export function condition(): void {
  turnTo(0);
  for (let s = 0; s < count; s++) conditionSite(sites + s * siteBytes);
}

/** Sums the first point's evidence under each component's tilt, and makes ready to draw there. */
export function set(): void {
  turnTo(0);
  memory.fill(logEvidence, 0, components << 3);
  for (let s = 0; s < count; s++) setSite(sites + s * siteBytes, load<i32>(turns));
}

function conditionSite(site: i32): void {
  const pace = load<i32>(site, sitePaces) + <i32>load<u8>(levelsNow) * paceBytes;
  store<i32>(site, pace, sitePace);
  const runsOf = load<i32>(pace, paceRunsOf);
  const runs = <i32>load<u16>(runsOf + (cellCount << 1));
  const factor = load<i32>(site, siteFactor);
  const end = factor + (runs << 3);
  const origins = load<i32>(site, siteOrigins);
  if (origins === 0) for (let at = factor; at < end; at += 8) store<f64>(at, 1);
  // Two at a time, so that fewer products go through memory.
  for (let o = 0; o < origins; o += 2) {
    const second = o + 1 < origins ? factorsOf(site, pace, o + 1) : 0;
    multiply(factor, end, o > 0, factorsOf(site, pace, o), second);
  }
  const sums = load<i32>(under(pace, untilted), tiltedSums);
  const mass = load<i32>(site, siteMass);
  const own = load<i32>(pace, paceMass);
  for (let s = 0; s < cellCount; s++) {
    const sum = summed(runsOf + (s << 1), factor, sums);
    store<f64>(mass + (s << 3), sum * load<f64>(own + (s << 3)));
  }
}

/** Factors of a site's origin at the level that was set, by run. */
function factorsOf(site: i32, pace: i32, origin: i32): i32 {
  const position = <i32>load<u8>(load<i32>(site, sitePositions) + origin);
  const level = <i32>load<u8>(levelsNow + position);
  return load<i32>(load<i32>(pace, paceFactors) + ((origin * originLevels + level) << 2));
}

/** Multiplies factors by those of one origin or two; where nothing came before, they are those. */
function multiply(factor: i32, end: i32, before: bool, first: i32, second: i32): void {
  const a = first - factor;
  if (!second) {
    for (let at = factor; at < end; at += 8)
      store<f64>(at, before ? load<f64>(at) * load<f64>(at + a) : load<f64>(at + a));
    return;
  }
  const b = second - factor;
  if (before) {
    for (let at = factor; at < end; at += 8)
      store<f64>(at, load<f64>(at) * load<f64>(at + a) * load<f64>(at + b));
  } else {
    for (let at = factor; at < end; at += 8) store<f64>(at, load<f64>(at + a) * load<f64>(at + b));
  }
}

/** Sum of factor x sum over the runs of a cell. */
function summed(runsOf: i32, factor: i32, sums: i32): f64 {
  const from = (<i32>load<u16>(runsOf)) << 3;
  const to = (<i32>load<u16>(runsOf + 2)) << 3;
  let sum: f64 = 0;
  for (let r = from; r < to; r += 8) sum += load<f64>(factor + r) * load<f64>(sums + r);
  return sum;
}

/** Mass of the partial or the full cell with named chips under a tilt, prior aside. */
function namedMass(site: i32, full: i32, tilted: i32): f64 {
  const pace = load<i32>(site, sitePace);
  const s = named + full;
  const sum = summed(
    load<i32>(pace, paceRunsOf) + (s << 1),
    load<i32>(site, siteFactor),
    load<i32>(tilted, tiltedSums),
  );
  return sum * load<f64>(load<i32>(pace, paceMass) + (s << 3));
}

function setSite(site: i32, draws: i32): void {
  const pace = load<i32>(site, sitePace);
  const prior = load<i32>(site, sitePrior) + priorShift;
  const mass = load<i32>(site, siteMass);
  const evidence = load<i32>(site, siteEvidence) + evidenceShift;
  const tilts = load<i32>(site, siteTilts) + tiltShift;
  let rest: f64 = 0;
  for (let s = 0; s < cellCount; s++) {
    if (s !== named && s !== named + 1) rest += load<f64>(prior + (s << 3)) * load<f64>(mass + (s << 3));
  }
  const partial = load<f64>(prior + (named << 3));
  const full = load<f64>(prior + ((named + 1) << 3));
  for (let c = 0; c < components; c++) {
    const tilt = load<i32>(tilts + (c << 2));
    // Components often share a tilt.
    if (c > 0 && tilt === load<i32>(tilts + (c << 2) - 4)) {
      store<f64>(evidence + (c << 3), load<f64>(evidence + (c << 3) - 8));
      continue;
    }
    const tilted = under(pace, tilt);
    store<f64>(
      evidence + (c << 3),
      rest + partial * namedMass(site, 0, tilted) + full * namedMass(site, 1, tilted),
    );
  }
  const times = <f64>load<i32>(site, siteTimes);
  for (let c = 0; c < components; c++) {
    const at = logEvidence + logShift + (c << 3);
    store<f64>(at, load<f64>(at) + times * log(load<f64>(evidence + (c << 3))));
  }
  const drawn = under(pace, load<i32>(tilts + (draws << 2)));
  store<i32>(site, drawn, siteDrawn);
  const cells = load<i32>(site, siteCells);
  let sum: f64 = 0;
  for (let s = 0; s < cellCount; s++) {
    const which = s - named;
    const held = which === 0 || which === 1 ? namedMass(site, which, drawn) : load<f64>(mass + (s << 3));
    sum += load<f64>(prior + (s << 3)) * held;
    store<f64>(cells + (s << 3), sum);
  }
}

/** Sums of a pace under a tilt, made when first asked for; tilts change the cells with named chips alone. */
function under(pace: i32, tilt: i32): i32 {
  const at = load<i32>(pace, paceTilted) + (tilt << 2);
  const known = load<i32>(at);
  if (known !== 0) return known;
  const whole = tilt === untilted;
  const made = sumUp(
    pace,
    whole ? 0 : load<f64>(lambdas + (tilt << 3)),
    whole ? 0 : named,
    whole ? cellCount : named + 2,
  );
  store<i32>(at, made);
  return made;
}

/** Sums of weight x exp(-lambda chips) over the runs of the cells in [from, to). */
function sumUp(pace: i32, lambda: f64, from: i32, to: i32): i32 {
  const runsOf = load<i32>(pace, paceRunsOf);
  const starts = load<i32>(pace, paceStarts);
  const firstRun = <i32>load<u16>(runsOf + (from << 1));
  const endRun = <i32>load<u16>(runsOf + (to << 1));
  const first = <i32>load<u16>(starts + (firstRun << 1));
  const end = <i32>load<u16>(starts + (endRun << 1));
  const made = room(16);
  // Entries and runs are counted from the first of the pace.
  const running = room((end - first) << 3) - (first << 3);
  const guide = room((end - first) << 1) - (first << 1);
  const sums = room((endRun - firstRun) << 3) - (firstRun << 3);
  store<i32>(made, running, tiltedRunning);
  store<i32>(made, guide, tiltedGuide);
  store<i32>(made, sums, tiltedSums);
  const weight = load<i32>(pace, paceWeight);
  const chips = load<i32>(pace, paceChips);
  for (let r = firstRun; r < endRun; r++) {
    const low = <i32>load<u16>(starts + (r << 1));
    const high = <i32>load<u16>(starts + (r << 1) + 2);
    let sum: f64 = 0;
    for (let e = low; e < high; e++) {
      const held = load<f64>(chips + (e << 3));
      const each = load<f64>(weight + (e << 3));
      sum += held > 0 && lambda !== 0 ? each * exp(-lambda * held) : each;
      store<f64>(running + (e << 3), sum);
    }
    store<f64>(sums + (r << 3), sum);
    cut(running, guide, low, high);
  }
  return made;
}

/** Writes the guide of a run: part p begins at the first entry whose running sum passes p / length of the whole. */
function cut(running: i32, guide: i32, from: i32, to: i32): void {
  const part = load<f64>(running + ((to - 1) << 3)) / <f64>(to - from);
  let e = from;
  for (let p = from; p < to; p++) {
    while (e < to - 1 && load<f64>(running + (e << 3)) <= <f64>(p - from) * part) e++;
    store<u16>(guide + (p << 1), <u16>e);
  }
}

/** Takes memory, which grows where it must. */
export function room(bytes: i32): i32 {
  const at = free;
  free += (bytes + 7) & ~7;
  const lacking = free - (memory.size() << 16);
  if (lacking > 0 && memory.grow((lacking >> 16) + 16) < 0) unreachable();
  return at;
}

/**
 * Draws `size` worlds of a site systematically, as entries from the first of the table on: those on which (j + u) / size
 * of the probability falls, for j from 0 to size - 1.
 */
export function pick(index: i32, u: f64, size: i32, out: i32): void {
  const site = sites + index * siteBytes;
  const pace = load<i32>(site, sitePace);
  const cells = load<i32>(site, siteCells);
  const factor = load<i32>(site, siteFactor);
  const starts = load<i32>(pace, paceStarts);
  const runsOf = load<i32>(pace, paceRunsOf);
  const total = load<f64>(cells + ((cellCount - 1) << 3));
  const step = total / <f64>size;
  const entries = <i32>load<u16>(starts + ((<i32>load<u16>(runsOf + (cellCount << 1))) << 1));
  const first = <i32>load<u8>(levelsNow) * entries;
  let j = 0;
  for (let s = 0; j < size && s < cellCount; s++) {
    // Rounding must not push the last strata past the last cell that holds anything.
    const upTo = load<f64>(cells + (s << 3));
    const end = upTo === total ? Infinity : upTo;
    if (!((<f64>j + u) * step < end)) continue;
    const below = s === 0 ? 0 : load<f64>(cells + (s << 3) - 8);
    const tilted = s === named || s === named + 1 ? load<i32>(site, siteDrawn) : under(pace, untilted);
    const running = load<i32>(tilted, tiltedRunning);
    const guide = load<i32>(tilted, tiltedGuide);
    const sums = load<i32>(tilted, tiltedSums);
    let r = <i32>load<u16>(runsOf + (s << 1));
    const endRun = <i32>load<u16>(runsOf + (s << 1) + 2);
    let last = r;
    let weight: f64 = 0;
    for (let run = r; run < endRun; run++) {
      const held = load<f64>(factor + (run << 3)) * load<f64>(sums + (run << 3));
      if (!(held > 0)) continue;
      weight += held;
      last = run;
    }
    const scale = weight / (upTo - below);
    let before: f64 = 0;
    for (; j < size && (<f64>j + u) * step < end; j++) {
      const target = ((<f64>j + u) * step - below) * scale;
      while (r < last) {
        const after = before + load<f64>(factor + (r << 3)) * load<f64>(sums + (r << 3));
        if (!(after <= target)) break;
        before = after;
        r++;
      }
      const within = (target - before) / load<f64>(factor + (r << 3));
      const from = <i32>load<u16>(starts + (r << 1));
      const length = <i32>load<u16>(starts + (r << 1) + 2) - from;
      const part = Math.floor((within / load<f64>(sums + (r << 3))) * <f64>length);
      let e = <i32>load<u16>(guide + ((from + (part < <f64>(length - 1) ? <i32>part : length - 1)) << 1));
      while (e < from + length - 1 && load<f64>(running + (e << 3)) <= within) e++;
      store<u16>(out + (j << 1), <u16>(first + e));
    }
  }
}

/**
 * Draws the worlds of every point of the block, `perPoint` entries of each member in a random order, and sums them up. Sites
 * are taken one after the other: the table of one site stays near the processor for all points.
 *
 * With o one of the orders and t a turn, out[i] = picked[o[i] XOR t]: each is as likely at every place.
 */
export function drawBlock(): void {
  const points = perBlock / perPoint;
  memory.fill(sums, 0, (sumCount * perBlock) << 3);
  memory.fill(logEvidence, 0, (points * components) << 3);
  let m = 0;
  for (let s = 0; s < count; s++) {
    const first = m;
    while (m < memberCount && load<i32>(members + m * memberBytes, memberSite) === s) m++;
    const site = sites + s * siteBytes;
    for (let p = 0; p < points; p++) {
      turnTo(p);
      conditionSite(site);
      setSite(site, load<i32>(turns + (p << 2)));
      for (let each = first; each < m; each++) drawMember(members + each * memberBytes, p);
    }
  }
}

function drawMember(member: i32, p: i32): void {
  const first = p * perPoint;
  const uniforms = load<i32>(member, memberUniforms) + (p << 4);
  const out = load<i32>(member, memberEntries) + (first << 1);
  pick(load<i32>(member, memberSite), load<f64>(uniforms), perPoint, picked);
  shuffle(load<f64>(uniforms, 8), out);
  const site = blockSites + load<i32>(member, memberSite) * blockSiteBytes;
  if (load<i32>(site, entryChips) !== 0) addLit(site, out, sums + (first << 3));
  const end = load<i32>(site, siteSummed) + (load<i32>(site, siteShares) << 3);
  for (let each = load<i32>(site, siteSummed); each < end; each += 8) {
    addShares(load<i32>(each), out, load<i32>(each, 4) + (first << 3));
  }
}

function shuffle(u: f64, out: i32): void {
  const which = <i32>(u * <f64>(perPoint * orderCount));
  const turn = which & (perPoint - 1);
  const order = orders + which - turn;
  for (let i = 0; i < perPoint; i++) {
    const from = <i32>load<u8>(order + i) ^ turn;
    store<u16>(out + (i << 1), load<u16>(picked + (from << 1)));
  }
}

/** Adds what is lit to the sums of the hub. */
function addLit(site: i32, entries: i32, at: i32): void {
  const chips = load<i32>(site, entryChips);
  const compute = load<i32>(site, entryCompute);
  const routes = load<i32>(site, entryRoute);
  const column = perBlock << 3;
  for (let i = 0; i < perPoint; i++, at += 8) {
    const entry = <i32>load<u16>(entries + (i << 1));
    const route = <i32>load<u8>(routes + entry);
    if (route > 2) continue;
    store<f64>(at, load<f64>(at) + load<f64>(chips + (entry << 3)));
    const ours = at + column + route * column;
    store<f64>(ours, load<f64>(ours) + load<f64>(compute + (entry << 3)));
  }
}

function addShares(share: i32, entries: i32, at: i32): void {
  for (let i = 0; i < perPoint; i++, at += 8) {
    store<f64>(at, load<f64>(at) + load<f64>(share + ((<i32>load<u16>(entries + (i << 1))) << 3)));
  }
}

/**
 * evidence = its log, less that of the sum over components of share x proposal x exp(-lambda chips) over their evidence, in
 * every draw.
 */
export function weigh(): void {
  const points = perBlock / perPoint;
  for (let i = 0; i < perBlock; i++) {
    const logs = proposed + (((i / perPoint) * components) << 3);
    const tilts = logs + ((points * components) << 3);
    const chips = load<f64>(sums + (i << 3));
    let most = -Infinity;
    for (let c = 0; c < components; c++) {
      most = max(most, load<f64>(logs + (c << 3)) - load<f64>(tilts + (c << 3)) * chips);
    }
    let sum: f64 = 0;
    for (let c = 0; c < components; c++) {
      sum += exp(load<f64>(logs + (c << 3)) - load<f64>(tilts + (c << 3)) * chips - most);
    }
    const at = evidence + (i << 3);
    store<f64>(at, log(load<f64>(at) / sum) - most);
  }
}
