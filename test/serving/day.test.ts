import { describe, expect, it } from 'vitest';
import { dayOf, joinedLoad } from '../../src/serving/day.ts';
import { workloads } from './data.ts';

const { hours } = workloads.load.get('conversation')!;

describe('a day of a fleet', () => {
  it('is as large as its busiest hour allows', () => {
    const day = dayOf(1000, { hours });
    expect(day.tokens).toBeCloseTo((1000 * 86_400) / day.peakOverMean, 6);
    expect(day.peakHour).toBe(14);
    expect(day.utilisation).toBeCloseTo(1 / 1.34, 2);
  });

  it('is full where the load is even', () => {
    expect(dayOf(1, { hours: new Array(24).fill(1) }).tokens).toBe(86_400);
  });
});

describe('loads of several time zones', () => {
  it('are flatter than each of them', () => {
    const joined = joinedLoad([
      { hours, later: 0, share: 0.5 },
      { hours, later: 12, share: 0.5 },
    ]);
    expect(Math.max(...joined)).toBeLessThan(Math.max(...hours));
    expect(joined.reduce((sum, hour) => sum + hour, 0)).toBeCloseTo(
      hours.reduce((a, b) => a + b, 0),
      9,
    );
  });

  it('shift by whole hours', () => {
    expect(joinedLoad([{ hours, later: 3, share: 1 }])[3]).toBe(hours[0]);
  });
});
