import { describe, expect, it } from 'vitest';
import { atLeastAsGood } from '../../src/serving/dominance.ts';
import { answerServing } from '../../src/serving/serve.ts';
import { workloads } from './data.ts';
import { knowledge, machines, models } from './known.ts';

const chip = (id: string) => machines.get(id)!;

describe('a chip that is at least as good in every published figure', () => {
  it('is known by its figures', () => {
    expect(atLeastAsGood(chip('h200-sxm'), chip('h100-sxm5'))).toBe(true);
    expect(atLeastAsGood(chip('h100-sxm5'), chip('h200-sxm'))).toBe(false);
    expect(atLeastAsGood(chip('rubin-r200'), chip('gb300'))).toBe(true);
    expect(atLeastAsGood(chip('h20'), chip('h100-sxm5'))).toBe(false);
    // Nothing that is assumed counts as published.
    expect(atLeastAsGood(chip('ppu'), { ...chip('ppu'), memory: 1 })).toBe(false);
  });

  it('serves no fewer tokens a day', () => {
    const kinds = [...workloads.rates.chips.values()];
    let pairs = 0;
    for (const one of kinds) {
      for (const other of kinds) {
        if (one === other || !atLeastAsGood(chip(one.chip), chip(other.chip))) continue;
        pairs++;
        workloads.rates.chips.get(one.chip)!.contexts.forEach((_, c) => {
          expect(one.decode[c], `${one.chip} over ${other.chip}`).toBeGreaterThanOrEqual(other.decode[c]!);
          expect(one.prefill[c], `${one.chip} over ${other.chip}`).toBeGreaterThanOrEqual(other.prefill[c]!);
        });
      }
    }
    expect(pairs).toBeGreaterThan(500);
  });

  const newer = [
    ['rubin-r200', 'gb300'],
    ['gb300', 'gb200'],
    ['gb200', 'h200-sxm'],
    ['b200', 'h200-sxm'],
    ['b100', 'h200-sxm'],
    ['mi355x', 'mi325x'],
    ['mi455x', 'gb300'],
    ['gh200', 'h200-sxm'],
    ['h200-sxm', 'h100-sxm5'],
    ['h100-sxm5', 'h800-sxm'],
    ['h20-141', 'h20'],
    ['ascend-910c', 'ascend-910b2'],
  ] as const;
  it.each(newer)('serves no fewer when asked: %s over %s', (one, other) => {
    const written = (id: string, model: string) =>
      answerServing(
        {
          model: models.get(model)!,
          group: { machine: chip(id), count: 64 },
          load: { inputTokens: 2000, outputTokens: 1000 },
        },
        knowledge,
      ).written.value;
    for (const model of ['deepseek-v3', 'llama-3.1-70b']) {
      // The host of Grace machines is slower, which no data sheet of the chip says.
      expect(written(one, model), model).toBeGreaterThanOrEqual(0.99 * written(other, model));
    }
  });
});
