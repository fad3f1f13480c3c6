import type { PowerPlace } from '../figures/power.ts';

export interface Parts {
  middle: string;
  range: string;
}

/** What is said of the largest run and of named ones. */
export interface RunFacts {
  sites: number;
  split: string;
  alone?: string;
  /** Named runs that are no larger than the median. */
  reached: readonly string[];
  all: number;
}

/** What figures say beside the words they share with screens, in English. */
export const figuresEn = {
  column: {
    quantity: 'quantity',
    part: 'part',
    value: 'value',
    median: 'median',
    low: 'low (5 %)',
    high: 'high (95 %)',
    share: 'share',
    name: 'name',
    place: 'place',
    meaning: 'what the number means',
    pool: 'pool',
    month: 'month',
    from: 'from',
    to: 'to',
    says: 'what it says',
    factor: 'factor on the odds',
    published: 'published',
    reliable: 'to be trusted',
    diagnosticity: 'tells',
    yes: 'yes',
    no: 'no',
  },
  part: {
    inferred: 'inferred',
    claimed: 'claimed',
    permitted: 'permitted',
    world: (n: number): string => `world ${n} of 50`,
  },
  runs: {
    title: 'The largest run in 90 days: at one place, split, and at one site',
    together: 'If all stood at one place',
    split: (sites: number) => `Split over ${sites} sites that meet rarely`,
    single: 'The largest site alone',
    alone: 'At its one place',
    named: 'published run',
    sentence: (f: RunFacts): string =>
      [
        f.sites > 1
          ? `Split over ${f.sites} sites, the largest run in 90 days is ${f.split}`
          : `The largest run in 90 days is ${f.split}`,
        f.alone === undefined ? '' : `; the largest site alone reaches ${f.alone}`,
        f.reached.length === 0
          ? `. The middle world reaches none of the ${f.all} named runs.`
          : `. The middle world reaches ${f.reached.join(', ')}.`,
      ].join(''),
  },
  month: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  mean: 'mean',
  hour: 'hour of the day',
  front: 'beaten by none',
  published: 'published',
  reads: (label: string, { middle, range }: Parts): string =>
    `${label[0]!.toUpperCase()}${label.slice(1)}: ${middle} (90 %: ${range}).`,
  matrixTitle: 'What each item says about each explanation',
  matrixSentence: (facts: {
    items: number;
    telling: number;
    /** How many are drawn, where not all of them are. */
    drawn?: number;
    says?: string;
    best?: { name: string; factor: string };
    worst?: { name: string; factor: string };
  }): string =>
    [
      facts.says === undefined
        ? `None of ${facts.items} items tells the explanations apart.`
        : `${facts.telling} of ${facts.items} items tell the explanations apart. The most telling, “${facts.says}”, fits “${facts.best!.name}” best (${facts.best!.factor}) and “${facts.worst!.name}” worst (${facts.worst!.factor}).`,
      ...(facts.drawn === undefined ? [] : [`The ${facts.drawn} that tell most are shown.`]),
    ].join(' '),
  power: {
    title: (hub: string): string => `${hub}: power from the grid to the chips`,
    permitted: 'what can pass',
    unknown: 'not known: no filing found',
    place: {
      announced: 'announced',
      grid: 'grid',
      transformers: 'transformers',
      facility: 'site meter',
      pue: 'PUE',
      it: 'IT as rated',
      metered: 'IT, metered',
      chips: 'servers',
    } as Record<PowerPlace, string>,
    meaning: {
      announced: 'a campus as announced, with headroom',
      grid: 'what an operator applies for',
      transformers: 'carried, one of several out',
      facility: 'what the meter reads at the peak of the site',
      pue: 'facility power over IT load, mean of the year',
      it: 'nameplates, network and storage',
      metered: 'all IT running together',
      chips: 'all servers at their metered peaks',
    } as Record<PowerPlace, string>,
  },
  supply: {
    title: (asOf: string): string => `Accelerators in China by the way they came, ${asOf}`,
    sentence: (pools: readonly ({ name: string } & Parts)[], left?: Parts): string =>
      [
        `${pools.map(({ name, middle, range }) => `${name[0]!.toUpperCase()}${name.slice(1)}: ${middle} (90 %: ${range})`).join('. ')}.`,
        'Medians do not add up.',
        ...(left
          ? [
              `Stocks are reckoned before the evidence about the hub; in worlds that fit it the restricted ones are ${left.middle} (90 %: ${left.range}).`,
            ]
          : []),
      ].join(' '),
    nothing: 'Nothing about the stocks was published by the date.',
    heads: { route: 'came as', pool: 'in the country', hub: 'inferred at the hub' },
  },
  map: {
    title: (hub: string): string => `${hub}: where the sites are`,
    sentence: (facts: {
      located: number;
      sites: number;
      name: string;
      claimed: string;
      inferred: string;
      range: string;
    }): string =>
      `${facts.located} of ${facts.sites} sites have a published place. ${facts.name}: claimed ${facts.claimed}, inferred ${facts.inferred} (90 %: ${facts.range}).`,
    sentenceOne: (facts: { name: string; claimed: string; inferred: string; range: string }): string =>
      `${facts.name}: claimed ${facts.claimed}, inferred ${facts.inferred} (90 %: ${facts.range}).`,
    nowhere: 'No source gives the place of a site.',
    ring: (most: string): string => `claimed (largest ${most})`,
    wedge: 'inferred, median',
    band: 'to the end of the middle 90 %',
    doubt: 'as sharply as the source locates it',
    km: (n: string): string => `${n} km`,
    ground: 'Ground: Natural Earth, NOAA ETOPO1',
    boundaries: (metres: string): string =>
      `Boundaries as Natural Earth draws them, by who administers; no view of any claim is implied. Dotted: disputed or not settled. Contours every ${metres} m from a grid of half a degree: the lie of the land, no survey.`,
    noGround: 'No geography of this part of the world is bundled: sites stand on plain paper.',
    latitude: 'latitude',
    longitude: 'longitude',
    precision: 'precision',
  },
  mix: (lit: string, parts: string): string => `Lit with probability ${lit}; what runs there then: ${parts}.`,
  backtestSource: (hubs: number): string =>
    `Sandtable, from ${hubs} hubs of known outcome, each forecast by a model fitted to the others`,
  training: {
    time: (facts: { part: string; share: string; seconds: string }): string =>
      `A step takes ${facts.seconds} s; most of it, ${facts.share}, goes to ${facts.part}.`,
    memory: (facts: { stage: string; used: string; whole: string }): string =>
      `Stage ${facts.stage} is the fullest: ${facts.used} of ${facts.whole} GiB.`,
    scaling: (facts: { from: string; to: string; kept: string }): string =>
      `From ${facts.from} to ${facts.to} chips, ${facts.kept} of the rate of each chip is kept.`,
    nothingFits: 'The model fits at none of the sizes tried.',
    frontTitle: (model: string, chips: string): string => `Plans for ${model} on ${chips}`,
    front: (facts: { plan: string; seconds: string; used: string; whole: string }): string =>
      `The fastest plan, ${facts.plan}, takes ${facts.seconds} s a step with ${facts.used} of ${facts.whole} GiB.`,
    nothingSearched: (plan: string): string => `Only one plan was looked at: ${plan}.`,
    chips: 'chips',
    rate: 'rate',
    perSecond: 'tokens/s',
    ideal: 'if none were lost to size',
    best: 'best plan, share of the peak',
    capacity: 'memory of a chip',
    memoryUsed: 'memory of the fullest chip',
    stepTime: 'time of a step',
  },
};

export type FiguresStrings = typeof figuresEn;
