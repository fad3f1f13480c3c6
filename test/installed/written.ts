import { parseWorldData } from '../../src/assessment/knowledge.ts';
import type { Dossier, Evidence, Site } from '../../src/dossier/dossier.ts';
import { loadData } from '../../src/dossier/folder.ts';
import { parseDossier } from '../../src/dossier/parse.ts';
import type { CompileContext } from '../../src/installed/compile-context.ts';
import { originsOf } from '../../src/installed/origins.ts';
import { parsePartialDate } from '../../src/sources/date.ts';
import type { PartialDate } from '../../src/sources/source.ts';
import { point } from '../../src/stats/discrete.ts';
import { parseQuantity } from '../../src/units/parse.ts';
import { minimal, options as minimalOptions } from '../dossier/minimal.ts';

/** What ships in `data/`. */
export const knowledge = parseWorldData(loadData('data'));

export const date = (text: string): PartialDate => parsePartialDate(text) as PartialDate;

/** The smallest dossier. */
export const dossier = parseDossier(minimal, minimalOptions);

const { evidence, sites } = dossier;
const template = { ...evidence[0]!, finding: undefined, observed: undefined, per: undefined };

/** An item of evidence; amounts as people write them. */
export function item(
  part: Partial<Omit<Evidence, 'observed' | 'per' | 'date'>> & {
    observed?: string;
    per?: string;
    date?: string;
  },
): Evidence {
  const { observed, per, date: on, ...rest } = part;
  return {
    ...template,
    ...rest,
    date: date(on ?? '2025-06'),
    observed: observed === undefined ? undefined : parseQuantity(observed),
    per: per === undefined ? undefined : parseQuantity(per),
  };
}

/** Sites of the given ids, alike but for that. */
export function sitesOf(...ids: readonly string[]): Site[] {
  return ids.map((id) => ({ ...sites[0]!, id }));
}

/** What compiling these items at these sites needs. */
export function contextOf(
  items: readonly Evidence[],
  options: { sites?: readonly Site[]; dossier?: Dossier } = {},
): CompileContext {
  const known = options.sites ?? sitesOf('a', 'b');
  return {
    dossier: options.dossier ?? dossier,
    knowledge,
    sites: known,
    asOf: date('2025-12-31'),
    origins: originsOf(items, known, knowledge),
    claimedFleet: 4000,
    namedPeak: 0.989e15,
    perP: point(1e15),
    legalShare: () => 0.5,
  };
}
