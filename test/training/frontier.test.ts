import { expect, it } from 'vitest';
import { median } from '../../src/chips/figure.ts';
import { shippedWorld } from '../../src/cli/shelf.ts';
import { trainingFlop } from '../../src/models/flop.ts';

const { training, models } = await shippedWorld();

it('has runs of several years, the earliest first, each with what it rests on', () => {
  const days = training.frontier.map(({ published }) => published.from);
  expect(training.frontier.length).toBeGreaterThan(3);
  expect([...days].sort((a, b) => a - b)).toEqual(days);
  for (const { flop } of training.frontier) expect(flop.citation.sources.length).toBeGreaterThan(0);
});

it.each([
  ['deepseek-v3', 14.8e12],
  ['llama-3.1-405b', 15.6e12],
  ['kimi-k2', 15.5e12],
])('agrees within a quarter with our own count of %s', (id, tokens) => {
  const model = [...models.values()].find((one) => one.id === id)!;
  const counted = trainingFlop(model, 4096, 'causal') * tokens;
  const written = median(training.frontier.find((run) => run.id === id)!.flop.quantity)!;
  expect(Math.abs(Math.log(counted / written))).toBeLessThan(Math.log(1.25));
});
