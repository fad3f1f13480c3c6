import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assess, assessmentOf, posteriorOfParts } from '../../src/assessment/assess.ts';
import { planRun } from '../../src/assessment/plan.ts';
import { drawPart, infer, prepare } from '../../src/installed/infer.ts';
import { dossier, twoHalls, world, yards } from './hubs.ts';

const options = { draws: 8192 };
const first = assess(twoHalls, world, options);

describe('the verdict of Two Halls', () => {
  it('is that of its 225 listed states (two-halls.test.ts)', () => {
    const [headline] = first.questions;
    expect(Math.abs(headline!.probability - 0.19)).toBeLessThan(4 * headline!.error);
    expect(first.diagnostics.state).toBe('good');
    expect(first.diagnostics.confidence).toBe('low');
  });

  it('is told before the rest is worked out, where the draws carry it', () => {
    const plan = planRun(twoHalls, world, options);
    const told: unknown[] = [];
    const whole = assessmentOf(plan, infer(plan.compiled.model, plan), (questions) => told.push(questions));
    expect(told).toEqual([whole.questions]);
    const few = planRun(twoHalls, world, { draws: 1024 });
    const posterior = infer(few.compiled.model, few);
    const poor = { ...posterior.quality.neutral, state: 'poor' as const };
    assessmentOf(few, { ...posterior, quality: { ...posterior.quality, neutral: poor } }, () => told.push(0));
    expect(told).toHaveLength(1);
  });

  it('sums up the hub', () => {
    expect(first.hub).toMatchObject({ sites: 2, projects: 2, claims: 3, evidence: 6, origins: 4, later: 0 });
    expect(first.hub.newest).toBe('2025-03-02');
    expect(first.hub.judged).toBeLessThanOrEqual(first.hub.figures);
  });

  it('counts no figure as judged that is fitted to hubs of known outcome', () => {
    const hub = readFileSync('dossiers/two-halls/hub.yaml', 'utf8');
    const typed = dossier('two-halls', { 'hub.yaml': `${hub}type: gpu-cluster\n` });
    const plan = planRun(typed, world, { draws: 2048 });
    const fitted = [...plan.parameters.values()].filter(({ citation }) => citation.basis === 'derived');
    expect(fitted.length).toBeGreaterThan(3);
    const { judged, figures } = assess(typed, world, { draws: 2048 }).hub;
    expect(figures).toBe(first.hub.figures);
    const before = [...fitted].filter(({ name }) => world.parameters.get(name)!.citation.basis === 'judged');
    expect(judged).toBe(first.hub.judged - before.length);
  });

  it('counts the items whose sites no claim of a size was known of', () => {
    const { hub } = assess(dossier('xinjiang-qinghai'), world, { draws: 2048, asOf: '2025-03' });
    const dated = dossier('xinjiang-qinghai').evidence.filter(
      ({ published }) => published.text <= '2025-03-31',
    );
    expect(hub.unplaced).toBeGreaterThan(0);
    expect(hub.evidence + hub.unplaced).toBeLessThanOrEqual(dated.length);
    expect(hub.evidence + hub.unplaced + hub.later).toBe(dossier('xinjiang-qinghai').evidence.length);
  });

  it('has no number that JSON cannot hold', () => {
    expect(JSON.parse(JSON.stringify(first))).toEqual(first);
  });

  it('says that nothing binds where nothing is scarce', () => {
    expect(first.diagnostics).toMatchObject({ shadowPrice: 0 });
    expect(first.diagnostics.poolFit).toBeCloseTo(1, 9);
  });
});

describe('the same options', () => {
  it('give the same bytes', () => {
    expect(JSON.stringify(assess(twoHalls, world, options))).toBe(JSON.stringify(first));
  });

  it('give the same bytes drawn in parts', () => {
    const plan = planRun(twoHalls, world, options);
    const preparation = prepare(plan.compiled.model, plan.seed);
    const parts = [
      [0, 3],
      [3, 4],
      [4, 8],
    ].map(([from, to]) => drawPart(preparation, { from: from!, to: to! }));
    expect(JSON.stringify(assessmentOf(plan, posteriorOfParts(plan, parts)))).toBe(JSON.stringify(first));
  });

  it('give other draws for another seed', () => {
    const other = assess(twoHalls, world, { ...options, seed: 8 });
    expect(other.run.columnsDigest).not.toBe(first.run.columnsDigest);
    const [a, b] = [first.questions[0]!, other.questions[0]!];
    expect(Math.abs(a.probability - b.probability)).toBeLessThan(4 * Math.hypot(a.error, b.error));
  });
});

describe('where the pool binds', () => {
  const bound = assess(yards, world, { draws: 4096 });
  const free = assess(dossier('two-halls'), world, {
    draws: 4096,
    set: { 'sites.hall-a.accelerators': '900' },
  });

  it('a chip has a shadow price, and the claim is many times what is to be had', () => {
    expect(bound.diagnostics.shadowPrice).toBeGreaterThan(0);
    expect(bound.diagnostics.claimOverPool).toBeGreaterThan(2);
    expect(bound.diagnostics.poolFit).toBeLessThan(1);
  });

  it('fewer of the claimed share run than where it does not', () => {
    const share = (run: typeof bound, fleet: number) => run.quantities[0]!.high / fleet;
    expect(share(bound, 90_000)).toBeLessThan(share(free, 1000));
  });
});

it('makes the claim likelier to be there where a believer reads', () => {
  const { sceptic, neutral, believer } = first.questions[0]!.byPreset;
  expect(sceptic).toBeLessThan(neutral);
  expect(neutral).toBeLessThan(believer);
});
