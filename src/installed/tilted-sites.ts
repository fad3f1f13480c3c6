import { Arena } from '../stats/arena.ts';
import { compiledModule } from '../stats/compiled-module.ts';
import { ENTRIES, NAMED_LIT } from './cell-layout.ts';
import { FIRST_ORIGIN, type GlobalPoint, type Globals } from './globals.ts';
import type { SiteTable } from './site-table.ts';
import { sitesWasm } from './sites.wasm.ts';
import { states } from './world.ts';

const CELLS = states.length;

/** Arithmetic over the tables of all sites; addresses are those of its memory. */
interface Kernel {
  open(...where: number[]): void;
  condition(): void;
  set(): void;
  pick(site: number, u: number, size: number, out: number): void;
  room(bytes: number): number;
  openBlock(...where: number[]): void;
  drawBlock(): void;
  weigh(): void;
}

/** The kernel that holds all sites, and its memory. */
export interface SitesMemory {
  readonly kernel: Kernel;
  /** Memory as it is now; growing ends arrays on it. */
  readonly buffer: ArrayBufferLike;
  /** Puts values into memory. @returns their address */
  put(values: Float64Array | Int32Array | Uint8Array): number;
}

/** Where what changes from point to point lies in the kernel's memory. */
interface Addresses {
  levels: number;
  /** Of the states at the hub's sites, and at those of its context. */
  prior: number;
  contextPrior: number;
  tilts: number;
  turns: number;
  evidence: number;
  logEvidence: number;
  picked: number;
}

/** The same as arrays; a kernel that takes more memory ends them. */
interface Views {
  buffer: ArrayBufferLike;
  levels: Uint8Array;
  prior: Float64Array;
  contextPrior: Float64Array;
  tilts: Int32Array;
  turns: Int32Array;
  evidence: Float64Array;
  logEvidence: Float64Array;
  picked: Uint16Array;
}

/**
 * All sites under given globals and tilts: how probable each cell is, and where its particles lie. Shared items see whole
 * runs of entries alike, so what the globals change is one factor a run; sums within runs are made once.
 *
 * At a site, with f_r the product over shared items of their mixed ratios in run r of cell s,
 *   mass_s(lambda) = mass_s sum_r f_r sum_(e in r) weight_e exp(-lambda chips_e),
 *   evidence(lambda) = sum_s prior_s mass_s(lambda).
 */
export class TiltedSites implements SitesMemory {
  readonly kernel: Kernel;
  private readonly memory: WebAssembly.Memory;
  private readonly at: Addresses;
  private readonly count: number;
  private readonly components: number;
  private readonly points: number;
  private readonly most: number;
  private known: Views | undefined;

  /** @param options.points points that are held at once; @param options.most entries that are drawn at once, at most */
  constructor(
    tables: readonly SiteTable[],
    globals: Globals,
    options: { lambdas: Float64Array; components: number; points?: number; most: number },
  ) {
    const { lambdas, components, points = 1, most } = options;
    this.count = tables.length;
    this.components = components;
    this.points = points;
    this.most = most;
    const arena = new Arena();
    this.at = {
      levels: arena.room(points * globals.levels.length),
      prior: arena.room(8 * points * CELLS),
      contextPrior: arena.room(8 * points * CELLS),
      tilts: arena.room(4 * points * components),
      turns: arena.room(4 * points),
      evidence: arena.room(8 * points * components * tables.length),
      logEvidence: arena.room(8 * points * components),
      picked: arena.room(2 * most),
    };
    const untilted = arena.put(new Int32Array(points * components).fill(lambdas.indexOf(0)));
    const originLevels = Math.max(
      1,
      ...globals.levels.slice(FIRST_ORIGIN).map(({ values }) => values.length),
    );
    const sites = arena.put(
      Int32Array.from(
        tables.flatMap((table, s) => {
          const ours = table.site.role === 'hub';
          const layout = { arena, globals, tilts: lambdas.length + 1, originLevels };
          return [
            ...ofSite(table, layout),
            this.at.evidence + 8 * components * s,
            ours ? this.at.prior : this.at.contextPrior,
            ours ? this.at.tilts : untilted,
            table.site.count,
            ...[0, 0],
          ];
        }),
      ),
    );
    const grid = arena.put(lambdas);
    const { memory, free } = arena.open();
    this.memory = memory;
    this.kernel = new WebAssembly.Instance(compiledModule(sitesWasm), { env: { memory } })
      .exports as unknown as Kernel;
    this.kernel.open(
      ...[sites, tables.length],
      ...[this.at.levels, globals.levels.length],
      ...[grid, lambdas.length],
      ...[CELLS, NAMED_LIT, components, originLevels],
      ...[this.at.logEvidence, this.at.turns, free],
    );
  }

  /**
   * Writes the globals of a point. The priors of the states, from `statePrior`: `prior` at the hub's sites, `contextPrior`
   * elsewhere.
   */
  place(
    p: number,
    { level }: GlobalPoint,
    priors: { prior: Float64Array; contextPrior: Float64Array },
  ): void {
    const { views } = this;
    views.levels.set(level, p * level.length);
    views.prior.set(priors.prior, p * CELLS);
    views.contextPrior.set(priors.contextPrior, p * CELLS);
  }

  /**
   * Writes the tilts of a point by component, as indices into the grid of lambdas, and the component that is drawn from; sites
   * of the context are never tilted.
   */
  tilt(p: number, tilts: Int32Array, draws: number): void {
    this.views.tilts.set(tilts, p * this.components);
    this.views.turns[p] = draws;
  }

  /** Sums the first point's evidence under each component's tilt, and makes ready to draw there. */
  set(): void {
    this.kernel.condition();
    this.kernel.set();
  }

  /** Sum over sites of the log evidence of a point under a component's tilt. */
  logEvidence(p: number, component: number): number {
    return this.views.logEvidence[p * this.components + component]!;
  }

  /** Evidence of a site at the first point under a component's tilt: sum over cells. */
  evidence(site: number, component: number): number {
    return this.views.evidence[site * this.components + component]!;
  }

  /**
   * Draws worlds of a site systematically: the entries of its table on which (j + u) / size of the probability falls, for j
   * from 0 to size - 1.
   *
   * @param u uniform on (0, 1)
   * @param size at most `most`
   * @returns room for `most` entries, the first `size` of which are those drawn, ascending; valid until the next call
   */
  pick(site: number, u: number, size: number): Uint16Array {
    this.kernel.pick(site, u, size, this.at.picked);
    return this.views.picked;
  }

  get buffer(): ArrayBufferLike {
    return this.memory.buffer;
  }

  put(values: Float64Array | Int32Array | Uint8Array): number {
    const at = this.kernel.room(values.byteLength);
    new Uint8Array(this.memory.buffer, at).set(
      new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
    );
    return at;
  }

  private get views(): Views {
    const { memory, at, known, points, components } = this;
    if (known?.buffer === memory.buffer) return known;
    const { buffer } = memory;
    const made = {
      buffer,
      levels: new Uint8Array(buffer, at.levels),
      prior: new Float64Array(buffer, at.prior, points * CELLS),
      contextPrior: new Float64Array(buffer, at.contextPrior, points * CELLS),
      tilts: new Int32Array(buffer, at.tilts, points * components),
      turns: new Int32Array(buffer, at.turns, points),
      evidence: new Float64Array(buffer, at.evidence, components * this.count),
      logEvidence: new Float64Array(buffer, at.logEvidence, points * components),
      picked: new Uint16Array(buffer, at.picked, this.most),
    };
    this.known = made;
    return made;
  }
}

interface Layout {
  arena: Arena;
  globals: Globals;
  /** Grid indices of lambda, and one for none. */
  tilts: number;
  originLevels: number;
}

/** First fields of a site: its paces, its origins, and room for what is set. */
function ofSite(table: SiteTable, layout: Layout): number[] {
  const { arena } = layout;
  const origins = [...new Set(table.shared.map(({ origin }) => origin))];
  const runs = Math.max(...table.alike.map(({ starts }) => starts.length - 1));
  return [
    arena.put(Int32Array.from(table.alike.flatMap((_, pace) => ofPace(table, pace, { ...layout, origins })))),
    origins.length,
    arena.put(Uint8Array.from(origins, (origin) => FIRST_ORIGIN + origin)),
    arena.room(8 * runs),
    arena.room(8 * CELLS),
    arena.room(8 * CELLS),
  ];
}

/** Fields of a site at a pace. */
function ofPace(
  table: SiteTable,
  pace: number,
  { arena, globals, tilts, originLevels, origins }: Layout & { origins: readonly number[] },
): number[] {
  const { starts, cells } = table.alike[pace]!;
  const entries = (column: Float64Array) => column.subarray(pace * ENTRIES, (pace + 1) * ENTRIES);
  const factors = origins.flatMap((origin) => {
    const levels = [...globals.levels[FIRST_ORIGIN + origin]!.values];
    const all = levels.map((reliability) => arena.put(factorOf(table, pace, { origin, reliability })));
    return [...all, ...new Array<number>(originLevels - all.length).fill(0)];
  });
  return [
    arena.put(starts),
    arena.put(cells),
    arena.put(entries(table.weight)),
    arena.put(entries(table.accelerators)),
    arena.put(table.mass.subarray(pace * CELLS, (pace + 1) * CELLS)),
    arena.room(4 * tilts),
    arena.put(Int32Array.from(factors)),
  ];
}

/** Product over an origin's items, which share its reliability, of their mixed ratios, by run. */
function factorOf(
  { shared, alike }: SiteTable,
  pace: number,
  { origin, reliability }: { origin: number; reliability: number },
): Float64Array {
  const { starts } = alike[pace]!;
  const factor = new Float64Array(starts.length - 1).fill(1);
  for (const { origin: from, credibility, ratio } of shared) {
    if (from !== origin) continue;
    const rho = credibility * reliability;
    for (let r = 0; r < factor.length; r++) {
      factor[r]! *= rho * ratio[pace * ENTRIES + starts[r]!]! + 1 - rho;
    }
  }
  return factor;
}
