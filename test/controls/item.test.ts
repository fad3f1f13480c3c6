import { describe, expect, it } from 'vitest';
import { describeItem, itemOf } from '../../src/controls/item.ts';
import { performanceDensity, processingPerformance } from '../../src/controls/processing-performance.ts';
import { SandtableError } from '../../src/errors/fault.ts';
import { catalogue } from '../chips/data.ts';

const faultsOf = (make: () => unknown) => {
  try {
    make();
  } catch (thrown) {
    if (thrown instanceof SandtableError) return thrown.faults.map(({ code }) => code);
    throw thrown;
  }
  return [];
};

describe('total processing performance', () => {
  it('of formats that reach the same is shown by the one that surely does: 1,600 x 8, not 752 to 800 x 16', () => {
    const { readings } = itemOf(catalogue.chips.get('ascend-910c')!);
    expect(readings).toMatchObject([
      { format: 'int8', rate: { low: 1600, high: 1600 }, tpp: { low: 12_800, high: 12_800 } },
    ]);
  });

  it('is the largest over formats of rate times bits: H100, 989.5 x 16 = 15,832', () => {
    const { readings, dieArea } = itemOf(catalogue.chips.get('h100-sxm5')!);
    expect(readings[0]).toMatchObject({ format: 'fp16', bits: 16, tpp: { low: 15_832, high: 15_832 } });
    expect(performanceDensity(readings[0]!.tpp, dieArea).high).toBeCloseTo(19.45, 3);
  });

  it('counts every published format, eight bits too', () => {
    expect(
      processingPerformance({ fp16: { low: 330, high: 330 }, fp8: { low: 660.6, high: 660.6 } })[0],
    ).toMatchObject({
      format: 'fp8',
      tpp: { low: 5284.8, high: 5284.8 },
    });
  });

  it('keeps a range a range', () => {
    expect(
      processingPerformance({ fp16: { low: 256, high: 345 }, int8: { low: 512, high: 512 } })[0]!.tpp,
    ).toEqual({
      low: 4096,
      high: 5520,
    });
  });

  it('is none where nothing is published, and what others print is told apart', () => {
    expect(processingPerformance({})).toEqual([]);
    expect(itemOf(catalogue.chips.get('ppu')!).readings.map(({ convention }) => convention)).toEqual([
      undefined,
      'printed',
    ]);
  });
});

describe('specifications', () => {
  it('replace the figures of a chip and describe one that is in no catalogue', () => {
    const chip = catalogue.chips.get('mlu370-x8')!;
    expect(itemOf(chip, { dieArea: '500 mm2' }).dieArea).toEqual({ low: 500, high: 500 });
    const stack = describeItem(
      { name: 'stack', kind: 'memory-stack' },
      { bandwidth: '819 GB/s', area: '110 mm2' },
    );
    expect(stack.density!.low).toBeCloseTo(7.445, 3);
  });

  it.each([
    ['dieArea', '-5 mm2'],
    ['dieArea', '0 mm2'],
    ['bandwidth', '4000 W'],
    ['bandwidth', 'fast'],
    ['fp16', '-148 TFLOP/s'],
    ['fp17', '148 TFLOP/s'],
    ['tpp', ''],
  ])('refuse %s=%s and say why', (key, text) => {
    expect(faultsOf(() => describeItem({ name: 'x' }, { [key]: text }))).toEqual(['ST-K005']);
  });

  it('refuse a performance below what a given rate alone makes, and allow one rounded down', () => {
    const of = (tpp: string, fp16: string) => faultsOf(() => describeItem({ name: 'x' }, { tpp, fp16 }));
    expect(of('4700', '1000 TFLOP/s')).toEqual(['ST-K003']);
    expect(of('4992', '312 TFLOP/s')).toEqual([]);
    expect(of('5284', '330.3 TFLOP/s')).toEqual([]);
    expect(of('20000', '312 TFLOP/s')).toEqual([]);
  });

  it('report every mistake at once', () => {
    expect(faultsOf(() => describeItem({ name: 'x' }, { dieArea: '-1 mm2', link: 'no' }))).toHaveLength(2);
  });
});
