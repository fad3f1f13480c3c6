import { describe, expect, it } from 'vitest';
import { en } from '../../../src/report/strings/en.ts';
import { zhCN } from '../../../src/report/strings/zh-CN.ts';
import { reachScreen } from '../../../src/report/terminal/reach.ts';
import { columns } from '../../../src/report/terminal/text.ts';
import { inventedReach } from '../../fixtures/assessment/invented-reach.ts';

describe('the screen of whom a hub could serve', () => {
  it.each([60, 80, 120])('is no wider than %i columns', (width) => {
    for (const strings of [en, zhCN]) {
      const text = reachScreen(inventedReach, { width, strings });
      for (const line of text.split('\n')) expect(columns(line), line).toBeLessThanOrEqual(width);
      expect(text).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  it('says shares in per cent and in times, and what is not known', () => {
    const text = reachScreen(inventedReach, { width: 120 });
    expect(text).toContain('1 (0.33 – 3) %');
    expect(text).toContain('70 (23 – 210) times');
    expect(text).toContain('not known');
    expect(text).toContain('reported for 2026-03: over 140 trillion');
  });

  it('says what tokens a day rest on, with range, basis and source', () => {
    const text = reachScreen(inventedReach, { width: 120, plain: true });
    expect(text).toContain('tokens read for each written: 3.6 (1.2 – 11) derived a-day and 1 more');
    expect(text).toContain('chips in service: 95 (85 – 99) % judged judged by the authors');
  });

  it('leaves distances out where no place is known', () => {
    expect(reachScreen({ ...inventedReach, from: null, cities: [] })).not.toContain('Beijing');
  });
});
