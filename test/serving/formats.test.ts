import { describe, expect, it } from 'vitest';
import { formatsFor, multiplierOf, usualPrecision } from '../../src/serving/formats.ts';
import { answerServing } from '../../src/serving/serve.ts';
import { productFormat } from '../../src/training/product-format.ts';
import { knowledge, machines, models } from './known.ts';

const of = (chip: string) => machines.get(chip)!;
const written = (chip: string, precision?: 'fp8' | 'int8') =>
  answerServing(
    {
      model: models.get('llama-3.1-70b')!,
      group: { machine: of(chip), count: 8 },
      load: { inputTokens: 1000, outputTokens: 200 },
      ...(precision && { precision }),
    },
    knowledge,
  );

describe('integers of eight bits', () => {
  it('are multiplied at their own rate, whether the chip has FP8 or not', () => {
    for (const chip of ['ascend-910c', 'a100-80', 'h20', 'h100-sxm5']) {
      const { machine, precision } = multiplierOf(of(chip), 'int8');
      expect(productFormat(machine, precision)).toMatchObject({ as: 'int8', peak: of(chip).int8, each: 1 });
    }
  });
  it('only save memory where they are no faster than sixteen bits', () => {
    const { machine, precision } = multiplierOf(of('b300'), 'int8');
    expect(productFormat(machine, precision)).toMatchObject({ as: 'weights-only', each: 1 });
    const slow = written('b300', 'int8');
    expect(slow.cautions).toContainEqual(expect.objectContaining({ kind: 'format', wanted: 'int8' }));
    expect(slow.written.value).toBeLessThan(written('b300').written.value);
  });
  it('are what eight bits are on chips without FP8, said where they were not asked for', () => {
    expect(usualPrecision(of('ascend-910c'))).toBe('fp8');
    const [usual, asked] = [written('ascend-910c'), written('ascend-910c', 'int8')];
    expect(asked.written.value).toBe(usual.written.value);
    const formats = (answer: typeof usual) => answer.cautions.filter(({ kind }) => kind === 'format');
    expect([formats(usual).length, formats(asked).length]).toEqual([1, 0]);
    expect(asked.precision).toBe('int8');
  });
  it('are not asked for where a model is given out in four', () => {
    const model = models.get('gpt-oss-120b')!;
    expect(usualPrecision(of('h100-sxm5'), model)).toBe('fp4');
    expect(formatsFor(model, 'fp4')).toMatchObject({ mixer: 'bf16', experts: 'fp4', weightsOnly: true });
    expect(formatsFor(models.get('qwen-3-235b-a22b')!, 'fp4')).toMatchObject({
      mixer: 'fp4',
      experts: 'fp4',
    });
  });
  it('change nothing of what was asked for in other formats', () => {
    expect(multiplierOf(of('h20'), 'fp8')).toEqual({ machine: of('h20'), precision: 'fp8' });
  });
});
