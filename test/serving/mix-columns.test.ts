import { describe, expect, it } from 'vitest';
import { coherent } from '../../src/chips/figure.ts';
import { writtenPerSecond } from '../../src/serving/chip-day.ts';
import { chipDayColumn, mixColumns, mixColumnsAt, mixParameters } from '../../src/serving/mix-columns.ts';
import { workloads } from './data.ts';

const { service } = workloads;
const columns = mixColumns(service, { seed: 7, draws: 100_000 });
const rates = [
  {
    share: 1,
    rates: {
      contexts: [1000, 4000, 16_000],
      decode: [3000, 2000, 1000],
      prefill: [9000, 8000, 7000],
      spread: 0.2,
    },
  },
];

describe('draws of a service', () => {
  it.each(mixParameters)('follow their distribution: %s', (name) => {
    const sorted = columns[name].slice().sort();
    const of = coherent(service[name].quantity)!;
    expect(sorted[50_000]! / of.quantile(0.5)).toBeCloseTo(1, 2);
    if (!['cacheHits', 'decodeFilled', 'prefillFilled', 'inService', 'peakOverMean'].includes(name)) return;
    if (name === 'peakOverMean') expect(sorted[0]).toBeGreaterThanOrEqual(1);
    else expect(sorted[99_999]).toBeLessThanOrEqual(1);
  });

  it('do not depend on where a range begins, nor on which of its draws are asked for', () => {
    const column = { from: 5000, draws: 1000 };
    const part = mixColumnsAt(service, { seed: 7, column, draws: Uint32Array.of(0, 999, 37) });
    for (const name of [...mixParameters, 'error'] as const) {
      expect([...part[name]]).toEqual([5000, 5999, 5037].map((d) => columns[name][d]));
    }
  });
});

/** The same numbers in some draws. */
const at = (...draws: number[]) =>
  mixColumnsAt(service, {
    seed: 7,
    column: { from: 0, draws: columns.error.length },
    draws: Uint32Array.from(draws),
  });

describe('tokens of a chip and day', () => {
  it('are computed draw by draw', () => {
    const all = chipDayColumn(rates, columns);
    expect(chipDayColumn(rates, at(3, 70_000))).toEqual(Float64Array.of(all[3]!, all[70_000]!));
  });

  it('count what is read as well as what is written', () => {
    const sure = (value: number) => new Float64Array(1).fill(value);
    const one = {
      readPerWritten: sure(3),
      cacheHits: sure(1),
      context: sure(4000),
      decodeFilled: sure(1),
      prefillFilled: sure(1),
      peakOverMean: sure(2),
      inService: sure(0.5),
      error: sure(0),
    };
    expect(chipDayColumn(rates, one)[0]).toBeCloseTo(2000 * 4 * 86_400 * 0.25, 6);
  });

  it('are those of the formula for one chip', () => {
    const d = 17;
    const {
      readPerWritten,
      cacheHits,
      context,
      decodeFilled,
      prefillFilled,
      peakOverMean,
      inService,
      error,
    } = columns;
    const mix = {
      readPerWritten: readPerWritten[d]!,
      cacheHits: cacheHits[d]!,
      context: context[d]!,
      decodeFilled: decodeFilled[d]!,
      prefillFilled: prefillFilled[d]!,
    };
    const each =
      writtenPerSecond(rates[0]!.rates, mix) *
      (1 + mix.readPerWritten) *
      Math.exp(0.2 * error[d]!) *
      inService[d]!;
    const found = chipDayColumn(rates, at(d))[0]!;
    expect(found / ((each * 86_400) / peakOverMean[d]!)).toBeCloseTo(1, 12);
  });

  it('are a mean over kinds', () => {
    const half = rates.map(({ rates: { contexts, decode, prefill } }) => ({
      share: 0.5,
      rates: {
        contexts,
        decode: decode.map((one) => one / 2),
        prefill: prefill.map((one) => one / 2),
        spread: 0.2,
      },
    }));
    const mixed = [{ ...rates[0]!, share: 0.5 }, ...half];
    const draws = at(5);
    const whole = chipDayColumn(rates, draws)[0]!;
    expect(chipDayColumn(mixed, draws)[0]! / whole).toBeCloseTo(0.75, 12);
  });
});
