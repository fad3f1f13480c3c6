/** Ends of what a heat map shows, with the months of both. */
export interface HeatFacts {
  least: string;
  most: string;
  month: string;
  leastMonth: string;
}

/** What is said about sites, in English. */
export const siteEn = {
  month: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  supplyHead: 'energy of a year',
  energy: (mwh: string) => `${mwh} MWh`,
  source: {
    photovoltaic: 'photovoltaic',
    wind: 'wind',
    direct: 'from the farms at once',
    grid: 'grid',
    storage: 'from storage',
    curtailed: 'curtailed',
    charged: 'into storage',
    lost: 'lost in storage',
    unserved: 'not served',
  },
  figureTitle: {
    chain: (name: string) => `${name}: power from the grid to the chips`,
    load: (name: string) => `${name}: load duration`,
    pue: (name: string) => `${name}: PUE by month and hour`,
    temperature: (name: string) => `${name}: air temperature by month and hour`,
    power: (name: string) => `${name}: power of its own farms by month and hour`,
    energy: (name: string) => `${name}: energy of a year`,
  },
  heatWhat: { pue: 'PUE', temperature: 'air temperature', power: 'from farms and storage' },
  heatSentence: {
    pue: (f: HeatFacts) => `PUE runs from ${f.least} to ${f.most}, highest in ${f.month}.`,
    temperature: (f: HeatFacts) =>
      `Mean air temperature runs from ${f.least} °C in ${f.leastMonth} to ${f.most} °C in ${f.month}.`,
    power: (f: HeatFacts) =>
      `On average, farms and storage beside the site serve from ${f.least} MW to ${f.most} MW of its load, most in ${f.month}.`,
  },
  figureSource: 'Sandtable, from monthly normals, plant constants and server ratings of its data',
  chainSentence: (f: { chips: string; low: string; high: string }) =>
    `The same ${f.chips} read ${f.low} MW or ${f.high} MW, by which number is meant.`,
  loadSentence: (f: { peak: string; half: string; least: string }) =>
    `With its IT at the average of the year the site draws ${f.peak} MW in its highest hour, at least ${f.half} MW in half of the hours, never less than ${f.least} MW.`,
  askedSentence: (f: { asked: string; feed: string; share: string }) =>
    ` It would draw up to ${f.asked} MW: the feed carries ${f.feed} MW, and ${f.share} of the load is not served.`,
  asked: 'asked for',
  energySentence: (f: { load: string; own: string }) =>
    `Of ${f.load} MWh a year, ${f.own} come from farms beside the site.`,
  hour: (zone: string) => `hour of the day, UTC${zone}`,
  shareOfHours: 'share of the hours',
};

export type SiteStrings = typeof siteEn;
