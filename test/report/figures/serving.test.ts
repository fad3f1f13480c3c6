import { describe, expect, it } from 'vitest';
import { figureSvg } from '../../../src/report/figures/figure.ts';
import {
  servingFrontFigure,
  servingRooflineFigure,
  servingTimeFigure,
} from '../../../src/report/figures/serving.ts';
import { zhCN } from '../../../src/report/strings/zh-CN.ts';
import { rooflineOf } from '../../../src/serving/roofline.ts';
import { answerServing, servingTask } from '../../../src/serving/serve.ts';
import { knowledge, machines, models } from '../../serving/known.ts';

const question = {
  model: models.get('llama-3.1-70b')!,
  group: { machine: machines.get('h100-sxm5')!, count: 8 },
  load: { inputTokens: 1000, outputTokens: 500 },
};
const answer = answerServing(question, knowledge);

describe('figures of serving', () => {
  it('draw the front, a row a placement, in Chinese and dark too', () => {
    const { sentence, table } = servingFrontFigure(answer);
    // The front, and the answer.
    expect(table.rows).toHaveLength(answer.front.length + 1);
    expect(sentence).toContain('tokens a second');
    expect(figureSvg(servingFrontFigure(answer, { theme: 'dark', strings: zhCN }))).toContain('#15171A');
  });

  it('mark the answer and its target, and name each placement once', () => {
    const target = answerServing({ ...question, target: { tpot: 0.05 } }, knowledge);
    const { table } = servingFrontFigure(target);
    const rows = (id: RegExp) => table.rows.filter(([part]) => id.test(String(part)));
    expect(rows(/^answer$/).map((row) => row.slice(2, 4))).toEqual([
      [1000 * target.best.tpot, target.best.perChip],
    ]);
    expect(rows(/^target$/).map(([, , x]) => x)).toEqual([50, 50]);
    expect(rows(/^target$/)).not.toEqual([]);
    const names = rows(/^front/)
      .map(([, name]) => name)
      .filter((name) => name !== '');
    expect(new Set(names).size).toBe(names.length);
    expect(servingFrontFigure(answer).table.rows.some(([part]) => part === 'target')).toBe(false);
  });

  it('say of a split service whose step they show', () => {
    const { apart: _, ...best } = answer.best;
    expect(servingTimeFigure({ ...answer, best }).sentence).not.toContain('on the chips that write');
    const split = { ...answer, best: { ...best, apart: {} as never } };
    expect(servingTimeFigure(split).sentence).toContain('on the chips that write');
  });

  it('draw the roofline above what is reached', () => {
    const points = rooflineOf(servingTask(question, knowledge), answer.best.placement);
    for (const { rate, memory, compute } of points)
      expect(rate).toBeLessThan(Math.min(memory, compute) * 1.05);
    expect(figureSvg(servingRooflineFigure(answer, points))).not.toMatch(/NaN|undefined|Infinity/);
  });
});
