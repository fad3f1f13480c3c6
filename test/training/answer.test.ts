import { describe, expect, it } from 'vitest';
import { answerTraining } from '../../src/training/answer.ts';
import { parseFleet } from '../../src/training/fleet.ts';
import { scalingOf } from '../../src/training/scaling.ts';
import { knowledge } from './data.ts';

const ask = (model: string, chips: string, more: object = {}) => {
  const question = {
    model: knowledge.models.get(model)!,
    groups: parseFleet(chips, knowledge.training.machines),
    ...more,
  };
  return answerTraining(question, knowledge);
};
const kinds = (answer: ReturnType<typeof ask>) => answer.cautions.map(({ kind }) => kind);

describe('an answer', () => {
  const answer = ask('llama-3.1-8b', '256xh100-sxm5', { sequence: 8192 });

  it('adds up: its parts make the step, its rate is tokens over seconds', () => {
    const [{ evaluation, plan, rate }] = answer.groups as [(typeof answer.groups)[number]];
    const { total, ...parts } = evaluation.step;
    expect(Object.values(parts).reduce((sum, one) => sum + one, 0)).toBeCloseTo(total, 6);
    expect(rate).toBeCloseTo((plan.batch * plan.sequence) / total, 6);
    expect(answer.step.low).toBeLessThan(answer.step.value);
  });

  it('shows published runs of the same chip first', () => {
    expect(answer.nearest.length).toBe(3);
    expect(answer.nearest[0]!.chip).toBe('h100-sxm5');
  });

  it('says what the public record cannot support', () => {
    expect(kinds(answer)).toEqual([]);
    expect(kinds(ask('llama-3.1-8b', '256xh20'))).toContain('no-record');
    expect(kinds(ask('llama-3.1-8b', '256xascend-910b2'))).toContain('few-records');
    const sd = (chips: string) => ask('llama-3.1-8b', chips).groups[0]!.spread.sd;
    expect(sd('256xh20')).toBeGreaterThan(sd('256xh100-sxm5'));
  });

  it('counts mixed chips together and sites one after another', () => {
    const one = ask('llama-3.1-8b', '256xh100-sxm5');
    const both = ask('llama-3.1-8b', '256xh100-sxm5,256xa100-80');
    expect(both.rate.value).toBeGreaterThan(one.rate.value);
    expect(both.rate.value).toBeLessThan(2 * one.rate.value);
    expect(kinds(both)).toContain('mixed');
    const wan = { sites: 4, bandwidth: 1.25e9, latency: 0.03 };
    const sites = ask('llama-3.1-8b', '256xh100-sxm5', { run: { wan, cooperation: 'diloco' } });
    expect(sites.run.rate).toBeLessThanOrEqual(4 * one.run.rate);
    expect(sites.run.rate).toBeGreaterThan(3 * one.run.rate);
    expect(sites.run.sites!.tokenFactor).toBeGreaterThan(1);
  });

  it('finishes larger runs in longer times', () => {
    const flop = answer.largest.map((one) => one.flop.value);
    expect(flop[1]! / flop[0]!).toBeCloseTo(3, 6);
    expect(answer.run.energy!.value).toBeGreaterThan(0);
  });
});

it('where nothing fits, says how much is short and what would help', () => {
  expect(() => ask('llama-3.1-405b', '8xa100-40', { batch: 8 })).toThrow(/ST-T007.*GiB.*Smallest change/);
});

it('of an explicit plan says which changes would make it fit', () => {
  const answer = ask('llama-3.1-405b', '64xa100-40', {
    batch: 64,
    exact: true,
    plan: { tensor: 8, pipeline: 8, microBatch: 1 },
  });
  const caution = answer.cautions.find(({ kind }) => kind === 'does-not-fit');
  expect(caution).toMatchObject({ shortBytes: expect.any(Number), changes: expect.any(Array) });
});

it('scales by an eighth to eight times the chips', () => {
  const question = {
    model: knowledge.models.get('llama-3.1-8b')!,
    groups: parseFleet('64xh100', knowledge.training.machines),
  };
  const points = scalingOf(question, knowledge);
  expect(points.map(({ chips }) => chips)).toEqual([8, 16, 32, 64, 128, 256, 512]);
  for (const [i, point] of points.entries()) {
    if (i > 0) expect(point.rate).toBeGreaterThan(points[i - 1]!.rate);
  }
});
