import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capacityAt, fanFactor } from '../../src/site/altitude.ts';
import { capacityRatio, coefficientOfPerformance, partLoad, powerRatio } from '../../src/site/chiller.ts';
import { coolingYear, electricalLoss, siteAir } from '../../src/site/cooling.ts';
import { type PlantKind, plantKinds } from '../../src/site/cooling-constants.ts';
import { emptyHour, hourOf } from '../../src/site/cooling-hour.ts';
import { generateWeather } from '../../src/site/generator.ts';
import { coolingMiddles } from '../../src/site/grounds.ts';
import { standardPressure } from '../../src/site/psychrometrics.ts';
import { climate, grounds } from './grounds-data.ts';

const constants = coolingMiddles(grounds);
const weather = generateWeather(climate('hami'), { constants: grounds.generator, seed: 1, typical: true });
const yearOf = (kind: PlantKind, more: object = {}) =>
  coolingYear(weather, { constants, blend: { [kind]: 1 }, ...more });

describe('altitude', () => {
  it.each([
    ['air-cooled condenser', 762, 0.95],
    ['air-cooled condenser', 3050, 0.8],
    ['condensing unit', 1525, 0.97],
    ['evaporative condenser', 2285, 1.02],
    ['fan coil', 2285, 0.78],
  ] as const)('takes the capacity of %s at %d m from the table: %d', (rejection, height, factor) => {
    expect(capacityAt(height, rejection)).toBeCloseTo(factor, 9);
  });

  it('doubles the power of fans at Golmud, by 1.99', () => {
    expect(fanFactor(0.709)).toBeCloseTo(1.99, 2);
    const air = siteAir({ altitude: 2808, pressure: standardPressure(2808) });
    expect(air.fanFactor).toBeCloseTo(1.99, 1);
  });
});

describe('chillers', () => {
  it('have the printed curves at their rating: 0.945 of capacity, 1.014 of power', () => {
    expect(capacityRatio(35, 6.67)).toBeCloseTo(0.944836, 9);
    expect(powerRatio(0.944836)).toBeCloseTo(1.0134, 4);
    expect(partLoad(1)).toBeCloseTo(1, 3);
    expect(partLoad(0.5) / 0.5).toBeLessThan(1);
  });

  it('have a COP of 3.0 at 35 °C and 6.7 °C water, and agree with the curves up to 16 °C water within 7 %', () => {
    const cop = (outdoor: number, water: number) =>
      coefficientOfPerformance(outdoor + 12, water, { share: 0.43, leastLift: 12 });
    expect(cop(35, 6.67)).toBeCloseTo(3, 1);
    for (const water of [6.67, 10, 13, 16]) {
      const curve = 3 / powerRatio(capacityRatio(35, water));
      expect(Math.abs(cop(35, water) / curve - 1)).toBeLessThan(0.07);
    }
  });
});

describe('an hour of a plant', () => {
  const air = siteAir({ altitude: 0, pressure: 101_325 });
  const at = (kind: PlantKind, t: number, wetBulb: number, where = air) => {
    const out = emptyHour();
    hourOf[kind](t, wetBulb, where, constants, out);
    return { ...out };
  };

  it('needs no compressor in the cold, and more the hotter it is', () => {
    for (const kind of plantKinds) {
      expect(at(kind, -10, -11).mechanical).toBe(0);
      const hot = [20, 26, 32, 38, 44].map((t) => at(kind, t, t - 4).mechanical);
      expect(hot).toEqual([...hot].sort((a, b) => a - b));
      expect(hot.at(-1)).toBeGreaterThan(0);
    }
  });

  it('uses water where it evaporates, and none below freezing in indirect coolers', () => {
    expect(at('air-chiller', 30, 20).water).toBe(0);
    expect(at('dry-liquid', 30, 20).water).toBe(0);
    expect(at('indirect-evaporative', 30, 15).water).toBeGreaterThan(0.3);
    expect(at('indirect-evaporative', 2, 0).water).toBe(0);
    const tower = at('tower-liquid', 30, 25);
    expect(tower.water).toBeGreaterThan(1.481);
    expect(tower.water).toBeLessThan(1.481 * 1.5 * 1.1);
  });

  it('wets the outdoor air only as far as it must, and evaporates just the heat that this takes', () => {
    const pads = { ...constants, air: { ...constants.air, supply: 20, economiserApproach: 3, pads: 0.75 } };
    const out = emptyHour();
    const run = (t: number, wetBulb: number) => {
      hourOf['air-chiller'](t, wetBulb, air, pads, out);
      return { ...out };
    };
    expect(run(17, 10).water).toBe(0);
    // From 25 to 17 °C by pads that could reach 13: 8 of 12 K of the heat, at 3.6 / 2.43 litres a kWh.
    expect(run(25, 9)).toMatchObject({ mode: 1, mechanical: 0 });
    expect(run(25, 9).water).toBeCloseTo((8 / 12) * (3.6 / 2.43) * (4 / 3), 9);
    // From 33 to 21 °C at best: chillers move the 4 K above 17.
    expect(run(33, 17).water).toBeCloseTo((3.6 / 2.43) * (4 / 3), 9);
    expect(run(33, 17).chilled / (1 + constants.air.fan)).toBeCloseTo(4 / 12, 9);
    expect(run(45, 40)).toMatchObject({ water: 0, mode: 3 });
  });

  it('never takes negative power or water, whatever the weather', () => {
    const weathers = fc.record({
      t: fc.double({ min: -45, max: 55, noNaN: true }),
      depression: fc.double({ min: 0, max: 25, noNaN: true }),
      altitude: fc.integer({ min: -400, max: 5000 }),
      kind: fc.constantFrom(...plantKinds),
    });
    fc.assert(
      fc.property(weathers, ({ t, depression, altitude, kind }) => {
        const site = siteAir({ altitude, pressure: standardPressure(altitude) });
        const { fan, pump, rejection, mechanical, water } = at(kind, t, t - depression, site);
        for (const one of [fan, pump, rejection, mechanical, water]) expect(one).toBeGreaterThanOrEqual(0);
        expect(Number.isFinite(fan + pump + rejection + mechanical + water)).toBe(true);
      }),
    );
  });
});

describe('coolingYear', () => {
  it('is dry, warm liquid below indirect evaporative below air in Hami', () => {
    const [air, evaporative, dry] = [
      yearOf('air-chiller'),
      yearOf('indirect-evaporative'),
      yearOf('dry-liquid'),
    ];
    expect(dry.meanPue).toBeLessThan(evaporative.meanPue);
    expect(evaporative.meanPue).toBeLessThan(air.meanPue);
    expect(dry.meanPue).toBeGreaterThan(1.08);
    expect(dry.meanPue).toBeLessThan(1.18);
    expect(evaporative.meanPue).toBeGreaterThan(1.12);
    expect(evaporative.meanPue).toBeLessThan(1.22);
  });

  it('counts every hour in one mode, and blends halls by their share', () => {
    const mixed = coolingYear(weather, { constants, blend: { 'air-chiller': 0.25, 'dry-liquid': 0.75 } });
    expect(mixed.meanPue).toBeCloseTo(
      0.25 * yearOf('air-chiller').meanPue + 0.75 * yearOf('dry-liquid').meanPue,
      9,
    );
    for (const hours of Object.values(mixed.modes)) {
      expect(hours.reduce((a, b) => a + b)).toBeCloseTo(8760, 6);
    }
  });

  it('balances power to the joule: every hour is losses, rest of the house and what the plant takes', () => {
    const loss = electricalLoss(constants);
    const { pue } = yearOf('tower-liquid');
    const out = emptyHour();
    for (let i = 0; i < 8760; i += 97) {
      hourOf['tower-liquid'](weather.temperature[i]!, weather.wetBulb[i]!, siteAir(weather), constants, out);
      const heat = 1 + loss * constants.electrical.inHall;
      const plant = out.fan + out.pump + out.rejection + out.mechanical;
      const watts = 1e6 * (pue[i]! - 1 - loss - constants.electrical.misc);
      expect(Math.abs(watts - (1e6 * heat * plant) / constants.electrical.transformer)).toBeLessThan(1e-3);
    }
  });

  it('says when chillers cannot hold the set point, and from which temperature', () => {
    const { overheats } = yearOf('dry-liquid', { trim: 0.1 });
    expect(overheats!.hours).toBeGreaterThan(10);
    expect(overheats!.from).toBeGreaterThan(20);
    expect(yearOf('dry-liquid', { trim: 1.5 }).overheats).toBeNull();
    expect(yearOf('dry-liquid').overheats).toBeNull();
  });

  it('counts an hour once, however many halls overheat, and pays for no chiller that is not there', () => {
    const blend = { 'air-chiller': 0.5, 'indirect-evaporative': 0.5 };
    const options = { constants, blend };
    const none = coolingYear(weather, { ...options, trim: 0 });
    const full = coolingYear(weather, options);
    const alone = (kind: 'air-chiller' | 'indirect-evaporative') =>
      coolingYear(weather, { constants, blend: { [kind]: 1 }, trim: 0 }).overheats!.hours;
    expect(none.overheats!.hours).toBeLessThanOrEqual(alone('air-chiller') + alone('indirect-evaporative'));
    expect(none.overheats!.hours).toBeGreaterThanOrEqual(
      Math.max(alone('air-chiller'), alone('indirect-evaporative')),
    );
    expect(none.overheats!.hours).toBe(alone('air-chiller'));
    expect(none.meanPue).toBeLessThan(full.meanPue);
    const little = coolingYear(weather, { ...options, trim: 0.2 });
    expect(little.meanPue).toBeGreaterThan(none.meanPue);
    expect(little.meanPue).toBeLessThan(full.meanPue);
  });
});
