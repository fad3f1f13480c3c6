import { expect, it } from 'vitest';
import { FinishQueue } from '../../src/serving/finish-queue.ts';

it('gives requests back in the order of their steps', () => {
  const queue = new FinishQueue();
  const steps = [5, 3, 9, 1, 7, 3, 8, 2, 6, 4];
  steps.forEach((step, request) => {
    queue.add(step, request);
  });
  const taken: number[] = [];
  while (queue.next !== undefined) taken.push(steps[queue.take()]!);
  expect(taken).toEqual([1, 2, 3, 3, 4, 5, 6, 7, 8, 9]);
});
