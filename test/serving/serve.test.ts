import { describe, expect, it } from 'vitest';
import { SandtableError } from '../../src/errors/fault.ts';
import { answerServing } from '../../src/serving/serve.ts';
import { knowledge, machines, models } from './known.ts';

const question = {
  model: models.get('deepseek-v3')!,
  group: { machine: machines.get('h20')!, count: 64 },
  load: { inputTokens: 4096, outputTokens: 1024 },
};
const codeOf = (work: () => unknown) => {
  try {
    work();
  } catch (problem) {
    return problem instanceof SandtableError ? problem.faults.map(({ code }) => code) : problem;
  }
  return undefined;
};

describe('an answer', () => {
  const answer = answerServing({ ...question, target: { tpot: 0.05 } }, knowledge);

  it('keeps the target for 95 of 100 requests, waiting among it, and not much more of them', () => {
    const { most, target } = answer;
    expect(most).toMatchObject({ percentile: 'p95', traffic: 'conversation', keeps: true });
    expect(most!.tpot).toBeLessThanOrEqual(0.05);
    // Where no time to the first token is asked for, a queue without end would keep the target.
    expect(most!.ttft).toBeLessThanOrEqual(target.ttft!);
    const more = answerServing({ ...question, target: { tpot: 0.05 }, rate: 1.2 * most!.rate }, knowledge);
    expect(more.asked!.keeps).toBe(false);
  });
  it('writes no less where more time is given', () => {
    const written = [0.04, 0.05, 0.07].map(
      (tpot) => answerServing({ ...question, target: { tpot } }, knowledge).written.value,
    );
    // Simulations of the same engines scatter.
    expect(written[1]! / written[0]!).toBeGreaterThan(0.97);
    expect(written[2]! / written[1]!).toBeGreaterThan(0.97);
  });

  it('writes as many tokens as the requests that keep the target ask for', () => {
    expect(answer.written.value / answer.most!.written).toBeCloseTo(1, 2);
  });
  it('keeps fewer requests where they come in bursts, and more where fewer of them must be quick', () => {
    const most = (more: object) =>
      answerServing({ ...question, target: { ttft: 3, tpot: 0.05 }, ...more }, knowledge).most!.rate;
    const usual = most({});
    expect(most({ traffic: 'code' })).toBeLessThan(usual);
    expect(most({ percentile: 'p50' })).toBeGreaterThan(usual);
    expect(() => most({ traffic: 'codes' })).toThrow(/traffic/);
  });
  it('tells one load everywhere, whether both phases share their chips or not', () => {
    const h100 = (count: number) => ({ machine: machines.get('h100-sxm5')!, count });
    const cases = [
      { target: { tpot: 0.05 }, rate: 5 },
      { target: { tpot: 0.05 }, rate: 1e-6 },
      { model: models.get('llama-3.1-70b')!, group: h100(8), rate: 2 },
      { model: models.get('llama-3.1-8b')!, group: h100(2), target: { tpot: 0.02 }, rate: 3 },
    ];
    const told = cases.map((one) => answerServing({ ...question, ...one }, knowledge));
    for (const { best, asked, written } of told) {
      expect(best.batch).toBe(asked!.batch);
      expect(best.apart?.decode.batch ?? best.batch).toBe(asked!.batch);
      expect(written.value / asked!.written).toBeCloseTo(1, 6);
      // A mean lies below its own 95th percentile.
      expect(best.tpot).toBeLessThan(asked!.tpot);
      expect(best.ttft).toBeLessThan(asked!.ttft!);
    }
    expect(told.map(({ best }) => best.apart !== undefined)).toEqual([true, true, true, false]);
  });
  it('says that a bandwidth is assumed, and is less sure for it', () => {
    const ask = (chip: string) =>
      answerServing({ ...question, group: { machine: machines.get(chip)!, count: 64 } }, knowledge);
    expect(ask('ppu').cautions.map(({ kind }) => kind)).toContain('assumed');
    expect(ask('ppu').spread.sd).toBeGreaterThan(ask('c500-oam').spread.sd);
  });
  it('tells what was asked about, where it is more than waits allow', () => {
    const ask = (more: object) =>
      answerServing(
        {
          ...question,
          model: models.get('llama-3.1-8b')!,
          group: { machine: machines.get('h100-sxm5')!, count: 1 },
          traffic: 'code',
          ...more,
        },
        knowledge,
      );
    // Code completion comes in bursts: so many requests are answered, but not within the time that is borne.
    const { written, asked } = ask({ rate: 3 });
    expect(asked).toMatchObject({ beyond: false, keeps: false });
    expect(written.value / (3 * 1024)).toBeCloseTo(1, 2);
    const beyond = ask({ rate: 1000 });
    expect(beyond.asked!.beyond).toBe(true);
    expect(beyond.written.value / beyond.asked!.written).toBeCloseTo(1, 3);
  });
  it('adds engines up to the chips, and seconds to a day', () => {
    expect(answer.used).toBe(answer.engines * answer.best.chips);
    expect(answer.written.value).toBeCloseTo(answer.engines * answer.best.outputTokensPerSecond, 6);
    expect(answer.day.written.value).toBeCloseTo(86_400 * answer.written.value, 0);
    expect(answer.written.low).toBeLessThan(answer.written.value);
    expect(answer.read.value).toBeCloseTo(4 * answer.written.value, 3);
  });
  it('says what it fills, and stands beside published rates', () => {
    const { weights, cache, capacity } = answer.memory;
    expect(weights + cache).toBeLessThan(capacity);
    expect(answer.nearest.map(({ chip }) => chip)).toContain('h20');
    expect(answer.apart!.decode.seconds).toBeLessThanOrEqual(0.0500001);
  });
  it('labels what the record does not reach', () => {
    const unseen = answerServing(
      {
        ...question,
        model: models.get('llama-3.1-8b')!,
        group: { machine: machines.get('c500-oam')!, count: 8 },
      },
      knowledge,
    );
    expect(unseen.cautions.map(({ kind }) => kind)).toContain('extrapolated');
    expect(unseen.spread.sd).toBeGreaterThan(0.3);
  });
});

describe('what cannot be answered', () => {
  it('is a model that does not fit', () => {
    const group = { machine: machines.get('h20')!, count: 1 };
    expect(codeOf(() => answerServing({ ...question, group }, knowledge))).toEqual(['ST-V003']);
    // Nothing is narrower than four bits, and nothing narrower is advised.
    expect(() => answerServing({ ...question, group, precision: 'fp4' }, knowledge)).toThrow(
      expect.objectContaining({
        faults: [expect.objectContaining({ fix: expect.not.stringMatching(/fp4/) })],
      }),
    );
  });
  it('is advised only what helps: as many chips as hold it, and a format in which these do', () => {
    const advice = (model: string, chip: string, count: number) => {
      try {
        const group = { machine: machines.get(chip)!, count };
        answerServing({ ...question, model: models.get(model)!, group }, knowledge);
      } catch (problem) {
        if (problem instanceof SandtableError) return problem.faults[0]!.fix;
      }
      return undefined;
    };
    // 671 GB of eight bits, or half of that, do not fit one H20; four bits fit four of them.
    expect(advice('deepseek-v3', 'h20', 1)).toBe('Ask for 8 chips or more.');
    expect(advice('deepseek-v3', 'h20', 4)).toMatch(/^Ask for 8 chips or more\. .*`--precision fp4`\.$/);
    expect(advice('deepseek-v3', 'h20', 8)).toBeUndefined();
    expect(advice('llama-3.1-405b', 'h100-sxm5', 1)).not.toContain('fp4');
    const long = { ...question, load: { inputTokens: 1e7, outputTokens: 1024 } };
    const fix = expect.stringMatching(/^Ask for at most 1,100,000 tokens, prompt/);
    expect(() => answerServing(long, knowledge)).toThrow(
      expect.objectContaining({ faults: [expect.objectContaining({ fix })] }),
    );
  });
  it('is a target that nothing keeps', () => {
    expect(codeOf(() => answerServing({ ...question, target: { tpot: 1e-4 } }, knowledge))).toEqual([
      'ST-V004',
    ]);
    expect(codeOf(() => answerServing({ ...question, target: { ttft: 1e-6 } }, knowledge))).toEqual([
      'ST-V004',
    ]);
  });
});
