import { describe, expect, it } from 'vitest';
import { servedApart } from '../../src/serving/phases.ts';
import { servingTask } from '../../src/serving/serve.ts';
import { knowledge, machines, models } from './known.ts';

const task = servingTask(
  {
    model: models.get('deepseek-v3')!,
    group: { machine: machines.get('h20')!, count: 64 },
    load: { inputTokens: 4096, outputTokens: 1024 },
  },
  knowledge,
);

describe('phases apart', () => {
  const apart = servedApart(task, 0.05)!;

  it('keep the time between tokens', () => {
    expect(apart.decode.seconds).toBeLessThanOrEqual(0.05 * 1.000001);
  });
  it('share the chips so that neither waits for the other', () => {
    const { prefill, decode, prefillShare, perChip } = apart;
    expect(prefillShare * prefill.perChip).toBeCloseTo(4 * perChip, 6);
    expect((1 - prefillShare) * decode.perChip).toBeCloseTo(perChip, 6);
  });
  it('are none where no placement is that fast', () => {
    expect(servedApart(task, 1e-6)).toBeUndefined();
  });
  it('need fewer chips for reading where the cache holds half', () => {
    const half = servedApart({ ...task, load: { ...task.load, prefixHit: 0.5 } }, 0.05)!;
    expect(half.prefillShare).toBeLessThan(apart.prefillShare);
  });
});
