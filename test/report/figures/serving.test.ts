import { describe, expect, it } from 'vitest';
import { figureSvg } from '../../../src/report/figures/figure.ts';
import { servingFrontFigure, servingRooflineFigure } from '../../../src/report/figures/serving.ts';
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
    expect(table.rows).toHaveLength(answer.front.length);
    expect(sentence).toContain('tokens a second');
    expect(figureSvg(servingFrontFigure(answer, { theme: 'dark', strings: zhCN }))).toContain('#15171A');
  });

  it('draw the roofline above what is reached', () => {
    const points = rooflineOf(servingTask(question, knowledge), answer.best.placement);
    for (const { rate, memory, compute } of points)
      expect(rate).toBeLessThan(Math.min(memory, compute) * 1.05);
    expect(figureSvg(servingRooflineFigure(answer, points))).not.toMatch(/NaN|undefined|Infinity/);
  });
});
