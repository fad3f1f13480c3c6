import { describe, expect, it } from 'vitest';
import { median } from '../../src/chips/figure.ts';
import { demandAt } from '../../src/serving/demand.ts';
import { day } from '../chips/data.ts';
import { sources, workloads } from './data.ts';

const china = workloads.demand.get('china')!;

describe('what China was last said to use', () => {
  it('is nothing before anybody said so', () => {
    expect(demandAt(china, { day: day('2025-08-01'), sources })).toBeUndefined();
  });

  it('is the latest report that had come out', () => {
    expect(demandAt(china, { day: day('2025-09-01'), sources })).toMatchObject({ date: '2025-06' });
    expect(demandAt(china, { day: day('2026-11-23'), sources })!.date).toBe('2026-03');
    expect(median(demandAt(china, { day: day('2026-11-23'), sources })!.tokens.quantity)).toBeGreaterThan(
      140e12,
    );
  });

  it('counts users only once they were published', () => {
    // The tokens of June 2025 were told in August, its users in October.
    expect(demandAt(china, { day: day('2025-09-01'), sources })!.users).toBeUndefined();
    expect(median(demandAt(china, { day: day('2025-12-01'), sources })!.users!.quantity)).toBe(515e6);
  });
});
