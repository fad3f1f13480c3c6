import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { plantKinds } from '../../src/site/cooling-constants.ts';
import { keptBins, pueFromBins, pueFromHours, unpacked } from '../../validation/site/hourly.ts';
import { groundsIn, publishedPue } from '../../validation/site/published.ts';
import { fitted, mean, median, modelled, scored, typicalWeather } from '../../validation/site/pue.ts';

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
