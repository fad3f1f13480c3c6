import type { Claim, Dossier, HubType, WorldRegion } from '../../dossier/dossier.ts';
import { knownBy } from '../../sources/date.ts';
import type { PartialDate } from '../../sources/source.ts';
import { middleOf } from '../compile-context.ts';
import { exactValue } from '../exact-value.ts';

/** How far a project was committed when it was claimed. */
export const commitments = ['intent', 'approved', 'contracted', 'built'] as const;
export type Commitment = (typeof commitments)[number];

/** What is known of a hub on the day of its claim that moves how such hubs fare; what is not known is left out. */
export interface Attributes {
  commitment: Commitment;
  type?: HubType;
  region?: WorldRegion;
  /** A thousand megawatts or more are claimed. */
  gigawatt: boolean;
  /** The named chip needs an export licence there. */
  controlledChip: boolean;
  /** Days from the claim to the date it is due; null where none is given. */
  promised: number | null;
}

/** What became of a hub, in days since its claim. */
export interface Fate {
  /**
   * delivered: at least nine tenths of the claim were lit; part: it was lit and stays below; dead: given up before
   * anything of it was lit; open: none of these on the last day known.
   */
  end: 'delivered' | 'part' | 'dead' | 'open';
  due: number;
  /** Stage at the due date or on the day the case was resolved, whichever came first; null where not known. */
  stage: { day: number; reached: number } | null;
  /** Stage a year after the due date. */
  later: { day: number; reached: number } | null;
  /** Start of works. */
  works: number | null;
  firstLit: number | null;
  fullLit: number | null;
  /** Day up to which an open case is known. */
  censored: number;
  /** Whether it was delivered in time, within a year, later; null where not known. */
  lateness: 'inTime' | 'within' | 'beyond' | null;
  /** Position in `routes` of what was lit. */
  route: number | null;
  /** Share of the claim that is lit where it stays below. */
  part: number | null;
  /** How sure the resolution is, in (0, 1]. */
  weight: number;
}

/** A hub with known outcome: what is fitted. */
export interface DeliveryCase {
  id: string;
  attributes: Attributes;
  fate: Fate;
}

/** Watts from which a claim counts as one of a gigawatt. */
const GIGAWATT = 1e9;

/**
 * Attributes of a hub by the first claim known on a date: that of the hub as a whole, else that of a site.
 *
 * @returns null for a hub that says neither its type nor its part of the world, or claims nothing yet
 */
export function attributesOf({ hub, sites }: Dossier, asOf: PartialDate): Attributes | null {
  if (!hub.type && !hub.worldRegion) return null;
  const own = sites.filter(({ role }) => role === 'hub').flatMap(({ claims }) => claims);
  const claim = [...hub.claims, ...own].find(({ published }) => knownBy(published, asOf));
  if (!claim) return null;
  return {
    commitment: claim.commitment,
    ...(hub.type && { type: hub.type }),
    ...(hub.worldRegion && { region: hub.worldRegion }),
    gigawatt: claim.says.power !== undefined && exactValue(claim.says.power) >= GIGAWATT,
    controlledChip: hub.controlledChip,
    promised: promisedOf(claim),
  };
}

function promisedOf({ date, says }: Claim): number | null {
  return says.due ? Math.max(1, says.due.to - middleOf(date)) : null;
}
