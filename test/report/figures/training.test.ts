import { describe, expect, it } from 'vitest';
import { memoryFigure, scalingFigure, timeFigure } from '../../../src/report/figures/training.ts';
import { zhCN } from '../../../src/report/strings/zh-CN.ts';
import { answerTraining } from '../../../src/training/answer.ts';
import { parseFleet } from '../../../src/training/fleet.ts';
import { knowledge } from '../../training/data.ts';

const answer = answerTraining(
  {
    model: knowledge.models.get('gpt-3-175b')!,
    groups: parseFleet('64xa100-80', knowledge.training.machines),
    batch: 64,
    exact: true,
    plan: { tensor: 8, pipeline: 8, microBatch: 1, recompute: 'full' },
  },
  knowledge,
);

describe('figures of training', () => {
  it('draw a bar for each part of a step that counts', () => {
    const svg = timeFigure(answer);
    expect(svg).toContain('matrix products');
    expect(svg.match(/<rect/g)!.length).toBeGreaterThan(4);
  });

  it('draw a bar for each of eight stages, in Chinese and dark too', () => {
    const svg = memoryFigure(answer, knowledge, { theme: 'dark', strings: zhCN });
    expect(svg.match(/第\d级/g)).toHaveLength(8);
    expect(svg).toContain('#15171A');
  });

  it('draw what scaling does beside what it would do, or nothing where nothing fits', () => {
    const points = [
      { chips: 64, rate: 1e4, utilisation: 0.4 },
      { chips: 128, rate: 1.9e4, utilisation: 0.38 },
    ];
    expect(scalingFigure(answer, points).match(/<polyline/g)).toHaveLength(2);
    expect(scalingFigure(answer, [])).not.toContain('NaN');
  });
});
