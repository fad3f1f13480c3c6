import type { PlantKind } from '../../site/cooling-constants.ts';
import type { EpwRepair, WeatherField } from '../../site/epw-repair.ts';
import type { PowerKind } from '../../site/power-kinds.ts';
import type { Duty } from '../../site/server-states.ts';
import type { SiteLimit } from '../../site/site-year.ts';

/** What the terminal says of a site, and the app, which has its figures alone, does not. */
export const siteScreenEn = {
  plant: {
    'air-chiller': 'air with chillers and economiser',
    'indirect-evaporative': 'indirect evaporative',
    'dry-liquid': 'liquid with dry coolers',
    'tower-liquid': 'liquid with cooling towers',
  } as Record<PlantKind, string>,
  duty: { training: 'training', serving: 'serving', idle: 'idle' } as Record<Duty, string>,
  kind: {
    node: 'servers, metered',
    metered: 'IT, metered',
    it: 'IT as rated',
    facility: 'site in its peak',
    grant: 'grid grant',
    headroom: 'announced with headroom',
  } as Record<PowerKind, string>,
  kindMeaning: {
    node: 'all servers at their metered peaks',
    metered: 'all IT running together, at its own meters',
    it: 'nameplates, network and storage',
    facility: 'what the meter of the site reads in the 99.6 % hour',
    grant: 'what an operator applies for',
    headroom: 'what a campus is announced with',
  } as Record<PowerKind, string>,
  limit: {
    feeds: 'feeds with one out',
    transformers: 'transformers with one out',
    grant: 'grid grant',
    water: 'water permit',
    cooling: 'cooling in the 99.6 % hour',
  } as Record<SiteLimit['kind'], string>,
  alone: {
    feeds: 'the only feed, none in reserve',
    transformers: 'the only transformer, none in reserve',
  } as Partial<Record<SiteLimit['kind'], string>>,
  mode: ['outdoor air alone', 'with evaporation', 'with some chillers', 'chillers alone'],
  fleet: (chips: string, chip: string, duty: string) => `${chips} ${chip}, ${duty}`,
  at: (metres: string) => `${metres} m above the sea`,
  proxied: (station: string) => `weather proxied: that of ${station}`,
  moved: (metres: string, kelvins: string, warmer: boolean) =>
    `weather moved from ${metres} m: ${kelvins} K ${warmer ? 'warmer' : 'colder'}, at 6.5 K a kilometre`,
  weather: (f: { mean: string; t996: string; wetBulb: string; years: number }) =>
    `mean ${f.mean} °C, 99.6 % hour ${f.t996} °C, wet bulb ${f.wetBulb} °C; ${f.years} generated weather year${f.years === 1 ? '' : 's'}`,
  file: (station: string) => `weather file of ${station}`,
  field: {
    temperature: 'temperature',
    humidity: 'humidity',
    pressure: 'pressure',
    global: 'global irradiation',
    beam: 'beam irradiation',
    diffuse: 'diffuse irradiation',
    wind: 'wind speed',
  } as Record<WeatherField, string>,
  repair: (repair: EpwRepair): string => {
    switch (repair.kind) {
      case 'leap-day':
        return `leap day left out (${repair.hours} h)`;
      case 'order':
        return `hours put in the order of the calendar (${repair.breaks} break${repair.breaks === 1 ? '' : 's'})`;
      case 'gaps':
        return `${repair.hours} value${repair.hours === 1 ? '' : 's'} of ${siteScreenEn.field[repair.field]} bridged: missing, unreadable or out of ${repair.within[0]} to ${repair.within[1]} ${repair.within[2]}`;
      case 'pressure':
        return 'no pressure in the file: the standard pressure of its altitude is taken';
      case 'humidity':
        return `humidity above 100 % cut in ${repair.hours} h`;
      case 'sun-lag':
        return `sunshine moved by ${repair.hours.toFixed(2)} h to solar noon`;
      case 'beam-split':
        return `diffuse sunshine made anew: ${Math.round(repair.before)} → ${Math.round(repair.after)} kWh/m2 a year`;
      case 'night-sun':
        return `${repair.hours} h of sunshine below the horizon taken as diffuse`;
    }
  },
  powerHead: 'power, by what the number means',
  coolingHead: 'cooling',
  pueLine: (f: { mean: string; low: string; high: string; peak: string }) =>
    `PUE ${f.mean} on average (${f.low} – ${f.high} over plants of this kind), ${f.peak} in the 99.6 % hour`,
  wueLine: (f: { wue: string; volume: string; people: string }) =>
    `water ${f.wue} L/kWh: ${f.volume} m3 a year, ${f.people === '<1' ? "less than one person's share" : `the share of ${f.people} people`}`,
  overheats: (hours: string, from: string) => `overheats ${hours} h a year at ${from} °C`,
  asIfHeld: 'peak power and limits are counted as if the chillers held the set point',
  above: 'PUE above 1.0',
  monthsHead: 'by month',
  modesHead: 'hours a year by what each plant runs on',
  shortPlant: {
    'air-chiller': 'air',
    'indirect-evaporative': 'evaporative',
    'dry-liquid': 'dry liquid',
    'tower-liquid': 'tower liquid',
  } as Record<PlantKind, string>,
  madeHead: 'made by the farms',
  short: (feed: string, share: string, hours: string) =>
    `the feed carries ${feed} MW: ${share} of the load is not served, in ${hours} h a year`,
  calm: (hours: string) =>
    `the wind of the weather file cannot be scaled to ${hours} h a year: its course is that of the monthly normals`,
  storageIdle: 'Nothing charges the storage: it takes what --solar and --wind have left over.',
  firm: (mw: string) => `firm without the grid in 99.9 % of the hours: ${mw} MW`,
  carbon: (tonnes: string) => `carbon dioxide of the grid energy: ${tonnes} t a year`,
  farmCost: (yuan: string) => `own energy costs ${yuan} CNY/kWh`,
  limitsHead: 'what the limits let in',
  binds: (limit: string) => `binds first: ${limit}`,
  chipsOf: (chips: string) => `${chips} chips`,
  holds: 'enough for what is asked',
  exceeded: 'is exceeded by what is asked for',
  noLimit:
    'No feed and no water permit is known: nothing here says where the site stops. Add --feed or --water.',
  fans: (fans: string, chips: string) =>
    `${fans} condenser fans seen from above carry the heat of ${chips} chips (90 %)`,
  swing: (mw: string, share: string | null) =>
    `synchronous training swings by ${mw} MW within a second${share ? `, ${share} of the feed` : ''}`,
  swingStorage: (mw: string) => `${mw} MW of that is more than the feed takes without storage`,
  costHead: 'money',
  capital: (sum: string, servers: string) => `capital ${sum} CNY, of it servers ${servers} CNY`,
  chipHour: (yuan: string) => `${yuan} CNY for a used accelerator hour`,
  noPrice: 'Nobody quoted a price of the chip.',
  altitudes: 'The sources leave the altitude open; both ends are carried:',
  next: (place: string) => [
    `sandtable site ${place} --plant dry-liquid`,
    `sandtable site ${place} --format svg --figure pue`,
  ],
};
