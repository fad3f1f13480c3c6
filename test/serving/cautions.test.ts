import { describe, expect, it } from 'vitest';
import { answerServing, type ServingQuestion } from '../../src/serving/serve.ts';
import { knowledge, machines, models } from './known.ts';

const question = {
  model: models.get('deepseek-v3')!,
  group: { machine: machines.get('h20')!, count: 64 },
  load: { inputTokens: 4096, outputTokens: 1024 },
};

describe('an answer', () => {
  it('says in what products run where the chip has no units for the format', () => {
    const cautions = (chip: string, precision: 'fp8' | 'fp4') =>
      answerServing(
        {
          ...question,
          model: models.get('llama-3.1-70b')!,
          group: { machine: machines.get(chip)!, count: 8 },
          precision,
        },
        knowledge,
      ).cautions;
    expect(cautions('a100-80', 'fp8')).toContainEqual(expect.objectContaining({ as: 'int8', runs: 'int8' }));
    expect(cautions('v100', 'fp8')).toContainEqual(
      expect.objectContaining({ as: 'weights-only', runs: 'bf16' }),
    );
    expect(cautions('h100-sxm5', 'fp4')).toContainEqual(
      expect.objectContaining({ as: 'weights-only', runs: 'bf16' }),
    );
    expect(cautions('h100-sxm5', 'fp8').map(({ kind }) => kind)).not.toContain('format');
  });
  it('says where requests are longer than the model is made for', () => {
    const cautions = (inputTokens: number) =>
      answerServing({ ...question, load: { inputTokens, outputTokens: 1024 } }, knowledge).cautions;
    expect(cautions(140_000)).toContainEqual({
      kind: 'long',
      model: 'DeepSeek-V3',
      asked: 141_024,
      longest: 131_072,
    });
    expect(cautions(100_000).map(({ kind }) => kind)).not.toContain('long');
  });
  it.each([
    ['gemma-2-27b', 8192],
    ['mistral-7b', 32_768],
    ['moonlight-16b-a3b', 8192],
    ['minimax-m2', 196_608],
  ])('knows how long requests of %s may be', (model, longest) => {
    const load = { inputTokens: longest, outputTokens: 1 };
    const { cautions } = answerServing({ ...question, model: models.get(model)!, load }, knowledge);
    expect(cautions).toContainEqual(expect.objectContaining({ kind: 'long', asked: longest + 1, longest }));
  });
  it('knows so of every model that anybody may run', () => {
    const unknown = [...models.values()].filter(({ longest, positions }) => !longest && positions === 0);
    // Configurations for tests of software, and models of which no report was at hand.
    expect(unknown.map(({ id }) => id).filter((id) => !/^(maxtext|pangu)/.test(id))).toEqual([]);
  });
  it('says what no published rate had as much of', () => {
    const beyond = (more: object) =>
      answerServing({ ...question, ...more }, knowledge)
        .cautions.filter((one) => one.kind === 'beyond')
        .map(({ of }) => of);
    expect(beyond({})).toEqual([]);
    expect(beyond({ load: { inputTokens: 60_000, outputTokens: 1024 } })).toEqual(['request']);
    expect(beyond({ guessed: 3 })).toEqual(['guess']);
  });
  const dense = {
    ...question,
    model: models.get('llama-3.1-70b')!,
    group: { machine: machines.get('h100-sxm5')!, count: 8 },
  };
  it.each([
    ['format', { precision: 'bf16' }, { kind: 'unseen-format', weights: 'bf16', runs: 'bf16' }],
    ['format that is widened', { precision: 'fp4' }, { kind: 'unseen-format', weights: 'fp4', runs: 'bf16' }],
    ['year', { year: 2030 }, { kind: 'year', asked: 2030 }],
    ['older year', { year: 2024 }, { kind: 'year', asked: 2024 }],
    ['drafter', { guessed: 1 }, { kind: 'drafter', model: 'Llama 3.1 70B', accepted: 0.85 }],
    [
      'share of hits',
      { load: { ...dense.load, prefixHit: 0.99 } },
      { kind: 'beyond', of: 'hits', asked: 0.99 },
    ],
  ])('says where a %s has not been published', (_, more, caution) => {
    const { cautions, spread } = answerServing({ ...dense, ...more } as ServingQuestion, knowledge);
    expect(cautions).toContainEqual(expect.objectContaining(caution));
    expect(spread.extrapolated).toBe(true);
    expect(answerServing(dense, knowledge).spread.extrapolated).toBe(false);
  });
  it('counts no progress beyond the newest engine that was published', () => {
    const of = (year?: number) => answerServing({ ...dense, ...(year && { year }) }, knowledge).written.value;
    expect(of(2030)).toBe(of());
    expect(of(2024)).toBeLessThan(of());
  });
  it('says which chips stand by', () => {
    const group = { machine: machines.get('h20')!, count: 23 };
    const { cautions, used } = answerServing({ ...question, group }, knowledge);
    expect(cautions).toContainEqual({ kind: 'idle', chip: 'H20 96 GB', chips: 23 - used });
  });

  it('says on how few published rates the width of an interval rests, and only where they are few', () => {
    const of = (model: string, target = {}) =>
      answerServing(
        {
          ...question,
          model: models.get(model)!,
          group: { machine: machines.get('b200')!, count: 8 },
          ...target,
        },
        knowledge,
      );
    for (const [model, target] of [
      ['deepseek-v3', { target: { tpot: 0.1 } }],
      ['llama-3.1-70b', {}],
    ] as const) {
      const { spread, cautions } = of(model, target);
      const thin = cautions.filter(({ kind }) => kind === 'thin');
      expect(thin, model).toEqual(spread.rates! < 30 ? [{ kind: 'thin', rates: spread.rates }] : []);
    }
    expect(of('deepseek-v3', { target: { tpot: 0.1 } }).spread.rates).toBeLessThan(30);
    expect(of('llama-3.1-70b').spread.rates).toBeGreaterThan(100);
  });
});
