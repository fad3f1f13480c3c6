import { log } from '../elementary/logarithm.ts';
import { once } from '../stats/once.ts';
import type { Details, Shape, Totals } from './columns.ts';
import { addedUp, addTerms, type Term } from './entry-sums.ts';
import { FIRST_ORIGIN, POOL } from './globals.ts';
import type { PreparedHub } from './hub-state.ts';
import type { HubItem } from './model.ts';
import type { SiteTable } from './site-table.ts';
import { LIT } from './world.ts';

/** Drawn worlds of one site of the hub: the entry of its table in each of a run of draws. */
export interface Member {
  /** Position of the record in the model. */
  site: number;
  entries: Uint16Array;
}

/** How many columns a hub has. */
export function columnsShape({ globals, tables, model }: PreparedHub): Shape {
  const items = [...model.sites.flatMap((site) => site.items), ...model.hubItems];
  return {
    globals: [...globals.continuous, ...globals.levels].map(({ name }) => name),
    sites: tables.length,
    /** One past the highest index that any item carries. */
    items: items.reduce((most, { item }) => Math.max(most, item + 1), 0),
    outcomes: model.looks.map((look) => look.outcomes.length),
  };
}

/** One member for each site that the records stand for, with room for a run of draws. */
export function membersOf({ tables }: PreparedHub, draws: number): Member[] {
  return tables.flatMap(({ site }, index) =>
    Array.from({ length: site.count }, () => ({ site: index, entries: new Uint16Array(draws) })),
  );
}

/** Adds the members' worlds up to the hub's totals. */
export function addTotals({ tables }: PreparedHub, members: readonly Member[], totals: Totals): void {
  const ours = members.filter(({ site }) => tables[site]!.site.role === 'hub');
  const lit = tables.map((table) => totals.compute.map((_, route) => litOn(table, route)));
  addTerms(
    [totals.accelerators, ...totals.compute],
    [
      ours.map(({ site, entries }) => ({ entries, values: tables[site]!.accelerators })),
      ...totals.compute.map((_, route) =>
        ours.map(({ site, entries }) => ({ entries, values: lit[site]![route]! })),
      ),
    ],
  );
}

/** Compute lit on a route, by entry. */
function litOn({ compute, stage, route }: SiteTable, way: number): Float64Array {
  return compute.map((flops, e) => (stage[e] === LIT && route[e] === way ? flops : 0));
}

/** What is read off a run of draws. */
export interface HubRun {
  members: readonly Member[];
  /** Global variables by position. */
  globals: readonly Float64Array[];
  accelerators: Float64Array;
}

/** What a hub-wide item sees of the draws from `at` on. */
export interface HubView {
  /** What it sums up, from position 0 on. */
  sums: Float64Array;
  globals: readonly Float64Array[];
  at: number;
}

/** Multiplies `out` by the likelihood of a hub-wide item over its noise, in every draw that it sees. */
export function timesHubItem(hub: PreparedHub, h: number, view: HubView, out: Float64Array): void {
  const item = hub.model.hubItems[h]!;
  const { globals, at } = view;
  const seen = item.sums ? view.sums : globals[POOL]!.subarray(at, at + out.length);
  const ratios = ratiosOf(item, seen);
  if (item.origin < 0) timesMixed(out, ratios, item.credibility * item.reliability.mean);
  else timesTrusted(out, ratios, { trust: globals[trustAt(hub, item.origin)]!, at, share: item.credibility });
}

/** Likelihood of an item over its noise by draw; many are alike in what it sees: what was last computed will often do. */
function ratiosOf({ likelihood, noise }: HubItem, seen: Float64Array): Float64Array {
  const ratios = new Float64Array(seen.length);
  for (let i = 0; i < ratios.length; i++) {
    ratios[i] = i > 0 && seen[i] === seen[i - 1] ? ratios[i - 1]! : likelihood(seen[i]!) / noise;
  }
  return ratios;
}

function timesMixed(out: Float64Array, ratios: Float64Array, told: number): void {
  for (let i = 0; i < out.length; i++) out[i]! *= told * ratios[i]! + 1 - told;
}

function timesTrusted(
  out: Float64Array,
  ratios: Float64Array,
  { trust, at, share }: { trust: Float64Array; at: number; share: number },
): void {
  for (let i = 0; i < out.length; i++) {
    const told = share * trust[at + i]!;
    out[i]! *= told * ratios[i]! + 1 - told;
  }
}

/** What a hub-wide item sums up in every draw of a run, 0 where it sums nothing; kept for the next that sums up the same. */
function summingUp({ tables }: PreparedHub, { members, accelerators }: HubRun): (h: number) => Float64Array {
  let last: { terms: readonly Term[]; sums: Float64Array } | undefined;
  return (h) => {
    const terms = members.flatMap(({ site, entries }) => {
      const values = tables[site]!.hub[h];
      return values ? [{ entries, values }] : [];
    });
    if (last && areAlike(terms, last.terms)) return last.sums;
    const sums = new Float64Array(accelerators.length);
    addTerms([sums], [terms]);
    last = { terms, sums };
    return sums;
  };
}

function areAlike(a: readonly Term[], b: readonly Term[]): boolean {
  return a.length === b.length && a.every(({ values }, i) => values === b[i]!.values);
}

/** Position of an origin's reliability among the columns of the globals. */
function trustAt({ globals }: PreparedHub, origin: number): number {
  return globals.continuous.length + FIRST_ORIGIN + origin;
}

/** Details of a run of draws, each kind of column computed when it is first asked for. */
export class DrawnDetails implements Details {
  private readonly hub: PreparedHub;
  private readonly run: HubRun;
  private readonly shape: Shape;
  private readonly draws: number;
  private kept: {
    sites?: Details['sites'];
    looks?: Details['looks'];
  } = {};
  private readonly logs: Float64Array[] = [];
  private readonly terms = once(() => this.termsByItem());
  private readonly summedUp: (h: number) => Float64Array;

  constructor(hub: PreparedHub, run: HubRun) {
    this.hub = hub;
    this.run = run;
    this.shape = columnsShape(hub);
    this.draws = run.accelerators.length;
    this.summedUp = summingUp(hub, run);
  }

  get sites(): Details['sites'] {
    this.kept.sites ??= this.hub.tables.map((table, s) => {
      const members = this.run.members.filter(({ site }) => site === s).map(({ entries }) => entries);
      return addedUp(table, members, this.draws);
    });
    return this.kept.sites;
  }

  get logLikelihood(): Details['logLikelihood'] {
    return this.terms().map((_, item) => this.logLikelihoodOf(item));
  }

  get looks(): Details['looks'] {
    this.kept.looks ??= this.computeLooks();
    return this.kept.looks;
  }

  eachLogLikelihood(show: (column: Float64Array, item: number) => void): void {
    const column = new Float64Array(this.draws);
    for (let item = 0; item < this.shape.items; item++) {
      this.addLog(item, column.fill(0));
      show(column, item);
    }
  }

  logLikelihoodOf(item: number): Float64Array {
    this.logs[item] ??= this.addLog(item, new Float64Array(this.draws));
    return this.logs[item];
  }

  /** Adds the log likelihood of an item over its noise to a column. */
  private addLog(item: number, column: Float64Array): Float64Array {
    const { hub, run } = this;
    addTerms([column], [this.terms()[item]!]);
    const hubWide = hub.model.hubItems.flatMap((one, h) => (one.item === item ? [h] : []));
    if (hubWide.length === 0) return column;
    const times = new Float64Array(column.length).fill(1);
    for (const h of hubWide) {
      timesHubItem(hub, h, { globals: run.globals, sums: this.summedUp(h), at: 0 }, times);
    }
    for (let i = 0; i < column.length; i++) column[i]! += log(times[i]!);
    return column;
  }

  /** What sites add to the log likelihood of each item. */
  private termsByItem(): Term[][] {
    const { hub, run } = this;
    const terms: Term[][] = Array.from({ length: this.shape.items }, () => []);
    for (const { site, entries } of run.members) {
      const { own, shared } = hub.tables[site]!;
      for (const { item, logRatio } of own) terms[item]!.push({ entries, values: logRatio });
      for (const { item, origin, credibility, ratio } of shared) {
        const mixed = { trust: run.globals[trustAt(hub, origin)]!, share: credibility };
        terms[item]!.push({ entries, values: ratio, mixed });
      }
    }
    return terms;
  }

  private computeLooks(): Float64Array[][] {
    const columns = this.shape.outcomes.map((count) =>
      Array.from({ length: count }, () => new Float64Array(this.draws)),
    );
    const terms: Term[][][] = columns.map((outcomes) => outcomes.map(() => []));
    for (const { site, entries } of this.run.members) {
      for (const { look, probability } of this.hub.tables[site]!.looks) {
        probability.forEach((values, o) => {
          terms[look]![o]!.push({ entries, values });
        });
      }
    }
    addTerms(columns.flat(), terms.flat());
    return columns;
  }
}
