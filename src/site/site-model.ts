import type { Figure } from '../chips/figure.ts';
import type { Place } from '../errors/fault.ts';
import type { Citation, Localised } from '../sources/source.ts';
import type { Quantity } from '../units/quantity.ts';

/** Parameters of the way from servers to the meter of a site, each a distribution with its source. */
export interface SiteModel {
  power: {
    /** Power beside one accelerator in a server that is not described. */
    host: Figure;
    /** Thermal design power where the maker publishes none. */
    unknownChip: Figure;
    /** Highest load of a busy server over its rating. */
    peakShare: Figure;
    /** Network, storage and management, as a factor on server power. */
    clusterOverhead: Figure;
    /** Load of all servers over the sum of their single peaks. */
    diversity: Readonly<Record<Workload, Figure>>;
    /** Share of the rating that is provided for each server. */
    provisioned: Figure;
    /** PUE of the peak hour over the mean of the year. */
    peakPue: Figure;
  };
  feed: { powerFactor: Figure; usableApparent: Figure; usableActive: Figure };
  /** IT load on the floor area of the whole building. */
  floor: { density: Figure };
  /** Share of a stated budget that buys servers. */
  budget: { serverShare: Figure };
  /** Water for each unit of IT energy. */
  water: { use: Figure };
  /** One fan of a condenser, as seen from above. */
  condensers: { flow: Figure; rise: Figure; redundancy: Figure; heat: Figure };
  plants: ReadonlyMap<string, Plant>;
  regions: ReadonlyMap<string, Region>;
  /** Yearly PUE by climate and plant, from weather; empty where only the plants' own figures are to be used. */
  climates: readonly PlantClimate[];
  /** What others published, to score against. */
  published: readonly PublishedSite[];
}

/** One big synchronous job, or many tenants. */
export const workloads = ['training', 'mixed'] as const;
export type Workload = (typeof workloads)[number];

/** A cooling plant. */
export interface Plant {
  id: string;
  name: Localised;
  /** Mean of a year. */
  pue: Figure;
}

/** Yearly PUE of plants in one climate, precomputed by `climatePue`. */
export interface PlantClimate {
  id: string;
  latitude: number;
  longitude: number;
  /** m */
  altitude: number;
  /** PUE of the year, and of the peak hour over it, by plant. */
  plants: ReadonlyMap<string, { pue: Quantity; peak: number }>;
  citation: Citation;
  /** Where the file says so. */
  place?: Place;
}

/** Which plants a region builds. */
export interface Region {
  id: string;
  plants: ReadonlyMap<string, number>;
  citation: Citation;
  note?: string;
  /** Where it is written. */
  place?: Place;
}

/** What a published power means: `server` metered servers, `it` all IT as rated, `grant` provided, `running` drawn. */
export const powerLevels = ['server', 'it', 'grant', 'running'] as const;
export type PowerLevel = (typeof powerLevels)[number];

export interface PublishedSite {
  id: string;
  name: string;
  chip: string;
  accelerators: number;
  power: Quantity;
  level: PowerLevel;
  citation: Citation;
  note?: string;
}
