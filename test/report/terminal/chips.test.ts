import { expect, it } from 'vitest';
import { chipScreen, chipsScreen } from '../../../src/report/terminal/chips.ts';
import { catalogue } from '../../chips/data.ts';

it('lists chips with what is not published as a dash', () => {
  const chips = ['h20', 'mlu690'].map((id) => catalogue.chips.get(id)!);
  const screen = chipsScreen(chips, 125);
  expect(screen).toMatch(/2 of 125 chips/);
  expect(screen).toMatch(/h20 .* 2,368 +2\.91/);
  expect(screen).toMatch(/mlu690 .* – +–/);
});

it('shows every reading of the performance', () => {
  const screen = chipScreen(catalogue.chips.get('trainium3')!, catalogue);
  expect(screen).toMatch(/20,136 \(FP8\), published rates, TF32 at 19 bits/);
  expect(screen).toMatch(/21,472 \(TF32\), TF32 at 32 bits/);
});

it('shows a chip of which nothing is published', () => {
  expect(chipScreen(catalogue.chips.get('mlu690')!, catalogue)).not.toMatch(/NaN|undefined|Infinity/);
});
