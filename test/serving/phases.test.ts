import { describe, expect, it } from 'vitest';
import { servedApart } from '../../src/serving/phases.ts';
import { models, taskOf } from './known.ts';

const task = taskOf('deepseek-v3', { chip: 'h20', count: 64 }, [4096, 1024]);

describe('phases apart', () => {
  const apart = servedApart(task, 0.05)!;

  it('keep the time between tokens', () => {
    expect(apart.decode.seconds).toBeLessThanOrEqual(0.05 * 1.000001);
  });
  it('are whole engines on no more chips than there are, the slower phase setting the pace', () => {
    const { prefill, decode, prefillShare, perChip, used } = apart;
    expect(prefill.engines * prefill.chips + decode.engines * decode.chips).toBe(used);
    expect(used).toBeLessThanOrEqual(task.chips);
    const reads = (prefillShare * prefill.perChip) / 4;
    const writes = (1 - prefillShare) * decode.perChip;
    expect(perChip).toBeCloseTo(Math.min(reads, writes), 6);
  });
  it('are none where the chips hold no engine of both', () => {
    const dense = { ...task, model: models.get('llama-3.1-405b')!, chips: 8 };
    expect(servedApart(dense, 1)).toBeUndefined();
  });
  it('are none where no placement is that fast', () => {
    expect(servedApart(task, 1e-6)).toBeUndefined();
  });
  it('need fewer chips for reading where the cache holds half', () => {
    const half = servedApart({ ...task, load: { ...task.load, prefixHit: 0.5 } }, 0.05)!;
    expect(half.prefillShare).toBeLessThan(apart.prefillShare);
  });
});
