import { describe, expect, it } from 'vitest';
import { answerServing } from '../../src/serving/serve.ts';
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
  it('says what no published rate had as much of', () => {
    const beyond = (more: object) =>
      answerServing({ ...question, ...more }, knowledge)
        .cautions.filter((one) => one.kind === 'beyond')
        .map(({ of }) => of);
    expect(beyond({})).toEqual([]);
    expect(beyond({ load: { inputTokens: 60_000, outputTokens: 1024 } })).toEqual(['request']);
    expect(beyond({ guessed: 3 })).toEqual(['guess']);
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
