import { bootstrapMean, bootstrapSkill } from './bootstrap.ts';
import { measures } from './case-scores.ts';
import { calibrationOf } from './reliability.ts';
import type { GroupCalibration, GroupRow } from './results.ts';
import { byHub, mean, pairsOf, type Scored } from './scored.ts';

const horizonOf = (days: number): string =>
  days <= 60 ? 'up to 60 days' : days <= 365 ? '60 days to a year' : 'over a year';

/** Group of a forecast in each way of splitting them; confidence C is left out of its own row. */
const splits: Readonly<Record<GroupRow['by'], (one: Scored) => string | null>> = {
  region: ({ hub }) => hub.dossier.hub.worldRegion ?? 'unknown',
  type: ({ hub }) => hub.dossier.hub.type ?? 'unknown',
  horizon: ({ horizon }) => horizonOf(horizon),
  commitment: ({ hub }) => hub.dossier.hub.claims[0]!.commitment,
  confidence: ({ hub }) => (hub.outcome.confidence === 'C' ? null : 'resolution sure or probable'),
};

/** Scores by region, type, horizon, commitment, and without the hubs whose resolution is weak. */
export function groupRows(scored: readonly Scored[]): GroupRow[] {
  return groupsOf(scored).flatMap(({ by, group, members }) =>
    measures.flatMap((measure) => rowOf(members, { by, group, measure }) ?? []),
  );
}

/** The same groups: how often their forecasts of yes or no came true, and how sharp they were. */
export function groupCalibrations(scored: readonly Scored[]): GroupCalibration[] {
  return groupsOf(scored).flatMap(({ by, group, members }) => {
    const calibration = calibrationOf(members);
    return calibration.forecasts === 0 ? [] : [{ by, group, ...calibration }];
  });
}

function groupsOf(scored: readonly Scored[]): { by: GroupRow['by']; group: string; members: Scored[] }[] {
  return (Object.keys(splits) as GroupRow['by'][]).flatMap((by) => {
    const names = [...new Set(scored.flatMap((one) => splits[by](one) ?? []))].sort();
    return names.map((group) => ({
      by,
      group,
      members: scored.filter((one) => splits[by](one) === group),
    }));
  });
}

function rowOf(
  members: readonly Scored[],
  head: Pick<GroupRow, 'by' | 'group' | 'measure'>,
): GroupRow | null {
  const { measure } = head;
  const own = members.filter(({ evidence }) => evidence[measure] !== null);
  if (own.length === 0) return null;
  return {
    ...head,
    hubs: new Set(own.map(({ hub }) => hub)).size,
    forecasts: own.length,
    evidence: bootstrapMean(byHub(own, ({ evidence }) => evidence[measure]!)),
    prior: mean(own.map(({ prior }) => prior[measure]!)),
    climatology: mean(own.map(({ climate }) => climate[measure]!)),
    skill: bootstrapSkill(pairsOf(own, measure)),
  };
}
