import { expect, it } from 'vitest';
import { columns } from '../../../src/report/terminal/text.ts';
import { whyScreen } from '../../../src/report/terminal/why.ts';
import { inventedTrace } from '../../fixtures/assessment/invented.ts';

it.each([60, 120])('is the reviewed tree at %i columns, and no wider', async (width) => {
  const text = whyScreen(inventedTrace, { width });
  for (const line of text.split('\n')) expect(columns(line), line).toBeLessThanOrEqual(width);
  await expect(text).toMatchFileSnapshot(`../../golden/why-${width}.txt`);
});

it('gives each leaf value, unit, basis, source and place', () => {
  const text = whyScreen(inventedTrace, { width: 120 });
  expect(text).toContain('power per accelerator  1.4 kW (1.3 – 1.5) ✎');
  expect(text).toContain('judged · cloud-handbook · data/site/power.yaml:7');
  expect(text).toContain('share of the year running  not known');
});

it('uses words and indentation alone when plain', () => {
  expect(whyScreen(inventedTrace, { plain: true })).not.toMatch(/[├└│ƒ✎◐]/);
});
