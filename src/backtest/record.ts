import type { TrackRecord } from '../assessment/assessment.ts';
import type { Results } from './results.ts';

/**
 * The scores that stand on the verdict, against the rates of such hubs: in time, a month before the date; and the route, which
 * a verdict on named chips turns on, at all three points.
 */
export function trackRecord({ hubs, rows }: Results): TrackRecord {
  const row = (measure: string, point: string) =>
    rows.find((one) => one.measure === measure && one.point === point && one.replay === 'ordinary')!;
  const round = (score: number, digits = 3) => Number(score.toFixed(digits));
  const [time, route] = [row('inTime', 'p3'), row('route', 'all')];
  const { value, low, high } = route.skill;
  return {
    hubs,
    scored: time.forecasts,
    evidence: round(time.evidence.value),
    climatology: round(time.climatology),
    route: {
      hubs: row('route', 'p3').forecasts,
      evidence: round(route.evidence.value),
      climatology: round(route.climatology),
      skill: { value: round(value, 2), low: round(low, 2), high: round(high, 2) },
    },
  };
}

/** The file of the record, `data/installed/record.yaml`. */
export function recordText({ hubs, scored, evidence, climatology, route }: TrackRecord): string {
  const { value, low, high } = route.skill;
  return [
    '# Written by `npm run backtest`: Brier scores of "delivered in time", forecast 30 days before the date, on hubs whose outcome',
    '# is known; `scored`: those of them whose date had passed or that were given up. `route`: of what runs there once lit, at all',
    '# three points, with the skill against the base rate (90 %). validation/backtest/results.json holds all.',
    `hubs: ${hubs}`,
    `scored: ${scored}`,
    `evidence: ${evidence}`,
    `climatology: ${climatology}`,
    'route:',
    `  hubs: ${route.hubs}`,
    `  evidence: ${route.evidence}`,
    `  climatology: ${route.climatology}`,
    `  skill: { value: ${value}, low: ${low}, high: ${high} }`,
    '',
  ].join('\n');
}
