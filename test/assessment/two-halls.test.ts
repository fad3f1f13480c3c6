import { describe, expect, it } from 'vitest';
import { planRun } from '../../src/assessment/plan.ts';
import { infer } from '../../src/installed/infer.ts';
import { type Preset, presets } from '../../src/installed/presets.ts';
import { estimator } from '../installed/estimate.ts';
import { dossier, twoHalls, world } from './hubs.ts';

// The posterior of Two Halls by listing all 225 joint states of its halls: no step is shared with the engine but the
// tables of data/evidence, the grades and the share of legal chips among substitutes.

const MONTH = 365.25 / 12;
const DAY = 86_400_000;
const day = (text: string): number => Date.parse(text) / DAY;

/** As dossiers/two-halls/assumptions.yaml fixes them, from a year before the approval. */
const constructionFrom = day('2024-01-15') - 12 * MONTH + 15 * MONTH;
const shellFrom = constructionFrom + 4 * MONTH;
const litFrom = shellFrom + 4 * MONTH;
const fills = { partial: 0.25, full: 0.9 };

const destinies = ['paper', 'construction', 'shell', 'lit'] as const;
const routes = ['named', 'legal', 'domestic'] as const;

interface State {
  destiny: (typeof destinies)[number];
  route: (typeof routes)[number];
  full: boolean;
}

const states: readonly State[] = destinies.flatMap((destiny) =>
  routes.flatMap((route) =>
    (destiny === 'lit' ? [true, false] : [false]).map((full) => ({ destiny, route, full })),
  ),
);

function stageOn(date: number, { destiny }: State): number {
  const reached = date >= litFrom ? 3 : date >= shellFrom ? 2 : date >= constructionFrom ? 1 : 0;
  return Math.min(reached, destinies.indexOf(destiny));
}

/** Middle 90 % of a share, as data/installed/world.yaml writes it. */
function written(name: 'realisation' | 'namedShare' | 'fullShare', preset: Preset): [number, number] {
  const { spread, unit } = world.parameters.get(name)!.value[preset];
  return spread.form === 'interval' ? [spread.low * unit.scale, spread.high * unit.scale] : expect.fail(name);
}

/** E[x^up (1 - x)^down] for logit(x) normal, by the trapezium rule on +-8 standard deviations. */
function moment([low, high]: readonly [number, number], up: number, down: number): number {
  const [a, b] = [Math.log(low / (1 - low)), Math.log(high / (1 - high))];
  const sd = (b - a) / 2 / 1.6448536269514722;
  let [sum, weights] = [0, 0];
  for (let z = -8; z <= 8; z += 0.01) {
    const x = 1 / (1 + Math.exp(-((a + b) / 2 + sd * z)));
    const weight = Math.exp(-z * z * 0.5);
    weights += weight;
    sum += weight * x ** up * (1 - x) ** down;
  }
  return sum / weights;
}

const [paper, construction] = (['unlitPaper', 'unlitConstruction'] as const).map((name) => {
  const { spread, unit } = world.parameters.get(name)!.value.neutral;
  return spread.form === 'exact' ? spread.value * unit.scale : expect.fail(name);
});
const unlit = { paper: paper!, construction: construction!, shell: 1 - paper! - construction!, lit: 1 };

function prior(pair: readonly State[], preset: Preset): number {
  const count = (holds: (state: State) => boolean) => pair.filter(holds).length;
  const [lit, full] = [count(({ destiny }) => destiny === 'lit'), count((state) => state.full)];
  const named = count(({ route }) => route === 'named');
  const legal = planned.compiled.model.sites[0]!.legalShare(litFrom);
  const offered = { named: 1, legal, domestic: 1 - legal };
  return (
    pair.reduce((product, { destiny, route }) => product * unlit[destiny] * offered[route], 1) *
    moment(written('realisation', preset), lit, 2 - lit) *
    moment(written('namedShare', preset), named, 2 - named) *
    moment(written('fullShare', preset), full, lit - full)
  );
}

/** E over the beta of the reliability of an origin with one or two reports of E[prod (1 + c r (ratio - 1))]. */
function evidenceOf(pair: readonly State[]): number {
  const origins = new Map<string, { letter: string; slopes: number[] }>();
  for (const item of twoHalls.evidence) {
    for (const hall of item.about) {
      const { p, noise } = findingOf(item.kind, item.finding!);
      const state = pair[hall === 'hall-a' ? 0 : 1]!;
      const ratio = p[3 * stageOn(item.date.from, state) + routes.indexOf(state.route)]! / noise;
      const slope = world.grades.digits[item.grade.credibility].factor * (ratio - 1);
      const origin = origins.get(item.origin) ?? { letter: item.grade.reliability, slopes: [] };
      origin.slopes.push(slope);
      origins.set(item.origin, origin);
    }
  }
  return [...origins.values()].reduce((product, { letter, slopes }) => {
    const { alpha, beta } = world.grades.letters[letter as 'A'];
    const mean = alpha / (alpha + beta);
    const square = (mean * (alpha + 1)) / (alpha + beta + 1);
    const [first, second = 0] = slopes;
    return product * (1 + mean * (first! + second) + square * first! * second);
  }, 1);
}

function findingOf(kind: string, finding: string) {
  const entry = world.kinds.get(kind)!;
  return entry.model === 'finding' ? entry.findings.get(finding)! : expect.fail(`${kind} has no findings`);
}

interface Answer {
  lit: number[];
  named: number[];
  there: number;
}

function listed(preset: Preset): Answer {
  const answer: Answer = { lit: [0, 0], named: [0, 0], there: 0 };
  let total = 0;
  for (const a of states) {
    for (const b of states) {
      const pair = [a, b];
      const weight = prior(pair, preset) * evidenceOf(pair);
      total += weight;
      let chips = 0;
      pair.forEach(({ destiny, route, full }, hall) => {
        if (destiny !== 'lit') return;
        answer.lit[hall]! += weight;
        if (route !== 'named') return;
        answer.named[hall]! += weight;
        chips += (hall === 0 ? 800 : 200) * (full ? fills.full : fills.partial);
      });
      if (chips >= 500) answer.there += weight;
    }
  }
  const share = (weights: number[]) => weights.map((weight) => weight / total);
  return { lit: share(answer.lit), named: share(answer.named), there: answer.there / total };
}

const planned = planRun(twoHalls, world, { draws: 32_768 });
const { columns } = infer(planned.compiled.model, planned);

describe.each(presets)('Two Halls, listed by hand, under the %s prior', (preset) => {
  const exact = listed(preset);
  const estimate = estimator(columns, preset);

  it.each([
    ['hall A is lit', (d: number) => columns.sites[0]!.stages[3][d]!, exact.lit[0]!],
    ['hall B is lit', (d: number) => columns.sites[1]!.stages[3][d]!, exact.lit[1]!],
    ['hall A is lit on the named chip', (d: number) => columns.sites[0]!.lit[0][d]!, exact.named[0]!],
    ['hall B is lit on the named chip', (d: number) => columns.sites[1]!.lit[0][d]!, exact.named[1]!],
    ['half of the claim is there', (d: number) => Number(columns.accelerators[d]! >= 500), exact.there],
  ])('the probability that %s agrees', (_, holds, truth) => {
    const { mean, error } = estimate(holds);
    expect(error).toBeLessThan(0.015);
    expect(Math.abs(mean - truth) / error).toBeLessThan(4);
  });
});

it('is fixed by its assumptions, and varies without them', () => {
  const free = planRun(dossier('two-halls', { 'assumptions.yaml': '[]\n' }), world);
  const { lags, pace } = planned.compiled.model.world;
  expect([lags.lit.variance, lags.lit.mean, ...pace.values]).toEqual([0, 4 * MONTH, 1, 1, 1, 1, 1]);
  expect(free.compiled.model.world.lags.lit.variance).toBeGreaterThan(0);
});
