import { expect, it } from 'vitest';
import { ruleScreen, rulesScreen } from '../../../src/report/terminal/rules.ts';
import { controls } from '../../controls/data.ts';

it('groups instruments by kind, each with dates and how well it is known', () => {
  const screen = rulesScreen([...controls.instruments.values()], {});
  expect(screen).toMatch(/62 instruments/);
  expect(screen).toMatch(/bills[\s\S]*SAFE Chips Act[\s\S]*not in force/);
  expect(screen).toMatch(/effective 2026-01-15 00:01 ET/);
});

it.each([...controls.instruments.keys()])('shows %s', (id) => {
  const screen = ruleScreen(controls.instruments.get(id)!, { controls });
  expect(screen).toContain(controls.instruments.get(id)!.sources[0]);
  expect(screen).not.toMatch(/NaN|undefined|Infinity/);
});
