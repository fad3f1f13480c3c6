import { describe, expect, it } from 'vitest';
import { en } from '../../../src/report/strings/en.ts';
import { zhCN } from '../../../src/report/strings/zh-CN.ts';
import { planTable } from '../../../src/report/terminal/plans.ts';
import { columns } from '../../../src/report/terminal/text.ts';
import { cautionWords, trainScreen } from '../../../src/report/terminal/train.ts';
import { answerTraining } from '../../../src/training/answer.ts';
import { parseFleet } from '../../../src/training/fleet.ts';
import { knowledge } from '../../training/data.ts';

const answer = answerTraining(
  {
    model: knowledge.models.get('llama-3.1-8b')!,
    groups: parseFleet('64xh20', knowledge.training.machines),
    run: { wan: { sites: 3, bandwidth: 1.25e9, latency: 0.03 }, cooperation: 'diloco' },
  },
  knowledge,
);

describe('the training screen', () => {
  it.each([60, 80, 120])('is no wider than %i columns', (width) => {
    for (const strings of [en, zhCN]) {
      for (const text of [trainScreen(answer, { width, strings }), planTable(answer, { width, strings })]) {
        for (const line of text.split('\n')) expect(columns(line), line).toBeLessThanOrEqual(width);
        expect(text).not.toMatch(/NaN|undefined/);
      }
    }
  });

  it('has no bars when plain, and says that nobody has published a run on the chip', () => {
    const text = trainScreen(answer, { plain: true });
    expect(text).not.toContain('■');
    expect(text).toContain('No training run on H20');
  });

  it('names the plans of mixed chips, and says how a share can pass the peak', () => {
    const mixed = answerTraining(
      {
        model: knowledge.models.get('llama-3.1-8b')!,
        groups: parseFleet('64xh100-sxm5,64xa100-80', knowledge.training.machines),
      },
      knowledge,
    );
    const text = trainScreen(mixed, { plain: true, width: 120 });
    for (const { group } of mixed.groups) expect(text).toMatch(new RegExp(`plan +${group.machine.name}`));
    expect(text).toContain('have 2 times the peak');
    expect(mixed.groups.map(({ plan }) => plan.precision)).toEqual(['fp8', 'bf16']);
  });

  it('has words for every caution', () => {
    const cautions = [
      { kind: 'tight' as const, chip: 'X', shortBytes: 2 ** 30, changes: ['pp 16'] },
      {
        kind: 'does-not-fit' as const,
        chip: 'X',
        shortBytes: 38 * 2 ** 30,
        changes: ['pp 16', 'full recompute'],
      },
      { kind: 'idle' as const, chip: 'X', chips: 3 },
      { kind: 'mixed' as const },
      { kind: 'few-records' as const, chip: 'X', runs: 1 },
      { kind: 'unmeasured' as const, chip: 'X' },
      { kind: 'hosted' as const, chip: 'X', what: 'states' as const, bytes: 2 ** 33, asked: true },
      { kind: 'hosted' as const, chip: 'X', what: 'states' as const, bytes: 2 ** 33, asked: false },
      { kind: 'integers' as const, chip: 'X' },
      { kind: 'extrapolated' as const, chip: 'X', chips: 60, parameters: 3 },
    ];
    for (const one of cautions) expect(cautionWords(one, en)).not.toBe(cautionWords(one, zhCN));
    expect(cautionWords(cautions[1]!, en)).toBe(
      'This plan needs 38.0 GiB more on each X. Smallest change: pp 16, full recompute.',
    );
    expect(cautionWords(cautions[7]!, en)).toMatch(/^Nothing fits otherwise: states .* 8 GiB/);
    expect(cautionWords(cautions[9]!, en)).toMatch(/^Extrapolated: 60 times the chips and 3 times/);
  });
});

it('counts are short', () => {
  expect([14.8e12, 671e9, 8e6, 15360, 999].map(en.brief)).toEqual([
    '14.8 T',
    '671 B',
    '8 M',
    '15.4 k',
    '999',
  ]);
  expect([14.8e12, 671e9, 15360, 999].map(zhCN.brief)).toEqual(['14.8万亿', '6,710亿', '1.54万', '999']);
});
