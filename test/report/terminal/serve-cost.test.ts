import { describe, expect, it } from 'vitest';
import { en } from '../../../src/report/strings/en.ts';
import { zhCN } from '../../../src/report/strings/zh-CN.ts';
import { page } from '../../../src/report/terminal/page.ts';
import { costLines, costWords } from '../../../src/report/terminal/serve-cost.ts';
import { columns } from '../../../src/report/terminal/text.ts';
import { answerServing } from '../../../src/serving/serve.ts';
import { servingCost } from '../../../src/serving/serving-cost.ts';
import { knowledge, machines, models } from '../../serving/known.ts';
import { grounds } from '../../site/grounds-data.ts';

const served = answerServing(
  {
    model: models.get('llama-3.1-8b')!,
    group: { machine: machines.get('h20')!, count: 2 },
    load: { inputTokens: 1000, outputTokens: 500 },
  },
  knowledge,
);
const cost = (region: string) => servingCost(served, { region }, { ...knowledge, grounds })!;

describe('the lines of what a million tokens cost', () => {
  it.each([60, 80, 120])('say where, whose prices and what they rest on, in %i columns', (width) => {
    for (const strings of [en, zhCN]) {
      const lines = costLines({ ...served, cost: cost('qinghai') }, page({ width, strings }));
      for (const line of lines) expect(columns(line), line).toBeLessThanOrEqual(width);
      const text = lines.join('\n');
      expect(text).toMatch(/--region\s+qinghai/);
      expect(text).toContain('2025-12-24');
      expect(text).toContain('✎');
      expect(text).not.toMatch(/NaN|undefined/);
    }
  });

  it('say plainly what is not known', () => {
    const unpriced = { ...served, cost: { ...cost('other'), money: null } };
    expect(costWords(unpriced, en)[0]).toEqual(['CNY', 'not known']);
    expect(costLines(unpriced, page({})).join(' ')).toMatch(/nobody\s+quoted a price/);
    expect(costLines({ ...served, cost: null }, page({})).join(' ')).toContain('data/chips');
    expect(costLines(served, page({}))).toEqual([]);
  });
});
