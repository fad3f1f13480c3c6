import { describe, expect, it } from 'vitest';
import { coherent } from '../../src/chips/figure.ts';
import { parseWorkloads, shapeOf } from '../../src/serving/workloads.ts';
import { dataFiles } from '../chips/data.ts';
import { faults, workloads } from './data.ts';

describe('the workloads that come with Sandtable', () => {
  it('have no faults', () => {
    expect(faults).toEqual([]);
  });

  it('have lengths whose means are those of the traces', () => {
    for (const { id, read, write, means } of [...workloads.requests.values()].map(shapeOf)) {
      expect(read.mean / means.read, id).toBeGreaterThan(0.85);
      expect(read.mean / means.read, id).toBeLessThan(1.15);
      expect(write.mean / means.write, id).toBeGreaterThan(0.85);
      expect(write.mean / means.write, id).toBeLessThan(1.15);
    }
  });

  it('give the same peak to a load and to what tokens a day rest on', () => {
    const peak = Math.max(...workloads.load.get('conversation')!.hours);
    expect(coherent(workloads.service.peakOverMean.quantity)!.quantile(0.5)).toBeCloseTo(peak, 2);
  });

  it('know where each figure is written', () => {
    expect(workloads.service.pace.place).toMatchObject({ file: 'data/workloads/service.yaml' });
    expect(workloads.demand.get('china')!.reported[0]!.tokens.place!.line).toBeGreaterThan(1);
  });
});

describe('workloads that are wrong', () => {
  it('lack a section', () => {
    const { workloads: none, faults: wrong } = parseWorkloads([]);
    expect(none).toBeUndefined();
    expect(new Set(wrong.map(({ code }) => code))).toEqual(new Set(['ST-W001']));
  });

  it('have a load without a mean of 1, or a source that is not described', () => {
    const files = dataFiles('workloads').map(({ path, text }) => ({
      path,
      text: text
        .replace('hours: [0.88', 'hours: [3.88')
        .replace('sources: [areapac-latency]', 'sources: [nobody]'),
    }));
    const { faults: wrong } = parseWorkloads(files, new Set(['areapac-latency']));
    expect(wrong.map(({ code }) => code)).toContain('ST-W002');
    expect(wrong.find(({ what }) => what.includes('`nobody`'))).toMatchObject({ code: 'ST-S042' });
  });
});
