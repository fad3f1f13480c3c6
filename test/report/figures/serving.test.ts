import { describe, expect, it } from 'vitest';
import { frontFigure, rooflineFigure, ticks } from '../../../src/report/figures/serving.ts';
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
  it('draw the front, in Chinese and dark too', () => {
    const svg = frontFigure(answer);
    expect(svg).toContain('Throughput and latency');
    expect(svg.match(/<polyline/g)).toHaveLength(1);
    expect(frontFigure(answer, { theme: 'dark', strings: zhCN })).toContain('#15171A');
  });

  it('draw the roofline above what is reached', () => {
    const points = rooflineOf(servingTask(question, knowledge), answer.best.placement);
    for (const { rate, memory, compute } of points)
      expect(rate).toBeLessThan(Math.min(memory, compute) * 1.05);
    const svg = rooflineFigure(answer, points);
    expect(svg.match(/<polyline/g)).toHaveLength(3);
    expect(svg).not.toContain('NaN');
  });

  it('mark 1, 2 and 5 times powers of ten', () => {
    expect(ticks([3, 60])).toEqual([5, 10, 20, 50]);
  });
});
