import { describe, expect, it } from 'vitest';
import { SandtableError } from '../../src/errors/fault.ts';
import { answerServing } from '../../src/serving/serve.ts';
import { knowledge, machines, models } from './known.ts';

const question = {
  model: models.get('deepseek-v3')!,
  group: { machine: machines.get('h20')!, count: 64 },
  load: { inputTokens: 4096, outputTokens: 1024 },
};
const codeOf = (work: () => unknown) => {
  try {
    work();
  } catch (problem) {
    return problem instanceof SandtableError ? problem.faults.map(({ code }) => code) : problem;
  }
  return undefined;
};

describe('an answer', () => {
  const answer = answerServing({ ...question, target: { tpot: 0.05 } }, knowledge);

  it('keeps the target with as large a batch as does', () => {
    expect(answer.best.tpot).toBeLessThanOrEqual(0.05);
    const others = answer.front.filter(({ tpot }) => tpot <= 0.05);
    for (const { perChip } of others) expect(answer.best.perChip).toBeGreaterThanOrEqual(perChip);
  });
  it('adds engines up to the chips, and seconds to a day', () => {
    expect(answer.used).toBe(answer.engines * answer.best.chips);
    expect(answer.written.value).toBeCloseTo(answer.engines * answer.best.outputTokensPerSecond, 6);
    expect(answer.day.written.value).toBeCloseTo(86_400 * answer.written.value, 0);
    expect(answer.written.low).toBeLessThan(answer.written.value);
    expect(answer.read.value).toBeCloseTo(4 * answer.written.value, 3);
  });
  it('says what it fills, and stands beside published rates', () => {
    const { weights, cache, capacity } = answer.memory;
    expect(weights + cache).toBeLessThan(capacity);
    expect(answer.nearest.map(({ chip }) => chip)).toContain('h20');
    expect(answer.apart!.decode.seconds).toBeLessThanOrEqual(0.0500001);
  });
  it('labels what the record does not reach', () => {
    const unseen = answerServing(
      {
        ...question,
        model: models.get('llama-3.1-8b')!,
        group: { machine: machines.get('c500-oam')!, count: 8 },
      },
      knowledge,
    );
    expect(unseen.cautions.map(({ kind }) => kind)).toContain('extrapolated');
    expect(unseen.spread.sd).toBeGreaterThan(0.3);
  });
});

describe('what cannot be answered', () => {
  it('is a model that does not fit', () => {
    const group = { machine: machines.get('h20')!, count: 1 };
    expect(codeOf(() => answerServing({ ...question, group }, knowledge))).toEqual(['ST-V003']);
  });
  it('is a target that nothing keeps', () => {
    expect(codeOf(() => answerServing({ ...question, target: { tpot: 1e-4 } }, knowledge))).toEqual([
      'ST-V004',
    ]);
    expect(codeOf(() => answerServing({ ...question, target: { ttft: 1e-6 } }, knowledge))).toEqual([
      'ST-V004',
    ]);
  });
});
