import type { KnownHub } from './known-hub.ts';
import { brier, brierOfClasses, crps, logScore } from './scores.ts';
import { type Truth, truthOf } from './truth.ts';

/** What a forecaster who knows only how often things happen would have scored on each hub; null where it is not scored. */
export interface Climate {
  inTime: number | null;
  inTimeLog: number | null;
  within: number | null;
  withinLog: number | null;
  stage: number | null;
  stageLog: number | null;
  fraction: number | null;
  fractionLater: number | null;
  route: number | null;
  routeLog: number | null;
}

/** Cases that each class counts for beside those seen (Jeffreys 1946): no class is impossible because nobody met it. */
const UNSEEN = 0.5;

/**
 * Scores of the frequencies of the other hubs, each hub left out of its own.
 *
 * @param options `groupOf`: hubs are compared with those of their group only, all being one group where left out; `from`:
 *   hubs from this position on are scored but not counted
 */
export function climatology(
  hubs: readonly KnownHub[],
  { groupOf = () => '', from = hubs.length }: { groupOf?: (hub: KnownHub) => string; from?: number } = {},
): Climate[] {
  const truths = hubs.map(truthOf);
  return hubs.map((hub, i) => {
    const others = truths.filter((_, j) => j !== i && j < from && groupOf(hubs[j]!) === groupOf(hub));
    return climateOf(truths[i]!, others);
  });
}

function climateOf(truth: Truth, others: readonly Truth[]): Climate {
  const share = (key: 'inTime' | 'within') => {
    const known = others.filter((one) => one[key] !== null);
    return (known.filter((one) => one[key]).length + UNSEEN) / (known.length + 2 * UNSEEN);
  };
  const classes = (key: 'stage' | 'route', count: number) => {
    const known = others.filter((one) => one[key] !== null);
    return Array.from(
      { length: count },
      (_, c) => (known.filter((one) => one[key] === c).length + UNSEEN) / (known.length + count * UNSEEN),
    );
  };
  const sample = (key: 'fraction' | 'fractionLater') => {
    const known = others.flatMap((one) => one[key] ?? []);
    const happened = truth[key];
    return happened === null
      ? null
      : crps(
          known,
          known.map(() => 1 / known.length),
          happened,
        );
  };
  const yes = (key: 'inTime' | 'within') =>
    truth[key] === null ? null : { brier: brier(share(key), truth[key]), log: logOf(share(key), truth[key]) };
  const stage = classes('stage', 4);
  const route = classes('route', 3);
  return {
    inTime: yes('inTime')?.brier ?? null,
    inTimeLog: yes('inTime')?.log ?? null,
    within: yes('within')?.brier ?? null,
    withinLog: yes('within')?.log ?? null,
    stage: truth.stage === null ? null : brierOfClasses(stage, truth.stage),
    stageLog: truth.stage === null ? null : logScore(stage[truth.stage]!),
    fraction: sample('fraction'),
    fractionLater: sample('fractionLater'),
    route: truth.route === null ? null : brierOfClasses(route, truth.route),
    routeLog: truth.route === null ? null : logScore(route[truth.route]!),
  };
}

const logOf = (p: number, happened: boolean) => logScore(happened ? p : 1 - p);
