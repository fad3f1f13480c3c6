import { expect, it } from 'vitest';
import type { Effects } from '../../src/cli/effects.ts';
import { progress } from '../../src/cli/progress.ts';

function terminal(isTerminal: boolean) {
  let now = 0;
  let text = '';
  const effects = {
    terminal: { stderr: isTerminal },
    stderr: (more: string) => {
      text += more;
    },
    seconds: () => now,
  } as unknown as Effects;
  return {
    effects,
    at: (seconds: number) => {
      now = seconds;
    },
    text: () => text,
  };
}

it('tells the time left from the time spent', () => {
  const { effects, at, text } = terminal(true);
  const line = progress('drawing', effects);
  at(0.1);
  line.watch(0.1);
  expect(text()).toBe('');
  at(4);
  line.watch(0.4);
  expect(text()).toBe('\r\u001b[2Kdrawing 40 % · 6 s left');
  line.watch(1);
  expect(text().endsWith('drawing 100 %')).toBe(true);
  line.done();
  expect(text().endsWith('\r\u001b[2K')).toBe(true);
});

it('is silent where nobody watches', () => {
  const { effects, at, text } = terminal(false);
  const line = progress('drawing', effects);
  at(9);
  line.watch(0.5);
  line.done();
  expect(text()).toBe('');
});
