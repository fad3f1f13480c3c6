import type { Place } from '../errors/fault.ts';
import type { Citation, Grade, Localised, PartialDate } from '../sources/source.ts';
import type { Quantity } from '../units/quantity.ts';
import type { Figure } from './figure.ts';

/** Number formats whose peak rates are told apart; `fp16` stands for BF16, too. */
export const formats = ['fp64', 'tf32', 'fp16', 'fp8', 'int8', 'fp6', 'fp4'] as const;
export type Format = (typeof formats)[number];

/** An accelerator as its maker sells it. */
export interface Chip {
  id: string;
  name: string;
  aliases: readonly string[];
  vendor: Vendor;
  released: PartialDate;
  market: 'data-centre' | 'workstation' | 'consumer';
  /** Whether sources disagree about what it is designed or marketed for. */
  marketContested?: boolean;
  /** How it is built in: SXM, OAM, PCIe, a module, a wafer. */
  form?: string;
  /** Country the product was cut to size for; a fact about the product, not about what is legal when. */
  madeFor?: string;
  /** Only rented out or kept by its maker; no unit of it is sold. */
  notSold?: boolean;
  /** Dense peak rates; a format that is missing is not published or not supported. */
  peak: Readonly<Partial<Record<Format, Figure>>>;
  /** Peak rates with structured sparsity, only where the maker publishes them. */
  sparse: Readonly<Partial<Record<Format, Figure>>>;
  memory: Figure;
  memoryType?: string;
  /** Of the memory beside the die; 0 where all memory is on it. */
  bandwidth?: Figure;
  /** Chip to chip, both directions, without PCIe. */
  interconnect: Figure;
  pcie?: Figure;
  /** Thermal design power. */
  power: Figure;
  /** Logic dies on a non-planar process together, stacked memory excluded. */
  dieArea?: Figure;
  process?: string;
  /** Total processing performance as others print it, where it conflicts with what the rates give. */
  printedTpp?: Figure;
  note?: string;
  /** Where it is described. */
  place: Place;
}

export interface Vendor {
  id: string;
  name: Localised;
  /** ISO 3166 alpha-2 code of the country of its headquarters. */
  country: string;
}

/** A server, rack or pod as sold. */
export interface Server {
  id: string;
  name: string;
  chips: readonly string[];
  accelerators: number;
  /** Maximum input power as its maker rates it. */
  rated: Figure;
  /** Highest load that somebody metered. */
  measured?: Figure;
  note?: string;
}

/**
 * `official`: sold as its maker allows; `grey`: resold without; `lease`: rented; `world`: outside China; `list`: a list or
 * first price, which budgets are not read by.
 */
export const channels = ['official', 'grey', 'lease', 'world', 'list'] as const;
export type Channel = (typeof channels)[number];

/** How much of a server comes with the price. */
export const scopes = ['chip', 'module', 'server'] as const;
export type Scope = (typeof scopes)[number];

/** A price on a day. */
export interface Quote {
  id: string;
  chip: string;
  channel: Channel;
  place: string;
  date: PartialDate;
  /** When one could first know; the date itself where nothing else is written. */
  published: PartialDate;
  /** Money for `accelerators` of them. */
  amount: Quantity;
  accelerators: number;
  scope: Scope;
  /** What a lease pays for. */
  term?: Quantity;
  citation: Citation;
  grade: Grade;
  note?: string;
}

/** How quotes become a price on another day and for a whole server. */
export interface Pricing {
  /** Yearly standard deviation of the logarithm of a price. */
  drift: Figure;
  /** What makes a working server of a bare chip, for each accelerator. */
  fromChip: Figure;
  /** The same of a module. */
  fromModule: Figure;
  /** Standard deviation of the logarithm that a quote of each credibility adds. */
  noise: { byCredibility: Readonly<Record<Grade['credibility'], number>>; citation: Citation };
}

/** Yuan for a dollar on a day. */
export interface ExchangeRate {
  date: PartialDate;
  rate: number;
  citation: Citation;
  note?: string;
}

/** What one "P" of a notice can mean. */
export interface Convention {
  readings: readonly { id: string; name: Localised; perP: Quantity; prior: number }[];
  citation: Citation;
  /** Standard deviation of the logarithm by which notices round. */
  rounding: Figure;
  matches: readonly Match[];
  unmatched?: Figure;
}

/** A notice that states both compute and the count of a known accelerator. */
export interface Match {
  id: string;
  stated: Quantity;
  accelerators: number;
  chip: string;
  published: PartialDate;
  citation: Citation;
  note?: string;
}

/** Everything known about accelerators. */
export interface Catalogue {
  chips: ReadonlyMap<string, Chip>;
  servers: readonly Server[];
  quotes: readonly Quote[];
  pricing: Pricing;
  exchange: readonly ExchangeRate[];
  convention: Convention;
}
