import type { SiteReport } from '../site/site-report.ts';

/** A site report as JSON, hours left out; every number's unit is in its name or in `units`. */
export function siteJson(report: SiteReport): string {
  const variants = report.variants.map(({ year, spread, ...variant }) => {
    const { values: ____, ...spreadOfPlants } = spread;
    const { load, cooling, supply, ...rest } = year;
    const { pue: _, wue: __, wantedPue: _____, ...coolingMeans } = cooling;
    const { byHour, ...dispatch } = supply.dispatch;
    return {
      ...variant,
      spread: spreadOfPlants,
      ...rest,
      cooling: coolingMeans,
      supply: { ...supply, dispatch },
      loadDuration: duration(load),
      servedDuration: duration(load.map((mw, i) => mw - byHour.unserved[i]!)),
    };
  });
  return `${JSON.stringify({ ...report, units, variants }, null, 2)}\n`;
}

const units = {
  stated: 'MW',
  it: 'MW',
  facility: 'MW',
  wue: 'L/kWh',
  temperature: '°C',
  altitude: 'm',
  dispatch: 'MWh over all years',
  energyMwh: 'MWh a year',
  carbonTonnes: 't a year',
  farmCost: 'CNY/kWh',
  cost: 'CNY',
  ownPower: 'MW by month and hour of the day',
  servedDuration: 'as loadDuration, of what grid, farms and storage serve',
  loadDuration: 'MW at 0, 1, ... 100 % of the hours, highest first',
};

/** Load that is reached in a share of the hours, from never to always in steps of 1 %. */
export function duration(load: Float64Array): number[] {
  const sorted = load.slice().sort().reverse();
  return Array.from({ length: 101 }, (_, i) => sorted[Math.round((i / 100) * (sorted.length - 1))]!);
}
