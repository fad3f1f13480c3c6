import { describe, expect, it } from 'vitest';
import {
  hindsightSentence,
  kindSentences,
  lossSentences,
  standingSentences,
  thinSentence,
  within,
} from '../../src/report/backtest-words.ts';
import { en } from '../../src/report/strings/en.ts';
import { zhCN } from '../../src/report/strings/zh-CN.ts';
import { committedResults } from '../backtest/committed.ts';

const three = (value: number) => value.toFixed(3);

describe('the sentences on losses', () => {
  const [climatology, elsewhere, commitment, prior] = lossSentences(committedResults, en);

  it('name each group that loses on a main score, with both scores', () => {
    const losing = committedResults.groups.filter(
      ({ measure, evidence, climatology: other }) =>
        ['inTime', 'stage'].includes(measure) && three(evidence.value) > three(other),
    );
    expect(losing.map(({ group }) => group)).toContain('contracted');
    for (const { group, evidence, climatology: other } of losing) {
      expect(climatology).toContain(group);
      expect(climatology).toContain(`${three(evidence.value)} against ${three(other)}`);
    }
    expect(climatology).not.toContain('hyperscale');
    expect(elsewhere).toContain('programme');
  });

  it('name what loses to the other two', () => {
    expect(commitment).toContain('P1 stage at due date (Brier)');
    expect(commitment).not.toContain('P3');
    expect(prior).toContain('supercomputer');
  });

  it('say so where nothing is lost', () => {
    expect(lossSentences({ ...committedResults, rows: [], groups: [] }, en)[0]).toBe(
      'Worse than climatology: nowhere.',
    );
  });
});

it('counts what is better, and takes a single hub for no proof', () => {
  const [p1] = standingSentences(committedResults, en);
  expect(p1).toMatch(/^P1: better than climatology on 10 of 10 scores/);
  const [row] = committedResults.rows;
  const alone = { ...row!, gain: { value: 0.1, low: 0.1, high: 0.1 } };
  expect(standingSentences({ ...committedResults, rows: [alone] }, en)).toEqual([
    expect.stringContaining('better than climatology on 1 of 1 scores, on 0 by more than'),
  ]);
});

it('says what hindsight is worth at each point', () => {
  const row = (replay: string) =>
    committedResults.rows.find(
      (one) => one.point === 'p3' && one.measure === 'inTime' && one.replay === replay,
    )!.evidence.value;
  expect(hindsightSentence(committedResults, en)).toContain(
    `P3 in time (Brier) ${three(row('strict') - row('ordinary'))}`,
  );
});

it('names every kind once, with hubs and noise', () => {
  const text = kindSentences(committedResults.kinds, en).join(' ');
  for (const { kind, hubs, gain } of committedResults.kinds) {
    expect(text.split(` ${kind} `)).toHaveLength(2);
    expect(text).toContain(`${kind} ${within(gain)} (${hubs} ${hubs === 1 ? 'hub' : 'hubs'})`);
  }
});

it('names words that rest on few hubs', () => {
  const sure = committedResults.words.find(({ word }) => word === 'almost certain')!;
  expect(thinSentence(committedResults.words, en)).toContain(
    `almost certain ${sure.forecasts} forecasts of ${sure.hubs} hubs`,
  );
  expect(thinSentence([], zhCN)).toContain('无');
});

it('prints no noise where there is none to see', () => {
  expect(within({ value: 0.2, low: 0.2, high: 0.2 })).toBe('0.200');
  expect(within({ value: 0.2, low: 0.1, high: 0.3 })).toBe('0.200 (0.100 – 0.300)');
});
