import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/serving/day.ts';
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
