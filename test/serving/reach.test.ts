import { describe, expect, it } from 'vitest';
import { reachOf, roundTrip } from '../../src/serving/reach.ts';
import { workloads } from './data.ts';

const hami = { latitude: 42.83, longitude: 93.51 };

describe('round trips over fibre', () => {
  it('are bound by light: 1,000 km there and back take 9.8 ms', () => {
    expect(roundTrip(1000, { routeFactor: 1, index: 1.468, equipment: 0 })).toBeCloseTo(9.793e-3, 6);
  });

  it('hold what operators claim within their range: Karamay to Shanghai in 60 ms', () => {
    const found = reachOf({ latitude: 45.58, longitude: 84.89 }, workloads, { seed: 1 });
    const { expected, bound } = found.find(({ city }) => city.id === 'shanghai')!;
    expect(expected.low).toBeLessThan(0.06);
    expect(expected.high).toBeGreaterThan(0.06);
    expect(bound).toBeCloseTo(0.0345, 3);
  });

  it('hold what was measured by the longest of detours: Almaty to Jakarta in 334 ms', () => {
    const found = reachOf({ latitude: 43.24, longitude: 76.89 }, workloads, { seed: 1 });
    const { expected } = found.find(({ city }) => city.id === 'jakarta')!;
    // It lies beyond the middle 90 %, as the worst of public routes should.
    expect(expected.high).toBeGreaterThan(0.25);
    expect(expected.median).toBeLessThan(0.2);
  });

  it('are sorted by distance, and never shorter than light allows', () => {
    const found = reachOf(hami, workloads, { seed: 1 });
    for (const { bound, expected } of found) expect(expected.low).toBeGreaterThan(bound);
    const distances = found.map(({ distance }) => distance);
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
    expect(found[0]!.city.id).toBe('urumqi');
  });
});
