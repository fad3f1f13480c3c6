import { describe, expect, it } from 'vitest';
import { misfit } from '../../src/serving/misfit.ts';
import { placeModel } from '../../src/serving/placed-engine.ts';
import { mostSequences } from '../../src/serving/steady.ts';
import { waysOf } from '../../src/serving/ways.ts';
import { taskOf } from './known.ts';

const of = (input: number, count = 64) => taskOf('deepseek-v3', { chip: 'h20', count }, [input, 1024]);

describe('what does not fit', () => {
  it('is a request, where the model itself fits', () => {
    const { code, what, fix } = misfit(of(1e7));
    expect(code).toBe('ST-V003');
    // 10,001,024 tokens of 61 layers, 512 + 64 numbers of two bytes each.
    expect(what).toMatch(
      /^A request of 10,001,024 tokens has 703 GB of cache, .* 64 x H20 96 GB has room for it\.$/,
    );
    const [, longest = ''] =
      /^Ask for at most ([\d,]+) tokens, prompt and answer together\.$/.exec(fix) ?? [];
    const fits = (tokens: number) => {
      const task = of(tokens - 1024);
      const engine = (placement: ReturnType<typeof waysOf>[number]) =>
        placeModel(task.model, { ...task, placement });
      return waysOf(task).some((placement) => mostSequences(engine(placement), task.load) >= 1);
    };
    const most = Number(longest.replaceAll(',', ''));
    expect(fits(most)).toBe(true);
    expect(fits(1.1 * most)).toBe(false);
  });
  it('is the model, where no request fits', () => {
    const { what, fix } = misfit(of(4096, 1));
    expect(what).toBe('DeepSeek-V3 does not fit 1 x H20 96 GB in any placement.');
    expect(fix).toBe('Ask for 8 chips or more.');
  });
});
