import { describe, expect, it } from 'vitest';
import { sloOption } from '../../src/cli/slo-option.ts';

describe('a target', () => {
  it('is read as people write it', () => {
    expect(sloOption('tpot=50ms')).toEqual({ tpot: 0.05 });
    expect(sloOption('ttft=2s, TPOT<40ms')).toEqual({ ttft: 2, tpot: 0.04 });
    expect(sloOption('ttft=1h')).toEqual({ ttft: 3600 });
    expect(sloOption('ttft=2min')).toEqual({ ttft: 120 });
    expect(sloOption('tpot=500us').tpot).toBeCloseTo(0.0005, 12);
  });
  it.each([
    '',
    'tpot',
    'tpot=fast',
    'tpot=50',
    'tbot=50ms',
    'tpot=0ms',
    'ttft=2h',
    'ttft=5m',
    'tpot=1ms,tpot=2ms',
  ])('is not `%s`', (text) => {
    expect(() => sloOption(text)).toThrow(/ST-V002|target|time/);
  });

  it('has a unit that the message names', () => {
    for (const text of ['tpot=50', 'ttft=5m', 'ttft=2h', 'tpot=0ms']) {
      expect(() => sloOption(text), text).toThrow(
        expect.objectContaining({
          faults: [
            expect.objectContaining({ fix: expect.stringContaining('Units are us, ms, s, min and h.') }),
          ],
        }),
      );
    }
  });
});
