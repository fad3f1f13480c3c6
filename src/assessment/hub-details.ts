import type { ByRoute, Columns } from '../installed/columns.ts';
import { mixColumnsAt } from '../serving/mix-columns.ts';
import { chainDistributions, chainParameters } from '../site/power.ts';
import { itColumns } from '../site/power-chain.ts';
import { stream } from '../stats/random.ts';
import { compileTable, drawsAt } from '../stats/table.ts';
import { columnAt } from './draws.ts';
import { hubPue } from './hub-pue.ts';
import type { Plan } from './plan.ts';
import { type TokenColumns, tokenColumns } from './serving-rates.ts';
import { type RunColumns, runColumns } from './training-rates.ts';
import { typicalAccelerators } from './typical-accelerators.ts';

/** What the hub amounts to in some draws, beside its totals. */
export interface HubDetails {
  /** Accelerators of the substitute routes [count]. */
  readonly legal: Float64Array;
  readonly domestic: Float64Array;
  /** IT load at its peak [MW]. */
  readonly itLoad: Float64Array;
  /** IT load of each FLOP/s by route [MW/(FLOP/s)]: for single sites. */
  readonly itPerFlop: ByRoute<Float64Array>;
  /** PUE, the mean over the sites by the compute lit there [1]. */
  readonly pue: Float64Array;
  /** Load at the meter [MW]. */
  readonly facility: Float64Array;
  /** Training runs of 90 days [FLOP]. */
  readonly runs: RunColumns;
  /** Tokens read and written on a day. */
  readonly tokens: TokenColumns;
}

type ChainColumns = Record<Exclude<(typeof chainParameters)[number], 'pue'>, Float64Array>;

/** Details of some draws, each kind computed when it is first asked for. */
export class DrawnHubDetails implements HubDetails {
  private readonly plan: Plan;
  private readonly columns: Columns;
  private readonly draws: Uint32Array;
  private readonly known = new Map<string, unknown>();

  constructor(plan: Plan, columns: Columns, draws: Uint32Array) {
    this.plan = plan;
    this.columns = columns;
    this.draws = draws;
  }

  get legal(): Float64Array {
    return this.accelerators[1];
  }

  get domestic(): Float64Array {
    return this.accelerators[2];
  }

  get itLoad(): Float64Array {
    return this.once('itLoad', () => {
      const typical = typicalAccelerators(this.plan);
      const fleet = this.accelerators.map((accelerators, route) => ({
        accelerators,
        ratedW: typical[route]!.ratedW,
      }));
      const load = new Float64Array(this.draws.length);
      itColumns(fleet, this.chain, load);
      return load;
    });
  }

  get itPerFlop(): ByRoute<Float64Array> {
    return this.once('itPerFlop', () => {
      const { peakShare, clusterOverhead, diversity } = this.chain;
      const [named, legal, domestic] = typicalAccelerators(this.plan).map(({ ratedW, peak }) =>
        peakShare.map((share, i) => (share * clusterOverhead[i]! * diversity[i]! * ratedW) / peak / 1e6),
      );
      return [named!, legal!, domestic!];
    });
  }

  get pue(): Float64Array {
    return this.once('pue', () => hubPue(this.plan, this.columns, this.draws));
  }

  get facility(): Float64Array {
    return this.once('facility', () => this.pue.map((pue, i) => pue * this.itLoad[i]!));
  }

  get runs(): RunColumns {
    return this.once('runs', () => {
      const { plan, columns, draws } = this;
      return runColumns(plan, columns, draws);
    });
  }

  get tokens(): TokenColumns {
    return this.once('tokens', () => {
      const { plan, columns, draws, accelerators } = this;
      const mix = mixColumnsAt(plan.world.workloads.service, { seed: plan.seed, column: columns, draws });
      return tokenColumns(plan, mix, accelerators);
    });
  }

  /** By route: named, legal, domestic. */
  private get accelerators(): ByRoute<Float64Array> {
    return this.once('accelerators', () => {
      const { plan, columns, draws } = this;
      const [, legal, domestic] = typicalAccelerators(plan);
      const counted = (route: 1 | 2, peak: number) =>
        columnAt(columns.compute[route], draws).map((compute) => compute / peak);
      return [columnAt(columns.accelerators, draws), counted(1, legal.peak), counted(2, domestic.peak)];
    });
  }

  private get chain(): ChainColumns {
    return this.once('chain', () => {
      const { plan, columns, draws } = this;
      const distributions = chainDistributions(plan.world.site, {
        region: plan.dossier.hub.regions[0] ?? 'other',
      });
      const drawn = chainParameters.flatMap((name) => {
        if (name === 'pue') return [];
        const own = stream(plan.seed, `chain/${name}`);
        return [[name, drawsAt(compileTable(distributions[name]), own, columns, draws)] as const];
      });
      return Object.fromEntries(drawn) as ChainColumns;
    });
  }

  private once<T>(name: string, make: () => T): T {
    if (!this.known.has(name)) this.known.set(name, make());
    return this.known.get(name) as T;
  }
}
