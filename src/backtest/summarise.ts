import { presets } from '../installed/presets.ts';
import { bootstrapMean, bootstrapSkill } from './bootstrap.ts';
import { caseScores, type Measure, measures, routeIfLit } from './case-scores.ts';
import { climatology } from './climatology.ts';
import { groupCalibrations, groupRows } from './groups.ts';
import { kindRows } from './kind-worth.ts';
import { claimDays, type KnownHub } from './known-hub.ts';
import { sharpnessOf, wordRows } from './reliability.ts';
import { type Point, points, type Replayed } from './replay.ts';
import type { CaseRow, Results, ScoreRow } from './results.ts';
import { byHub, mean, pairsOf, type Scored } from './scored.ts';
import { storiesOf } from './stories.ts';
import { truthOf } from './truth.ts';

/**
 * Scores replayed hubs against what happened, against their priors and against climatology.
 *
 * @param fitted hubs whose frequencies make the climatology, each left out of its own
 */
export function summarise(replayed: readonly Replayed[], fitted: readonly KnownHub[]): Results {
  const scored = scoredOf(replayed, fitted);
  return {
    hubs: new Set(replayed.map(({ hub }) => hub.dossier.id)).size,
    forecasts: replayed.length,
    rows: (['ordinary', 'strict'] as const).flatMap((replay) =>
      [...points, 'all' as const].flatMap((point) =>
        measures.flatMap((measure) => scoreRow(scored, { replay, point, measure }) ?? []),
      ),
    ),
    groups: groupRows(scored),
    calibration: groupCalibrations(scored),
    kinds: kindRows(scored),
    words: wordRows(scored),
    sharpness: sharpnessOf(scored),
    presets: Object.fromEntries(
      presets.map((preset) => [preset, presetScore(scored, preset)]),
    ) as Results['presets'],
    worst: storiesOf(scored),
    cases: replayed.map(caseRow),
  };
}

function scoredOf(replayed: readonly Replayed[], fitted: readonly KnownHub[]): Scored[] {
  const known = new Set(fitted.map(({ dossier }) => dossier.id));
  const further = [...new Set(replayed.map(({ hub }) => hub))].filter(
    ({ dossier }) => !known.has(dossier.id),
  );
  const hubs = [...fitted, ...further];
  const scores = (groupOf: (hub: KnownHub) => string) => {
    const list = climatology(hubs, { groupOf, from: fitted.length });
    return new Map(hubs.map(({ dossier }, i) => [dossier.id, list[i]!]));
  };
  const climate = scores(() => '');
  const commitment = scores(({ dossier }) => dossier.hub.claims[0]!.commitment);
  return replayed.map((one) => {
    const truth = truthOf(one.hub);
    return {
      ...one,
      evidence: caseScores(one.ordinary.posterior, truth),
      strictly: caseScores(one.strict.posterior, truth),
      prior: caseScores(one.ordinary.prior, truth),
      climate: climate.get(one.hub.dossier.id)!,
      commitment: commitment.get(one.hub.dossier.id)!,
      horizon: claimDays(one.hub).due - one.day,
    };
  });
}

function scoreRow(
  scored: readonly Scored[],
  { replay, point, measure }: { replay: ScoreRow['replay']; point: Point | 'all'; measure: Measure },
): ScoreRow | null {
  const own = scored.filter(
    (one) => (point === 'all' || one.point === point) && one.evidence[measure] !== null,
  );
  if (own.length === 0) return null;
  const of = (one: Scored) => (replay === 'strict' ? one.strictly : one.evidence)[measure]!;
  return {
    replay,
    point,
    measure,
    forecasts: own.length,
    evidence: bootstrapMean(byHub(own, of)),
    prior: mean(own.map(({ prior }) => prior[measure]!)),
    climatology: mean(own.map(({ climate }) => climate[measure]!)),
    commitment: mean(own.map(({ commitment }) => commitment[measure]!)),
    skill: bootstrapSkill(pairsOf(own, measure, of)),
    gain: bootstrapMean(byHub(own, (one) => one.climate[measure]! - of(one))),
    gainOnCommitment: bootstrapMean(byHub(own, (one) => one.commitment[measure]! - of(one))),
  };
}

function presetScore(scored: readonly Scored[], preset: (typeof presets)[number]): number {
  const own = scored.filter(({ point, evidence }) => point === 'p3' && evidence.inTime !== null);
  return mean(own.map(({ hub, ordinary }) => caseScores(ordinary.byPreset[preset], truthOf(hub)).inTime!));
}

function caseRow({ hub, point, ordinary }: Replayed): CaseRow {
  const round = (p: number) => Number(p.toFixed(4));
  const { inTime, within, stage } = ordinary.posterior;
  return {
    id: hub.dossier.id,
    point,
    asOf: hub.outcome.asOf[point]!,
    items: ordinary.items.length,
    inTime: round(inTime[1]!),
    within: round(within[1]!),
    stage: stage.map(round),
    route: routeIfLit(ordinary.posterior).map(round),
  };
}
