import { describe, expect, it } from 'vitest';
import { FinishQueue } from '../../src/serving/finish-queue.ts';

describe('requests that write', () => {
  it('are given back in the order of their steps', () => {
    const steps = [5, 3, 9, 1, 7, 3, 8, 2, 6, 4];
    const queue = new FinishQueue(steps.length, 9);
    steps.forEach((step, request) => {
      queue.add(step, request);
    });
    const taken: number[] = [];
    while (queue.next !== undefined) taken.push(steps[queue.take()]!);
    expect(taken).toEqual([1, 2, 3, 3, 4, 5, 6, 7, 8, 9]);
  });

  it.each([7, 1000, 100_000, 9_999_991])(
    'are, too, while others come, answers of up to %d tokens',
    (longest) => {
      const count = 2000;
      const queue = new FinishQueue(count, longest);
      let [now, added, seed] = [0, 0, 1];
      const waiting: number[] = [];
      const length = () => {
        seed = (seed * 48_271) % 2_147_483_647;
        return 1 + (seed % longest);
      };
      while (added < count || waiting.length > 0) {
        while (added < count && waiting.length < 50) {
          const step = now + length() - 1;
          queue.add(step, added++);
          waiting.push(step);
        }
        const least = Math.min(...waiting);
        expect(queue.next).toBe(least);
        now = least;
        queue.take();
        waiting.splice(waiting.indexOf(least), 1);
      }
      expect(queue.next).toBeUndefined();
    },
  );
});
