import { expect, test } from 'vitest';
import { Removal } from '../../src/assessment/removal.ts';
import { stream, uniforms } from '../../src/stats/random.ts';

const DRAWS = 5000;

function random(name: string): Float64Array {
  const u = new Float64Array(DRAWS);
  uniforms(stream(1, name), 0, u);
  return u;
}

const judged = {
  weights: random('weights'),
  classes: Uint8Array.from(random('classes'), (u) => Math.floor(u * 3)),
  answers: Uint8Array.from(random('answers'), (u) => Math.floor(u * 4)),
};
const removal = new Removal(judged, { classes: 3, answers: 4 });

test.each([
  ['few', random('log').map((u) => Math.log(Math.floor(1 + 5 * u)))],
  ['many', random('log').map((u) => 20 * (u - 0.5))],
  ['no', new Float64Array(DRAWS)],
])('sums weights over likelihoods of %s values by class and by answers, to the bit', (_, log) => {
  const { ratios, classes, answers } = removal.without(log);
  const expected = { classes: new Float64Array(3), answers: new Float64Array(4) };
  for (let i = 0; i < DRAWS; i++) {
    const left = judged.weights[i]! * Math.exp(-log[i]!);
    expected.classes[judged.classes[i]!]! += left;
    expected.answers[judged.answers[i]!]! += left;
  }
  expect([...classes]).toEqual([...expected.classes]);
  expect([...answers]).toEqual([...expected.answers]);
  expect(ratios.findIndex((ratio, i) => ratio !== Math.exp(-log[i]!))).toBe(-1);
});

test('sums are kept when another item is left out', () => {
  const first = removal.without(new Float64Array(DRAWS));
  const sums = [...first.classes];
  removal.without(new Float64Array(DRAWS).fill(1));
  expect([...first.classes]).toEqual(sums);
});
