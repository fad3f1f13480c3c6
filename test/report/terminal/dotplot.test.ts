import { expect, it } from 'vitest';
import { dotplot } from '../../../src/report/terminal/dotplot.ts';
import { page } from '../../../src/report/terminal/page.ts';
import { dots, invented } from '../../fixtures/assessment/invented.ts';

const on = page({ width: 80 });
const headline = invented.quantities[0]!;

it('puts the claim ring right of the dots when the claim is larger', () => {
  const lines = dotplot(headline, on);
  const ring = lines[1]!.lastIndexOf('◯');
  const last = Math.max(
    ...lines.slice(3, 5).map((line) => line.search(/[\u2800-\u28ff](?!.*[\u2800-\u28ff])/)),
  );
  expect(ring).toBeGreaterThan(last);
});

it('gives worlds with none a place of their own', () => {
  expect(dotplot(headline, on)[0]).toContain('none');
  expect(dotplot({ ...headline, low: 9, dots: dots(21_000, 6200, 58_000) }, on)[0]).not.toContain('none');
});

it('draws a hub where nothing runs in any world', () => {
  const none = {
    ...headline,
    median: 0,
    low: 0,
    high: 0,
    dots: new Array(50).fill(0),
    claimed: null,
    permitted: null,
  };
  const text = dotplot(none, on).join('\n');
  expect(text).toContain('none in 50 of them');
});
