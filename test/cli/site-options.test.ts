import { expect, it } from 'vitest';
import { requireChip } from '../../src/chips/find.ts';
import { blendFrom, lengthOf, siteWish } from '../../src/cli/site-options.ts';
import { catalogue } from '../chips/data.ts';

const defaults = {
  chip: 'h100',
  blend: { 'dry-liquid': 1 },
  day: 20_000,
  chipOf: (name: string) => requireChip(catalogue, name),
};

it('fills in what is not asked for', () => {
  expect(siteWish({}, defaults)).toMatchObject({
    chips: 1000,
    duty: 'training',
    years: 4,
    seed: 7,
    feeder: {},
  });
  expect(siteWish({}, { ...defaults, feed: '300 MW' }).feeder).toEqual({ grantMw: 300 });
  expect(siteWish({ feed: '150 MVA' }, defaults).feeder).toEqual({ transformers: { count: 1, mva: 150 } });
});

it('reads a number of the place’s own chip', () => {
  expect(siteWish({ chips: '5k' }, defaults)).toMatchObject({ chips: 5000, chip: { id: 'h100-sxm5' } });
});

it('reports every option that cannot be read, at once', () => {
  expect(() => siteWish({ feed: '1 kg', years: 'x', plant: 'ice' }, defaults)).toThrow(
    /ST-X003[\s\S]*ST-P017|ST-P017[\s\S]*ST-X003/,
  );
});

it('reads plants and lengths', () => {
  expect(blendFrom('indirect-evaporative=0.6, dry-liquid=0.4')).toEqual({
    'indirect-evaporative': 0.6,
    'dry-liquid': 0.4,
  });
  expect(lengthOf('--altitude', '2.8 km')).toBeCloseTo(2800, 9);
});

it.each([
  [{ feed: '0MW' }, 'out of range'],
  [{ feed: '0 x 150 MVA' }, '1 to 1,000 transformers'],
  [{ feed: '2 x 0 MVA' }, 'out of range'],
  [{ feed: '-5 MW' }, '--feed -5 MW'],
  [{ feed: '1e12 MW' }, '1 kW to 100 GW'],
  [{ feed: 'abc' }, '--feed abc'],
  [{ chips: '1e15' }, '1 to 100 million'],
  [{ chips: '2.5' }, 'whole number'],
  [{ chips: 'h100' }, "--chips '10k h100'"],
  [{ trim: '2' }, '0 to 1'],
  [{ fans: '0' }, '1 to 1 million'],
  [{ water: '-5 m3' }, '--water -5 m3'],
  [{ plant: ',' }, 'No plant is named'],
  [{ plant: 'air-chiller=0.5,air-chiller=0.5' }, 'named twice'],
])('refuses %o and says how to write it', (written, words) => {
  const refused = () => siteWish(written, defaults);
  expect(refused).toThrow(words);
  expect(refused).toThrow(/ST-X003|ST-P017/);
});
