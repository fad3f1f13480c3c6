import { describe, expect, it } from 'vitest';
import { en } from '../../../src/report/strings/en.ts';
import { zhCN } from '../../../src/report/strings/zh-CN.ts';
import { placementWords, serveScreen, servingCaution, thinned } from '../../../src/report/terminal/serve.ts';
import { columns } from '../../../src/report/terminal/text.ts';
import { answerServing } from '../../../src/serving/serve.ts';
import { knowledge, machines, models, shared, spread } from '../../serving/known.ts';

const answer = answerServing(
  {
    model: models.get('deepseek-v3')!,
    group: { machine: machines.get('h20')!, count: 68 },
    load: { inputTokens: 4096, outputTokens: 1024, prefixHit: 0.5 },
    target: { tpot: 0.05, ttft: 5 },
  },
  knowledge,
);

describe('the serving screen', () => {
  it.each([60, 80, 120])('is no wider than %i columns', (width) => {
    for (const strings of [en, zhCN]) {
      const text = serveScreen(answer, { width, strings });
      for (const line of text.split('\n')) expect(columns(line), line).toBeLessThanOrEqual(width);
      expect(text).not.toMatch(/NaN|undefined/);
    }
  });

  it('gives waits of ten seconds and more in seconds', () => {
    const late = { ...answer, target: { tpot: 0.05, ttft: 10 } };
    expect(serveScreen(late, { strings: zhCN })).toContain('首词元不超过 10 秒');
    expect(serveScreen(late, { strings: en })).toContain('at most 50 ms between tokens');
  });

  it('has no bars when plain', () => {
    expect(serveScreen(answer, { plain: true })).not.toContain('■');
    expect(serveScreen(answer, {})).toContain('■');
  });

  it('has words for placements and cautions', () => {
    expect(placementWords(shared, en)).toBe('8 chips share each matrix');
    expect(placementWords({ ...spread, overlap: true }, en)).toBe(
      'experts spread over 16 chips, two batches may take turns',
    );
    expect(placementWords({ ...spread, data: 1 }, en)).toBe('a copy on each chip');
    for (const strings of [en, zhCN]) {
      const words = [
        servingCaution({ kind: 'extrapolated', chip: 'X', published: 0 }, strings),
        servingCaution({ kind: 'extrapolated', chip: 'X', published: 3 }, strings),
        servingCaution({ kind: 'long', model: 'M', asked: 9000, longest: 4096 }, strings),
        servingCaution({ kind: 'unmeasured', chip: 'X' }, strings),
        servingCaution({ kind: 'idle', chip: 'X', chips: 3 }, strings),
      ];
      expect(new Set(words).size).toBe(5);
    }
  });

  it('thins a long front to its ends and some between', () => {
    const few = thinned(answer.front, 5);
    expect(few).toHaveLength(5);
    expect(few[0]).toBe(answer.front[0]);
    expect(few.at(-1)).toBe(answer.front.at(-1));
  });
});
