import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { plantKinds } from '../../src/site/cooling-constants.ts';
import { keptBins, pueFromBins, pueFromHours, unpacked } from '../../validation/site/hourly.ts';
import { typicalWeather } from '../../validation/site/located.ts';
import {
  groundsIn,
  publishedPowers,
  publishedPue,
  siftedPowers,
  siftedSites,
} from '../../validation/site/published.ts';
import { fitted, mean, median, modelled, scored } from '../../validation/site/pue.ts';
import { pueSection } from '../../validation/site/pue-report.ts';
import { rowsIn } from '../../validation/site/rows.ts';
import { catalogue } from '../chips/data.ts';

const data = fileURLToPath(new URL('../../data', import.meta.url));
const grounds = groundsIn(data);
const sites = modelled(publishedPue(data).sites, grounds);
const rows = scored(sites, grounds);
const error = (own: typeof rows, of: 'model' | 'out' | 'guess' | 'byRule' | 'unknown') =>
  mean(own.map((row) => Math.abs(row[of] - row.pue)));

describe('PUE against what operators disclose', () => {
  it('is within 0.03 in the mean, also for sites left out', () => {
    expect(error(rows, 'model')).toBeLessThan(0.03);
    expect(error(rows, 'out')).toBeLessThan(0.03);
  });

  it('is within 0.03 in the mean where the class is by the rule, and beats knowing no class', () => {
    expect(error(rows, 'byRule')).toBeLessThan(0.03);
    expect(error(rows, 'byRule')).toBeLessThan(0.5 * error(rows, 'unknown'));
  });

  it('lies within the middle 90 % for most sites, which is wider where the class is not known', () => {
    const held = (of: 'within' | 'withinUnknown') =>
      rows.filter((row) => row.pue >= row[of]![0] && row.pue <= row[of]![1]).length / rows.length;
    const wide = (of: 'within' | 'withinUnknown') => mean(rows.map((row) => row[of]![1] - row[of]![0]));
    expect(held('within')).toBeGreaterThan(0.8);
    expect(held('withinUnknown')).toBeGreaterThan(0.8);
    expect(wide('withinUnknown')).toBeGreaterThan(2 * wide('within'));
  });

  it('is within a factor 1.5 of disclosed water in the median, with nothing fitted to it', () => {
    const factors = rows.flatMap(({ water, wue }) =>
      water === null || wue === 0 ? [] : Math.abs(Math.log(water / wue!)),
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
      expect(Math.abs(one.overhead - fitted(sites, one, grounds))).toBeLessThan(0.001);
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
  const leftOf = (one: object) => rowsOf(one).left[0];
  const scoreOf = (one: object) =>
    scored(modelled([{ ...row, place: 'osaka', ...one }], grounds), grounds, [])[0]!;

  it('are left out, and why is said, where climate, class, chip or kind of number is not known', () => {
    const { left, rows: kept } = rowsOf({ place: 'nowhere' }, { class: 'nothing' }, { class: 'aws' }, {});
    expect(left[0]).toMatch(
      /^x: No climate `nowhere`. Give `latitude` and `longitude`, or `weather` with an EPW file$/,
    );
    expect(left[1]).toMatch(
      /^x: no class `nothing`. Classes are google, .*, dry. Without `class` a rule gives one$/,
    );
    expect(kept).toHaveLength(2);
    const power = { id: 'y', name: 'Y', chip: 'h100', count: 8, mw: 0.01, kind: 'node' as const };
    const powers = [power, { ...power, chip: 'h1' }, { ...power, kind: 'total' as never }];
    expect(siftedPowers(powers, catalogue).left).toEqual(['y: no chip `h1`', 'y: no kind of number `total`']);
  });

  it('say what to write where a key, a number or a place is wrong', () => {
    expect(leftOf({ lat: 3 })).toBe('x: nothing is read from `lat`. Did you mean latitude');
    expect(leftOf({ pue: '1,33' })).toBe('x: `pue` is `1,33`, no number: write 1.33');
    expect(leftOf({ year: 24 })).toBe('x: `year` `24` is not within 1990 to 2100');
    expect(leftOf({ country: 'Japan' })).toMatch(/Write DE, JP or US$/);
    expect(leftOf({ operator: undefined })).toMatch(/^x: no `operator`. A row is \{ operator: aws/);
    expect(leftOf({ place: undefined })).toMatch(/^x: No place. Give `place`/);
    expect(leftOf({ place: undefined, latitude: 91, longitude: 0 })).toMatch(/`latitude` within ±90/);
    expect(leftOf({ place: undefined, latitude: -50, longitude: 80 })).toMatch(
      /km away: too far, above 400 km/,
    );
    expect(leftOf({ weather: '/nowhere.epw' })).toMatch(/cannot be used: ENOENT/);
  });

  it('are found by name, coordinates and altitude, and say how', () => {
    const osaka = scoreOf({});
    expect(scoreOf({ place: 'Osaka' }).at.key).toBe('osaka');
    const { at, out } = scoreOf({ place: undefined, latitude: 34.7, longitude: 135.4, altitude: 8 });
    expect(at.how).toMatch(/^`osaka`, \d+ km away, moved from \d+ m to 8 m$/);
    expect(at.country).toBe('JP');
    expect(out).toBeCloseTo(osaka.out, 2);
  });

  it('take their class from the rule of operator and country, by any name, weighed by the water they state', () => {
    const shares = (one: object) => Object.fromEntries(scoreOf(one).shares.known);
    expect(shares({ operator: 'Google' })).toEqual({ google: 1 });
    expect(shares({ operator: 'Amazon', place: 'mumbai' })).toEqual({ dry: 1 });
    expect(shares({ operator: 'AWS', place: 'osaka', country: 'US' })).toEqual({ aws: 1 });
    expect(shares({ operator: 'Microsoft' })).toEqual({ chilled: 0.7, dry: 0.3 });
    expect(shares({ operator: 'Microsoft', wue: 0 }).dry).toBeGreaterThan(0.999);
    expect(shares({ operator: 'Microsoft', wue: 1.6 }).chilled).toBeGreaterThan(0.999);
    expect(scoreOf({ operator: 'Microsoft', wue: 0 }).out).toBeGreaterThan(
      scoreOf({ operator: 'Microsoft', wue: 1.6 }).out + 0.05,
    );
  });

  it('are not told their own water: the model of it is that before the stated WUE is weighed', () => {
    const dry = scoreOf({ operator: 'aws', wue: 0 });
    expect(dry.water).toBeCloseTo(scoreOf({ operator: 'aws', wue: 1.6 }).water!, 12);
    expect(dry.water).toBeGreaterThan(0.5);
  });

  it('are scored by the rule for anyone where no rule names their operator, and by nothing of their name', () => {
    const unseen = scoreOf({});
    expect(unseen.model).toBeCloseTo(unseen.unknown, 9);
    const known = { class: 'chilled' };
    const renamed = { ...known, id: 'p05', name: 'AWS Singapore', operator: 'aws' };
    expect(scoreOf(known).model).toBe(scoreOf(renamed).model);
  });

  it('are left out where a figure is missing or none that a site can have', () => {
    const broken = rowsOf({ pue: undefined }, { pue: 0.9 }, { wue: -1 }, { pue: Number.NaN }, { wue: 0.2 });
    expect(broken.rows).toHaveLength(1);
    expect(broken.left[0]).toBe('x: no `pue`');
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
    for (const { guess } of scored(modelled(more, grounds), grounds, modelled(known, grounds)))
      expect(guess).toBeCloseTo(mean(own), 9);
  });

  it('are refused with a sentence where their file cannot be read or holds none', () => {
    expect(() => publishedPue(data, '/nowhere.yaml')).toThrow(
      '--sites /nowhere.yaml cannot be read: ENOENT.',
    );
    expect(() => publishedPowers(data, `${data}/site/power.yaml`)).toThrow('has no list `sites:`');
  });

  it('may stand in a list of their own, and need no id, name or year', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'rows-')), 'rows.yaml');
    writeFileSync(path, '- { operator: aws, place: osaka, pue: 1.3 }\n- a line\n');
    expect(rowsIn('--sites', path).sites).toHaveLength(2);
    const { rows: kept, left } = siftedSites(publishedPue(data, path).sites, grounds);
    expect(kept.map(({ id, name }) => [id, name])).toEqual([['row 1', 'aws, osaka']]);
    expect(left[0]).toMatch(/^row 2: no `operator`/);
  });

  it('make a page without nonsense, even if there is one, or none', () => {
    const one = { ...row, place: 'osaka' };
    for (const some of [[], [one], [{ ...one, wue: 0.1, class: 'dry' }]]) {
      expect(pueSection(some, grounds, [])).not.toMatch(/NaN|undefined|Infinity/);
    }
    expect(pueSection([one], grounds, [])).toMatch(/\| x \| osaka \| JP \| google 20 %.*\| anyone \|/);
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
