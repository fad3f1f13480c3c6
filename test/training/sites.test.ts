import { describe, expect, it } from 'vitest';
import { together } from '../../src/training/sites.ts';

/** INTELLECT-1, table 2: 38 minutes of inner steps, then an exchange of 10.2 billion parameters in one byte each. */
describe('INTELLECT-1', () => {
  it.each([
    ['USA', 103, 95.7],
    ['USA and Europe', 382, 85.6],
    ['global', 469, 83.0],
  ])('in %s computes, with an exchange of %i s, %f %% of the time', (_, seconds, share) => {
    const sites = 14;
    const bandwidth = (((2 * (sites - 1)) / sites) * 10.2e9) / seconds;
    const { share: found } = together(
      { cooperation: 'diloco', step: 22.8, parameters: 10.2e9, steps: 100, bytes: 1 },
      { sites, bandwidth, latency: 0 },
    );
    expect(100 * found).toBeCloseTo(share, 0);
  });
});

it('one site waits for nobody, and streaming hides what DiLoCo waits for', () => {
  const meeting = { step: 10, parameters: 671e9, steps: 100, bytes: 1 };
  const wan = { sites: 4, bandwidth: 1.25e9, latency: 0.03 };
  expect(together({ ...meeting, cooperation: 'diloco' }, { ...wan, sites: 1 }).share).toBe(1);
  const share = (cooperation: 'synchronous' | 'diloco' | 'streaming') =>
    together({ ...meeting, cooperation }, wan).share;
  expect(share('synchronous')).toBeLessThan(0.05);
  expect(share('diloco')).toBeGreaterThan(0.4);
  expect(share('streaming')).toBeGreaterThan(share('diloco'));
});
