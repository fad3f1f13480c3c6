import type { SiteReport, SiteVariant } from '../../site/site-report.ts';
import { csv } from './csv.ts';

/** A site as a table: one figure a row with its unit, first of the year, then by month; each climate that it may have. */
export function siteCsv({ variants }: SiteReport): string {
  const rows = variants.flatMap((variant) =>
    [...ofYear(variant), ...ofMonths(variant)].map((row) => [variant.altitude, ...row]),
  );
  return csv(['altitude_m', 'of', 'figure', 'value', 'unit'], rows);
}

const modeNames = ['free', 'evaporating', 'mixed', 'chillers'] as const;

type Row = readonly [of: string, figure: string, value: number | string, unit: string];

function ofYear({ weather, spread, year }: SiteVariant): Row[] {
  const { cooling, water, supply, facility } = year;
  const { dispatch } = supply;
  const yearly = (mwh: number) => mwh / weather.years;
  return [
    ['weather', 'mean', weather.mean, '°C'],
    ['weather', 't_99.6', weather.t996, '°C'],
    ['weather', 'wet_bulb_99.6', weather.wetBulb996, '°C'],
    ...Object.entries(year.stated).map(([kind, mw]): Row => ['power', kind, mw, 'MW']),
    ['power', 'facility_average', facility.average, 'MW'],
    ['power', 'facility_99.6', facility.peak, 'MW'],
    ['power', 'swing', year.swingMw, 'MW'],
    ['cooling', 'pue', cooling.meanPue, '1'],
    ['cooling', 'pue_low_5', spread.pue.low, '1'],
    ['cooling', 'pue_high_95', spread.pue.high, '1'],
    ['cooling', 'pue_99.6', year.peakPue, '1'],
    ['cooling', 'wue', cooling.meanWue, 'L/kWh'],
    ['cooling', 'water', water.cubicMetres, 'm3/a'],
    ...Object.entries(cooling.modes).flatMap(([plant, hours]) =>
      modeNames.map((mode, i): Row => [`cooling ${plant}`, `hours_${mode}`, hours[i]!, 'h/a']),
    ),
    ['cooling', 'hours_overheating', cooling.overheats?.hours ?? 0, 'h/a'],
    ['energy', 'load', yearly(dispatch.load), 'MWh/a'],
    ['energy', 'direct', yearly(dispatch.direct), 'MWh/a'],
    ['energy', 'from_storage', yearly(dispatch.discharged), 'MWh/a'],
    ['energy', 'grid', yearly(dispatch.grid), 'MWh/a'],
    ['energy', 'unserved', yearly(dispatch.unserved), 'MWh/a'],
    ['energy', 'photovoltaic', yearly(dispatch.photovoltaic), 'MWh/a'],
    ['energy', 'wind', yearly(dispatch.wind), 'MWh/a'],
    ['energy', 'curtailed', yearly(dispatch.curtailed), 'MWh/a'],
    ['energy', 'into_storage', yearly(dispatch.charged), 'MWh/a'],
    ['energy', 'lost_in_storage', yearly(dispatch.lostInStorage), 'MWh/a'],
    ['energy', 'carbon', supply.carbonTonnes, 't/a'],
    ...year.limits.map(({ kind, chips }): Row => ['limit', kind, chips, 'chips']),
  ];
}

function ofMonths({ year }: SiteVariant): Row[] {
  return year.months.flatMap(({ pue, wue }, m): Row[] => [
    [`month ${m + 1}`, 'pue', pue, '1'],
    [`month ${m + 1}`, 'wue', wue, 'L/kWh'],
  ]);
}
