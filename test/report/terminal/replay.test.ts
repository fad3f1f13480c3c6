import { expect, it } from 'vitest';
import { replayScreen } from '../../../src/report/terminal/replay.ts';
import { columns } from '../../../src/report/terminal/text.ts';
import { inventedPoor, inventedReplay } from '../../fixtures/assessment/invented.ts';

it.each([60, 80, 120])('is the reviewed replay at %i columns, and no wider', async (width) => {
  const text = replayScreen(inventedReplay, { width });
  for (const line of text.split('\n')) expect(columns(line), line).toBeLessThanOrEqual(width);
  await expect(text).toMatchFileSnapshot(`../../golden/replay-${width}.txt`);
});

it('names a month that did not converge', () => {
  const text = replayScreen([inventedReplay[0]!, inventedPoor]);
  expect(text).toContain('! 2031-06-30: NOT CONVERGED');
});

it('has no bars when plain', () => {
  expect(replayScreen(inventedReplay, { plain: true })).not.toMatch(/[▁-█├┤●]/);
});

it('says once of each kind of date outside the dossier’s what it means, as of the last such month', () => {
  const months = inventedReplay.map((a, i) => ({
    ...a,
    dateCaution:
      i < 3
        ? { about: 'before-claim' as const, dossier: '2031-06', says: { en: `claim not out in month ${i}` } }
        : null,
  }));
  const text = replayScreen(months);
  expect(text).toContain('claim not out in month 2');
  expect(text).not.toContain('claim not out in month 1');
});
