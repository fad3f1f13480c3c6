import { expect, it } from 'vitest';
import { parseFleet, usableCount } from '../../src/training/fleet.ts';
import { catalogue } from '../chips/data.ts';
import { training } from './data.ts';

const read = (text: string) =>
  parseFleet(text, training.machines).map(({ machine, count }) => [machine.id, count]);

it('reads chips as people write them', () => {
  expect(read('2048xh800-sxm')).toEqual([['h800-sxm', 2048]]);
  expect(read('16k x H100, 512×a100-80')).toEqual([
    ['h100-sxm5', 16_000],
    ['a100-80', 512],
  ]);
});

it.each([
  ['', 'ST-T008'],
  ['h800', 'ST-T008'],
  ['0xh800', 'ST-T006'],
  ['1e99xh800', 'ST-T006'],
  ['999999999999xh800', 'ST-T006'],
  ['8xh8000', 'ST-C001'],
])('refuses `%s`', (text, code) => expect(() => read(text)).toThrow(code));

it.each([
  ['8xmi308x', 'Of Instinct MI308X nobody has published its rate in sixteen or eight bits.'],
  ['8xrubin-cpx', 'its rate in sixteen or eight bits and the bandwidth of its memory.'],
  ['8xascend-920', 'nobody has published its memory.'],
  ['8xwse-2', 'is on its die, which is not modelled here.'],
])('says of the chips %s of the catalogue what is missing', (text, what) => {
  const read = () => parseFleet(text, training.machines, catalogue);
  expect(read).toThrow('ST-T003');
  expect(read).toThrow(what);
});

it('computes with every chip of the catalogue, or says what is missing', () => {
  for (const { id } of catalogue.chips.values()) {
    try {
      expect(parseFleet(`8x${id}`, training.machines, catalogue)).toHaveLength(1);
    } catch (thrown) {
      expect(String(thrown), id).toMatch(/ST-T003/);
    }
  }
});

it('uses at least 15 of 16 chips', () => {
  for (const count of [1, 7, 100, 2048, 115_000, 16_385]) {
    expect(usableCount(count)).toBeLessThanOrEqual(count);
    expect(usableCount(count)).toBeGreaterThanOrEqual((15 / 16) * count);
  }
});
