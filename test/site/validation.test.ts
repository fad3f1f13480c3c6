import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { plantKinds } from '../../src/site/cooling-constants.ts';
import { keptBins, pueFromBins, pueFromHours, unpacked } from '../../validation/site/hourly.ts';
import {
  groundsIn,
  publishedPowers,
  publishedPue,
  siftedPowers,
  siftedSites,
} from '../../validation/site/published.ts';
import { fitted, mean, median, modelled, scored, typicalWeather } from '../../validation/site/pue.ts';
import { pueSection } from '../../validation/site/report.ts';
import { catalogue } from '../chips/data.ts';

const data = fileURLToPath(new URL('../../data', import.meta.url));
const grounds = groundsIn(data);
const sites = modelled(publishedPue(data).sites, grounds);
const rows = scored(sites, grounds);
const error = (own: typeof rows, of: 'model' | 'out' | 'guess') =>
  mean(own.map((row) => Math.abs(row[of] - row.pue)));

describe('PUE against what operators disclose', () => {
  it('is within 0.03 in the mean, also for sites left out', () => {
    expect(error(rows, 'model')).toBeLessThan(0.03);
    expect(error(rows, 'out')).toBeLessThan(0.03);
  });

  it('is within a factor 1.5 of disclosed water in the median, with nothing fitted to it', () => {
    const factors = rows.flatMap(({ water, wue }) =>
      water === null ? [] : Math.abs(Math.log(water / wue!)),
    );
    expect(factors.length).toBeGreaterThan(20);
    expect(Math.exp(median(factors))).toBeLessThan(1.5);
  });

  it.each(['aws', 'azure', 'google'])(
    'beats the mean of the other sites of %s, each site left out',
    (operator) => {
      const own = rows.filter((row) => row.operator === operator);
      expect(error(own, 'out')).toBeLessThan(0.8 * error(own, 'guess'));
    },
  );

  it('rests on stored constants that are the fitted medians', () => {
    for (const one of grounds.classes.values()) {
      expect(Math.abs(one.overhead - fitted(sites, one))).toBeLessThan(0.001);
    }
  });
});

describe('rows that the model has not seen', () => {
  const row = { id: 'x', name: 'X', operator: 'nobody', year: 2024, pue: 1.2 };
  const rowsOf = (...more: object[]) =>
    siftedSites(
      more.map((one) => ({ ...row, place: 'osaka', ...one })),
      grounds,
    );

  it('are left out, and why is said, where climate, class, chip or kind of number is not known', () => {
    const sites = rowsOf({ place: 'nowhere' }, { class: 'nothing' }, { class: 'aws' }, {});
    expect(sites.left).toEqual(['x: no climate `nowhere`', 'x: no class `nothing`']);
    expect(sites.rows).toHaveLength(2);
    const power = { id: 'y', name: 'Y', chip: 'h100', count: 8, mw: 0.01, kind: 'node' as const };
    const powers = [power, { ...power, chip: 'h1' }, { ...power, kind: 'total' as never }];
    expect(siftedPowers(powers, catalogue).left).toEqual(['y: no chip `h1`', 'y: no kind of number `total`']);
  });

  it('are scored by the mean of all classes where nobody knows the class, and by nothing of their name', () => {
    const one = { ...row, place: 'osaka' };
    const [unseen] = scored(modelled([one], grounds), grounds, []);
    expect(unseen!.model).toBeCloseTo(unseen!.unknown, 9);
    const known = { ...one, class: 'chilled' };
    const renamed = { ...known, id: 'p05', name: 'AWS Singapore', operator: 'aws' };
    const [a, b] = [known, renamed].map((site) => scored(modelled([site], grounds), grounds, [])[0]!.model);
    expect(a).toBe(b);
  });

  it('are left out where a figure is missing or none that a site can have', () => {
    const broken = rowsOf({ pue: undefined }, { pue: 0.9 }, { wue: -1 }, { pue: Number.NaN }, { wue: 0.2 });
    expect(broken.rows).toHaveLength(1);
    expect(broken.left[1]).toBe('x: `pue` 0.9 is not within 1 to 5');
    expect(broken.left[2]).toBe('x: `wue` -1 is not within 0 to 20 L/kWh');
    const power = { id: 'y', name: 'Y', chip: 'h100', count: 8, mw: 0.01, kind: 'metered' as const };
    expect(siftedPowers([power, { ...power, mw: -1 }, { ...power, count: 0 }], catalogue).left).toEqual([
      'y: `mw` is no power',
      'y: the count is no number above 0',
    ]);
  });

  it('are guessed by the mean of the known sites of their operator', () => {
    const one = { ...row, place: 'osaka', operator: 'aws' };
    const known = publishedPue(data).sites;
    const own = known.filter(({ operator }) => operator === 'aws').map(({ pue }) => pue);
    const more = [one, { ...one, id: 'z', pue: 3 }];
    for (const { guess } of scored(modelled(more, grounds), grounds, known))
      expect(guess).toBeCloseTo(mean(own), 9);
  });

  it('are refused with a sentence where their file cannot be read or holds none', () => {
    expect(() => publishedPue(data, '/nowhere.yaml')).toThrow(
      '--sites /nowhere.yaml cannot be read: ENOENT.',
    );
    expect(() => publishedPowers(data, `${data}/site/power.yaml`)).toThrow('has no list `sites:`');
  });

  it('make a page without nonsense, even if there is one, or none', () => {
    for (const some of [[], [{ ...row, place: 'osaka' }]]) {
      expect(pueSection(some, grounds, [])).not.toMatch(/NaN|undefined/);
    }
  });
});

describe('generated weather', () => {
  it.each(keptBins(data).map((one) => [one.id, one] as const))(
    'gives the yearly PUE of the hourly file of %s within 0.005',
    (id, one) => {
      const file = pueFromBins(unpacked(one), grounds);
      const made = pueFromHours(typicalWeather(grounds.climates.get(id)!, grounds), grounds);
      for (const kind of plantKinds) expect(Math.abs(made[kind] - file[kind])).toBeLessThan(0.005);
    },
  );
});
