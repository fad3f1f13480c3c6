import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annuity, levelisedCost, siteCost } from '../../src/site/cost.ts';
import { dispatch, firmCapacity, type SupplyPlan } from '../../src/site/dispatch.ts';
import { feederLimits } from '../../src/site/feeder.ts';
import { generateWeather } from '../../src/site/generator.ts';
import { middlesOf } from '../../src/site/grounds.ts';
import {
  cellTemperature,
  cosineIncidence,
  photovoltaicOutput,
  tiltedIrradiance,
} from '../../src/site/photovoltaic.ts';
import { powerChain } from '../../src/site/power-chain.ts';
import { statedPowers } from '../../src/site/power-kinds.ts';
import { dutyPower, serverPower, synchronousSwing, workloadOf } from '../../src/site/server-states.ts';
import { emptyWeather } from '../../src/site/weather.ts';
import { hubSpeed, turbinePower, windOutput } from '../../src/site/wind-power.ts';
import { climate, grounds } from './grounds-data.ts';

const supply = middlesOf(grounds.supply);
const weather = generateWeather(climate('hami'), { constants: grounds.generator, seed: 1, typical: true });
const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0);

describe('photovoltaics', () => {
  it('meets the sun at 35° on a 45° slope at Madison at 10:30 on 13 February (Duffie and Beckman, example 1.6.1 at azimuth 0)', () => {
    const cosine = cosineIncidence(43, 45, { day: 44, solarHour: 10.5 });
    expect(cosine).toBeCloseTo(
      Math.cos(-2 * (Math.PI / 180)) * 0.9703 * 0.9239 + Math.sin(-2 * (Math.PI / 180)) * -0.2419,
      2,
    );
  });

  it('has cells at their nominal temperature in nominal sun', () => {
    expect(cellTemperature(20, 800, 45)).toBe(45);
  });

  it('gives level ground its own irradiance', () => {
    const sky = { global: 600, diffuse: 200, outside: 1360 };
    expect(tiltedIrradiance(sky, { zenith: 0.7, incidence: 0.7, tilt: 0 }, 0.2)).toBeCloseTo(600, 9);
  });

  it('runs 1,500 to 2,300 full-load hours of its inverter at Hami, where 1,580 were reported of the fleet', () => {
    const hours = sum(photovoltaicOutput(weather, supply.photovoltaic));
    expect(hours).toBeGreaterThan(1_500);
    expect(hours).toBeLessThan(2_300);
  });

  it('meets the sun by the clock of the weather: the same hours two hours late by a clock two hours ahead', () => {
    const ahead = emptyWeather({ ...weather, zone: weather.zone + 2 });
    for (const name of ['temperature', 'global', 'diffuse'] as const) {
      for (let i = 0; i < weather.hours; i++) {
        ahead[name][(i + 2) % weather.hours] = weather[name][i]!;
      }
    }
    const [here, there] = [weather, ahead].map((one) => sum(photovoltaicOutput(one, supply.photovoltaic)));
    expect(there! / here!).toBeCloseTo(1, 3);
    const wrong = sum(photovoltaicOutput({ ...ahead, zone: weather.zone }, supply.photovoltaic));
    expect(wrong / here!).toBeLessThan(0.99);
  });

  it('is clipped at the inverter', () => {
    const output = photovoltaicOutput(weather, { ...supply.photovoltaic, dcOverAc: 2 });
    expect(Math.max(...output)).toBe(1);
  });
});

describe('wind', () => {
  it('grows with height by the power law: 1.38 times at 100 m', () => {
    expect(hubSpeed(5, { hub: 100, shear: 0.14 }) / 5).toBeCloseTo(1.38, 2);
  });

  it('is nothing in a calm and in a storm, all at the rated speed, less in thin air', () => {
    expect(turbinePower(2, 1, supply.wind)).toBe(0);
    expect(turbinePower(30, 1, supply.wind)).toBe(0);
    expect(turbinePower(12, 1, supply.wind)).toBe(1);
    expect(turbinePower(8, 0.7, supply.wind)).toBeLessThan(turbinePower(8, 1, supply.wind));
  });

  it('has the full-load hours of the region, 2,272, and not those of a sheltered station', () => {
    const calm = { ...weather, wind: weather.wind.map(() => 0) };
    expect(windOutput(calm, supply.wind, 2272 / 8760)).toBeNull();
    expect(sum(windOutput(weather, supply.wind, 2272 / 8760)!)).toBeCloseTo(2272, 0);
  });
});

const flat = (value: number) => new Float64Array(48).fill(value);
const plan = (more: Partial<SupplyPlan> = {}): SupplyPlan => ({
  photovoltaicMw: 10,
  windMw: 0,
  photovoltaic: Float64Array.from({ length: 48 }, (_, i) => (i % 24 > 7 && i % 24 < 17 ? 0.8 : 0)),
  wind: flat(0),
  gridMw: 3,
  storage: { mwh: 20, mw: 5, roundTrip: 0.86, floor: 0.15 },
  curtailment: 0,
  ...more,
});

describe('dispatch', () => {
  it('balances energy to the joule, for any farm, storage and grid', () => {
    const farms = fc.record({
      sun: fc.double({ min: 0, max: 40, noNaN: true }),
      grid: fc.double({ min: 0, max: 10, noNaN: true }),
      mwh: fc.double({ min: 0, max: 100, noNaN: true }),
      curtailment: fc.double({ min: 0, max: 0.3, noNaN: true }),
      load: fc.double({ min: 0, max: 12, noNaN: true }),
    });
    fc.assert(
      fc.property(farms, ({ sun, grid, mwh, curtailment, load }) => {
        const storage = { mwh, mw: mwh / 4, roundTrip: 0.86, floor: 0.15 };
        const out = dispatch(flat(load), plan({ photovoltaicMw: sun, gridMw: grid, curtailment, storage }));
        const given = out.photovoltaic + out.wind + out.grid + out.discharged;
        const taken = out.load - out.unserved + out.charged + out.curtailed;
        expect(Math.abs(given - taken) * 3.6e9).toBeLessThan(1 + 1e-6 * out.load * 3.6e9);
        expect(out.lostInStorage).toBeGreaterThanOrEqual(-1e-9);
        for (const column of Object.values(out.byHour)) expect(Math.min(...column)).toBeGreaterThanOrEqual(0);
        expect(out.gridPeakMw).toBeLessThanOrEqual(grid + 1e-12);
        expect(out.stored.last).toBeLessThanOrEqual(mwh + 1e-9);
      }),
    );
  });

  it('counts the hours that nothing serves', () => {
    const out = dispatch(
      flat(4),
      plan({ gridMw: 0, storage: { mwh: 0, mw: 0, roundTrip: 0.86, floor: 0.15 } }),
    );
    expect(out.hoursUnserved).toBe(2 * 15);
    expect(out.unserved).toBeCloseTo(4 * 30, 9);
  });

  it('finds firm capacity that storage makes, and none without it', () => {
    const none = { mwh: 0, mw: 0, roundTrip: 0.86, floor: 0.15 };
    expect(firmCapacity(plan({ storage: none }), 0)).toBeLessThan(0.01);
    expect(firmCapacity(plan({ storage: { ...none, mwh: 400, mw: 100 } }), 0)).toBeGreaterThan(1);
  });
});

describe('feeders', () => {
  const constants = { powerFactor: 0.95, loading: 0.95 };

  it('carry what is left with one out, the tightest first', () => {
    const limits = feederLimits(
      { transformers: { count: 3, mva: 100 }, feeds: { count: 2, mva: 150 }, grantMw: 200 },
      constants,
    );
    expect(limits.map(({ part }) => part)).toEqual(['feeds', 'transformers', 'grant']);
    expect(limits[0]!.mw).toBeCloseTo(150 * 0.9025, 9);
    expect(feederLimits({ transformers: { count: 1, mva: 100 } }, constants)[0]!.mw).toBeCloseTo(90.25, 9);
    expect(feederLimits({}, constants)).toEqual([]);
  });

  it('say where there is no unit that could be out', () => {
    const [one] = feederLimits({ transformers: { count: 1, mva: 100 } }, constants);
    const [two] = feederLimits({ transformers: { count: 2, mva: 100 } }, constants);
    expect([one!.alone, two!.alone]).toEqual([true, undefined]);
    expect(one!.mw).toBe(two!.mw);
  });
});

describe('servers', () => {
  const { server } = middlesOf(grounds.power);

  it('idle at 1.42 of 6.55 kW and peak at their peak', () => {
    expect(serverPower(6.55, 0, server)).toBeCloseTo(1.42, 1);
    expect(serverPower(6.55, 1, server)).toBeCloseTo(6.55, 9);
    expect(dutyPower('idle', server).average).toBeCloseTo(server.idle, 9);
    expect(dutyPower('training', server).average).toBeGreaterThan(dutyPower('serving', server).average);
    expect([workloadOf('training'), workloadOf('serving')]).toEqual(['training', 'mixed']);
  });

  it('swing by tens of megawatts where 100 MW of them wait at once', () => {
    expect(synchronousSwing(100, server)).toBeGreaterThan(30);
    expect(synchronousSwing(100, server)).toBeLessThan(80);
  });

  it('read three times as much with headroom as metered, for the same chips', () => {
    const chain = { peakShare: 0.82, clusterOverhead: 1.1, diversity: 0.87, pue: 1.25 };
    const stated = statedPowers(100, { chain, provisioned: 0.9, headroom: 1.35 });
    expect(stated.node).toBeCloseTo(82, 9);
    expect(stated.it).toBeCloseTo(110, 9);
    expect(stated.headroom / stated.node).toBeGreaterThan(2);
    expect(stated.facility).toBeLessThan(stated.grant);
  });
});

describe('kinds of number', () => {
  const values = { peakShare: 0.82, clusterOverhead: 1.1, diversity: 0.87, pue: 1.25 };
  const options = { chain: values, provisioned: 0.9, headroom: 1.35 };

  it('has IT as metered between single servers and nameplates: what the chain computes', () => {
    const stated = statedPowers(100, options);
    const chain = powerChain([{ accelerators: 1e5, ratedW: 1000 }], values);
    expect(stated.metered).toBeCloseTo(chain.itMw, 9);
    expect(stated.facility).toBeCloseTo(chain.facilityMw, 9);
    expect(stated.it / stated.metered).toBeCloseTo(1 / (0.82 * 0.87), 9);
  });

  it('reads less at the meters of a site that stands idle, and is granted as much', () => {
    const [full, idle] = [statedPowers(100, options), statedPowers(100, { ...options, working: 0.22 })];
    expect(idle.metered / full.metered).toBeCloseTo(0.22, 9);
    expect(idle.facility / full.facility).toBeCloseTo(0.22, 9);
    expect([idle.node, idle.it, idle.grant, idle.headroom]).toEqual([
      full.node,
      full.it,
      full.grant,
      full.headroom,
    ]);
  });
});

describe('money', () => {
  it('counts the hours that are not served: accelerators stand still without power', () => {
    const asked = { chips: 1000, chipPrice: 3e5, itMw: 1.4, energyMwh: 12_000, tariff: 0.3 };
    const [full, half] = [{}, { served: 0.5 }].map((more) =>
      siteCost({ ...asked, ...more }, middlesOf(grounds.cost)),
    );
    expect(half!.perChipHour).toBeCloseTo(2 * full!.perChipHour, 9);
  });

  it('is due as an annuity: 8.72 % a year at 6 % over 20 years', () => {
    expect(annuity(0.06, 20)).toBeCloseTo(0.0872, 4);
    expect(annuity(0, 20)).toBe(0.05);
  });

  it('adds up to a cost of energy and of an accelerator hour', () => {
    expect(
      levelisedCost([{ capital: 1e6, years: 20 }], { usedMwh: 1000, discount: 0.06, upkeep: 0 }),
    ).toBeCloseTo(0.0872, 4);
    const cost = siteCost(
      { chips: 1000, chipPrice: 3e5, itMw: 1.4, energyMwh: 12_000, tariff: 0.3 },
      middlesOf(grounds.cost),
    );
    expect(cost.capital.servers).toBe(3e8);
    expect(cost.yearly.energy).toBeCloseTo(3.6e6, 6);
    const farmed = { chips: 1000, chipPrice: 3e5, itMw: 1.4, energyMwh: 2_000, tariff: 0.3, ownEnergy: 5e6 };
    expect(siteCost(farmed, middlesOf(grounds.cost)).yearly.energy).toBeCloseTo(5.6e6, 6);
    const yearly = Object.values(cost.yearly).reduce((a, b) => a + b, 0);
    expect(cost.perChipHour * 1000 * 8760 * 0.7).toBeCloseTo(yearly, 3);
  });
});
