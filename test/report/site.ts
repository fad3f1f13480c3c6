import { requireChip } from '../../src/chips/find.ts';
import { climatesOf } from '../../src/site/site-climates.ts';
import { type SiteReport, type SiteWish, siteReport } from '../../src/site/site-report.ts';
import { catalogue } from '../chips/data.ts';
import { site } from '../site/data.ts';
import { grounds } from '../site/grounds-data.ts';

const wish: SiteWish = {
  chip: requireChip(catalogue, 'h100'),
  chips: 10_000,
  duty: 'training',
  blend: { 'indirect-evaporative': 0.6, 'dry-liquid': 0.4 },
  feeder: { transformers: { count: 2, mva: 12 } },
  waterPermit: 5_000,
  farms: { photovoltaicMw: 20, windMw: 10, storageMwh: 40 },
  years: 1,
  seed: 3,
  day: 20_700,
};

/** A site in the valley and in the basin of Yiwu, small enough for a test. */
export function yiwu(more: Partial<SiteWish> = {}): SiteReport {
  const climates = climatesOf(grounds.climates, { latitude: 43.25, longitude: 94.68, altitude: [500, 1700] });
  const place = {
    id: 'xinjiang-qinghai/yiwu',
    name: { en: 'Yiwu cluster', zh: '伊吾集群' },
    region: 'xinjiang',
    climates,
  };
  return siteReport(place, { ...wish, ...more }, { grounds, site, catalogue });
}
