import { expect, it } from 'vitest';
import { lookNext } from '../../../src/report/terminal/looks.ts';
import { page } from '../../../src/report/terminal/page.ts';
import { invented } from '../../fixtures/assessment/invented.ts';

it('lists observations with what they sharpen and cost', () => {
  expect(lookNext(invented, page({ width: 100 })).join('\n')).toMatch(
    /1 +Thermal image.* 38 % +12 % +4,000 USD +20 days/,
  );
  expect(lookNext({ ...invented, looks: [], looksLeftOut: [] }, page())).toEqual([]);
});

it('names those whose worth nobody can tell, and says why', () => {
  expect(lookNext(invented, page({ width: 100 })).join(' ')).toMatch(
    /worth not known: Monthly electricity used by data centres of the province \(a total bounds/,
  );
});
