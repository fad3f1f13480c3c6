import type { TrackRecord } from '../assessment/assessment.ts';
import type { Results } from './results.ts';

/** The score that stands on the verdict: in time, a month before the date, against the rate of such hubs. */
export function trackRecord({ hubs, rows }: Results): TrackRecord {
  const row = rows.find(
    ({ measure, point, replay }) => measure === 'inTime' && point === 'p3' && replay === 'ordinary',
  )!;
  const round = (score: number) => Number(score.toFixed(3));
  return {
    hubs,
    scored: row.forecasts,
    evidence: round(row.evidence.value),
    climatology: round(row.climatology),
  };
}

/** The file of the record, `data/installed/record.yaml`. */
export function recordText({ hubs, scored, evidence, climatology }: TrackRecord): string {
  return [
    '# Written by `npm run backtest`: Brier scores of "delivered in time", forecast 30 days before the date, on hubs whose outcome',
    '# is known; `scored`: those of them whose date had passed or that were given up. validation/backtest/results.json holds all.',
    `hubs: ${hubs}`,
    `scored: ${scored}`,
    `evidence: ${evidence}`,
    `climatology: ${climatology}`,
    '',
  ].join('\n');
}
