import { describe, expect, it } from 'vitest';
import { fluidWithin, lateShare } from '../../src/serving/fluid.ts';

/** Every second minute brings half as many again, every other half as many. */
const flow = {
  pace: (minute: number) => (minute % 2 === 0 ? 1.5 : 0.5),
  seconds: 120,
  from: 0,
  capacity: 10,
};

describe('requests that come as a fluid', () => {
  it('wait for what piles up in a busy minute, until it is worked off', () => {
    // 12 a second: 18 and 6. The heap grows by 8 a second, and is worked off at 4: 10 s of work are reached after 12.5 s, at the end
    // 480 requests wait, and 100 are left 95 s later, beyond the minute.
    expect(lateShare(flow, 12, 10)).toBeCloseTo((18 * 47.5 + 6 * 60) / (18 * 60 + 6 * 60), 9);
    // 8 a second: 12 and 4. It grows by 2 and shrinks by 6: 5 s of work from 25 s on, 120 at the end, 50 left 11.67 s later.
    expect(lateShare(flow, 8, 5)).toBeCloseTo((12 * 35 + 4 * (70 / 6)) / (12 * 60 + 4 * 60), 9);
  });
  it('do not wait where engines take all', () => {
    expect(lateShare(flow, 6, 1)).toBe(0);
  });
  it('count from a time on', () => {
    expect(lateShare({ ...flow, from: 60 }, 8, 5)).toBeCloseTo(70 / 6 / 60, 9);
  });
  it('come at the highest rate of which a share is late', () => {
    const rate = fluidWithin(() => flow, { most: 10, wait: 5, share: 0.1 });
    expect(lateShare(flow, rate, 5)).toBeLessThanOrEqual(0.1);
    expect(lateShare(flow, rate * 1.01, 5)).toBeGreaterThan(0.1);
  });
});
