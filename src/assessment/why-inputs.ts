import type { Chip } from '../chips/chip.ts';
import type { Figure } from '../chips/figure.ts';
import { peak } from '../chips/peak.ts';
import type { Site } from '../dossier/dossier.ts';
import type { Place } from '../errors/fault.ts';
import type { Posterior } from '../installed/infer.ts';
import type { ParameterName } from '../installed/parameter.ts';
import { shareOf } from '../installed/world-model.ts';
import { chainParameters } from '../site/power.ts';
import type { Region, SiteModel } from '../site/site-model.ts';
import { climatesAt, regionOf, yearlyPue } from '../site/yearly-pue.ts';
import { distributionOf } from '../stats/spread-distribution.ts';
import { weightedQuantiles } from '../stats/weighted-quantile.ts';
import { kindsAt } from '../supply/availability.ts';
import { estimatesAt, poolAt } from '../supply/stock.ts';
import type { Quantity } from '../units/quantity.ts';
import { isShare } from './changes.ts';
import type { Plan } from './plan.ts';
import type { Trace } from './trace.ts';
import { typicalAccelerators } from './typical-accelerators.ts';
import { meaningsZh, routesZh } from './why-words.ts';

/** A parameter of the world model with its line. */
export function parameterTrace(plan: Plan, name: ParameterName): Trace {
  const { meaning, value, citation, place } = plan.parameters.get(name)!;
  return {
    label: `${name}: ${meaning}`,
    zh: { label: `${name}：${meaningsZh[name]}` },
    value: value[plan.prior].text,
    ...spreadOf(value[plan.prior], name),
    ...citedBy(citation),
    ...(placeOf(place) && { place: placeOf(place)! }),
    set: `world.${name}`,
    children: [],
  };
}

/** Median and middle 90 % of a parameter that is written as a spread, as the model takes it; shares in percent. */
function spreadOf(quantity: Quantity, name: ParameterName): Pick<Trace, 'spread'> {
  const { spread, unit } = quantity;
  if (spread.form === 'exact' || spread.form === 'bound' || spread.form === 'unknown') return {};
  const share = isShare(name);
  const { quantile } = share ? shareOf(name, quantity) : distributionOf(spread);
  const at = (p: number) => quantile(p) * (share ? 100 : 1);
  return { spread: { median: at(0.5), low: at(0.05), high: at(0.95), unit: share ? '%' : unit.symbol } };
}

function placeOf(text: string): Place | undefined {
  const [file, line] = text.split(':');
  return line ? { file: file!, line: Number(line), column: 1 } : undefined;
}

function citedBy({ basis, sources }: Figure['citation']): Pick<Trace, 'basis' | 'source'> {
  return { basis, ...(sources[0] && { source: sources[0] }) };
}

/** A figure of the data as written. */
export function figureTrace(label: string, zh: string, { quantity, citation, place }: Figure): Trace {
  return {
    label,
    zh: { label: zh },
    value: quantity.text,
    ...citedBy(citation),
    ...(place && { place }),
    children: [],
  };
}

/** The national pool with the estimates behind it. */
export function poolTrace(plan: Plan, posterior: Posterior): Trace {
  const { hub } = plan.dossier;
  if (hub.pool === undefined) {
    return {
      label: 'no national pool bounds the named chip',
      value: 'free',
      zh: { label: '没有国内存量限制所称芯片', value: '不限' },
      basis: 'judged',
      children: [],
    };
  }
  const [low, median, high] = weightedQuantiles(posterior.columns.globals.get('pool')!, [0.05, 0.5, 0.95], {
    weights: posterior.weights[plan.prior],
  }) as unknown as [number, number, number];
  return {
    label: 'restricted accelerators in the country',
    value: { median, low, high },
    basis: 'derived',
    formula: 'mixture of estimates, weighted by grade, brought to the date',
    zh: { label: '在华受限加速卡', formula: '各估计按评级加权混合，推算到该日期' },
    set: 'pool',
    children: [poolBefore(plan, hub.pool), parameterTrace(plan, 'poolShare')],
  };
}

function poolBefore({ asOf, world }: Plan, pool: NonNullable<Plan['dossier']['hub']['pool']>): Trace {
  const day = asOf.to;
  const options = { day, asOf: day, streams: ['smuggled'], measure: 'accelerators' as const };
  const prior = poolAt(world.supply, pool, options);
  return {
    label: 'before the evidence',
    zh: { label: '证据之前' },
    value: { median: prior.quantile(0.5), low: prior.quantile(0.05), high: prior.quantile(0.95) },
    basis: 'derived',
    children: estimatesAt(world.supply, pool, options).map(({ estimate, weight, median }) => ({
      label: `${estimate.id}, weight ${(100 * weight).toPrecision(2)} %`,
      zh: { label: `${estimate.id}，权重${(100 * weight).toPrecision(2)}%` },
      value: median,
      ...citedBy(estimate.citation),
      ...(estimate.place && { place: estimate.place }),
      children: [],
    })),
  };
}

const routeOf = { legal: 1, domestic: 2 } as const;

/** The mean peak that turns compute on a substitute route into accelerators, with the kinds behind it. */
export function meanPeakTrace(plan: Plan, pool: 'legal' | 'domestic'): Trace {
  const { world, asOf } = plan;
  const kinds = kindsAt(world.supply, pool, { day: asOf.to, asOf: asOf.to }).flatMap(({ chip, share }) => {
    const rate = peak(chip)?.quantile(0.5);
    return rate === undefined ? [] : [{ chip, share, rate }];
  });
  const total = kinds.reduce((sum, { share }) => sum + share, 0);
  return {
    label: 'mean dense FP16 peak of the kinds on offer',
    value: typicalAccelerators(plan)[routeOf[pool]].peak,
    unit: 'FLOP/s',
    formula: kinds.length > 0 ? 'sum over kinds of share x peak' : 'no kind known: that of the named chip',
    zh: {
      label: '在售型号的稠密FP16峰值均值',
      formula: kinds.length > 0 ? '各型号份额 × 峰值之和' : '型号未知：取所称芯片',
    },
    basis: 'derived',
    children: kinds.map(({ chip, share, rate }) => kindTrace(chip, share / total, rate)),
  };
}

function kindTrace(chip: Chip, share: number, rate: number): Trace {
  const { citation } = chip.peak.fp16!;
  return {
    label: `${chip.name}, ${(100 * share).toPrecision(2)} % of what is on offer`,
    zh: { label: `${chip.name}，占在售的${(100 * share).toPrecision(2)}%` },
    value: rate,
    unit: 'FLOP/s',
    ...citedBy(citation),
    place: chip.place,
    children: [],
  };
}

/** Rated server power of one accelerator of each route. */
export function ratedPowerTraces(plan: Plan): Trace[] {
  const labels = ['of the named chip', 'of legal substitutes', 'of domestic chips'];
  return typicalAccelerators(plan).map(({ ratedW }, route) => ({
    label: `rated server power of one accelerator ${labels[route]}`,
    value: ratedW,
    unit: 'W',
    zh: {
      label: `每块加速卡的服务器额定功率：${routesZh[route]}`,
      formula: '服务器额定功率 / 其加速卡数，或自身功率加主机的一份；对型号取均值',
    },
    formula:
      'rating of its server / its accelerators, or its own power and a share of the host; mean over kinds',
    basis: 'derived',
    children: [],
  }));
}

const chainLabels = {
  peakShare: 'peak share: highest load of a busy server over its rating',
  clusterOverhead: 'cluster overhead: network, storage and management, times server power',
  diversity: 'diversity: load of all servers over the sum of their single peaks',
} as const;

const chainLabelsZh: Readonly<Record<keyof typeof chainLabels, string>> = {
  peakShare: '峰值份额：满载服务器的最高功率与额定之比',
  clusterOverhead: '集群附加：网络、存储与管理，以服务器功率的倍数计',
  diversity: '同时系数：全部服务器的功率与各自峰值之和的比',
};

/** The factors between rated servers and IT load, each with its line. */
export function overheadTraces({ world }: Plan): Trace[] {
  return chainParameters.flatMap((name) => {
    if (name === 'pue') return [];
    const figure = name === 'diversity' ? world.site.power.diversity.training : world.site.power[name];
    return [figureTrace(chainLabels[name], chainLabelsZh[name], figure)];
  });
}

/** PUE of the hub's sites: which plants their regions build, and what those reach in each climate, each with its line. */
export function pueTrace({ world, dossier }: Plan): Trace {
  const region = regionOf(world.site, dossier.hub.regions[0] ?? 'other');
  const sites = dossier.sites.filter(({ role }) => role === 'hub');
  const climates = [...new Set(sites.flatMap((site) => climatesAt(world.site, site)))];
  return {
    label: `PUE of ${region.id}`,
    value: [...region.plants].map(([plant, share]) => `${Math.round(100 * share)} % ${plant}`).join(', '),
    formula: 'mixture of the yearly PUE of the plants built there',
    zh: { label: `${region.id}的PUE`, formula: '当地所建冷却系统全年PUE的混合' },
    ...citedBy(region.citation),
    ...(region.place && { place: region.place }),
    children: [
      ...climates.map(({ id, altitude, plants, citation, place }) => ({
        label: `in the climate of ${id}, ${altitude} m`,
        zh: { label: `${id}的气候，海拔${altitude}米` },
        value: [...plants].map(([plant, { pue }]) => `${plant} ${pue.text}`).join('; '),
        ...citedBy(citation),
        ...(place && { place }),
        children: [],
      })),
      ...(climates.length > 0 ? [] : ownPueTraces(world.site, region)),
    ],
  };
}

/** PUE of one site: every plant that its region builds, with its share, in every climate that the site may have. */
export function sitePueTrace({ world }: Plan, site: Site): Trace {
  const region = regionOf(world.site, site.region);
  const climates = climatesAt(world.site, site);
  const plants = [...region.plants].map(([id, share]): Trace => {
    const { name, pue } = world.site.plants.get(id)!;
    const label = `${Math.round(100 * share)} % of the halls: ${name.en}`;
    const zh = `${Math.round(100 * share)}%的机房：${name.zh ?? name.en}`;
    if (climates.length === 0) return figureTrace(label, zh, pue);
    const at = climates.map((climate) => {
      const own = climate.plants.get(id)?.pue ?? pue.quantity;
      return `${own.text} in the climate of ${climate.id}, ${climate.altitude} m`;
    });
    return {
      ...{ label, value: at.join('; '), zh: { label: zh } },
      ...citedBy(climates[0]!.citation),
      children: [],
    };
  });
  return {
    label: 'PUE of its plants, which nobody described: those that its region builds',
    value: yearlyPue(world.site, site).quantile(0.5),
    unit: '1',
    formula: 'mixture over plants and climates; the median',
    zh: { label: '其冷却系统的PUE（无人描述，取当地所建者）', formula: '对冷却系统与气候取混合；中位数' },
    ...citedBy(region.citation),
    ...(region.place && { place: region.place }),
    children: plants,
  };
}

/** What is known of a region's plants where no climate is. */
function ownPueTraces({ plants }: SiteModel, region: Region): Trace[] {
  return [...region.plants.keys()].map((id) => {
    const { name, pue } = plants.get(id)!;
    return figureTrace(`PUE of ${name.en}`, `${name.zh ?? name.en}的PUE`, pue);
  });
}
