import type { Place } from '../errors/fault.ts';
import type { LeftOut } from '../sources/document.ts';
import type { ReadSources } from '../sources/source-file.ts';
import type { Assumption, Claim, Evidence, Hub, Limit, Look, Response, Site } from './dossier.ts';

/** An entry of a file, with the places of what is in it. */
export interface Placed<T> {
  entry: T;
  /** Place of the value at a path of keys and indexes within the entry. */
  at(...path: PropertyKey[]): Place;
}

/** What could be read of a dossier, entries with faults left out; ids of those entries are known all the same. */
export interface Draft {
  /** Name of the folder, where it has one. */
  name?: string | undefined;
  hub?: Placed<Hub & { id: string }>;
  sites: readonly Placed<Site>[];
  /** Claims of the hub and of all sites. */
  claims: readonly Placed<Claim>[];
  limits: readonly Placed<Limit>[];
  responses: readonly Placed<Response>[];
  evidence: readonly Placed<Evidence>[];
  looks: readonly Placed<Look>[];
  assumptions: readonly Placed<Assumption>[];
  /** Entries with faults, as written. */
  leftOut: readonly LeftOut[];
  /** Those among them that are evidence or looks. */
  leftOutObservations: readonly LeftOut[];
  /** Sources of the dossier. */
  own: ReadSources;
  /** Sources of the dossier and shared ones. */
  sources: ReadSources;
  /** Ids of all sites, also of those with faults, and the names of their files. */
  siteIds: ReadonlySet<string>;
  /** Whether the folder of the sites could be listed, so that an id not found is surely unknown. */
  sitesListed: boolean;
  /** Whether every site could be read, so that none is missing from `sites`. */
  sitesComplete: boolean;
}

/** The texts under a key of an entry with faults, each with its place. */
export function textsUnder({ written, placeOf }: LeftOut, key: string): { text: string; place: Place }[] {
  const value = (written as Record<string, unknown> | null)?.[key];
  if (typeof value === 'string') return [{ text: value, place: placeOf([key]) }];
  if (!Array.isArray(value)) return [];
  return value.flatMap((text, i) => (typeof text === 'string' ? [{ text, place: placeOf([key, i]) }] : []));
}
