import { describe, expect, it } from 'vitest';
import { parametersOf } from '../../src/models/parameters.ts';
import { faults, models } from './data.ts';

/** A count in billions as makers print it: rounded or cut after the same digits. */
function printings(count: number, like: string): string[] {
  const digits = like.split('.')[1]?.length ?? 0;
  const cut = Math.floor((count / 1e9) * 10 ** digits) / 10 ** digits;
  return [(count / 1e9).toFixed(digits), cut.toFixed(digits)];
}

describe('the models', () => {
  it('are read without a fault', () => expect(faults).toEqual([]));

  it('are at least forty, most of them with a published count', () => {
    expect(models.size).toBeGreaterThanOrEqual(40);
    expect([...models.values()].filter(({ published }) => published.total).length).toBeGreaterThan(70);
  });
});

describe('parameters', () => {
  const totals = [...models.values()].flatMap((one) =>
    one.published.total ? [[one.id, one.published.total] as const] : [],
  );
  it.each(totals)('of %s are %s billion, to the digit printed', (id, printed) => {
    expect(printings(parametersOf(models.get(id)!).total, printed)).toContain(printed);
  });

  const actives = [...models.values()].flatMap((one) =>
    one.published.active ? [[one.id, one.published.active] as const] : [],
  );
  it.each(actives)(
    'of %s that a token passes are %s billion, with or without embedding tables',
    (id, printed) => {
      const { active, embedding, head } = parametersOf(models.get(id)!);
      const counts = [active, active - embedding, active - embedding - head];
      expect(counts.flatMap((count) => printings(count, printed))).toContain(printed);
    },
  );

  it('of BLOOM are those its card prints, one by one', () => {
    expect(parametersOf(models.get('bloom-176b')!).total).toBe(176_247_271_424);
  });

  it('of Llama 3.1 8B and DeepSeek-V2-Lite are those of their weights', () => {
    expect(parametersOf(models.get('llama-3.1-8b')!).total).toBe(8_030_261_248);
    expect(parametersOf(models.get('deepseek-v2-lite')!).total).toBe(15_706_484_224);
  });
});

it('the module for a further token of DeepSeek-V3 has the 11.5 billion of its own that its maker prints, within 1 %', () => {
  const deepseek = models.get('deepseek-v3')!;
  const { further, total } = parametersOf(deepseek);
  expect(Math.abs((further.dense + further.experts) / 11.5e9 - 1)).toBeLessThan(0.01);
  expect(parametersOf({ ...deepseek, furtherTokens: 0 }).total).toBe(total);
});
