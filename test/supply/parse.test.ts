import { describe, expect, it } from 'vitest';
import { parseSupply } from '../../src/supply/parse.ts';
import { catalogue, dataFiles, sourceIds } from '../chips/data.ts';
import { faults, grades, supply } from './data.ts';

const files = dataFiles('supply');
const edited = (path: string, change: (text: string) => string) =>
  parseSupply(
    files.map((file) => (file.path.endsWith(path) ? { ...file, text: change(file.text) } : file)),
    { catalogue, grades, sources: sourceIds },
  ).faults;
const codes = (path: string, from: string | RegExp, to: string) =>
  edited(path, (text) => text.replace(from, to)).map(({ code }) => code);

describe('the pools in data/supply', () => {
  it('have no faults', () => {
    expect(faults).toEqual([]);
    expect([...supply.pools.keys()].sort()).toEqual(['domestic', 'legal', 'restricted']);
  });

  it('keep estimates that disagree side by side, and what is not used with its reason', () => {
    const smuggled = supply.pools.get('restricted')!.streams.find(({ id }) => id === 'smuggled')!;
    expect(smuggled.estimates.length).toBeGreaterThanOrEqual(8);
    const context = [...supply.pools.values()].flatMap((pool) => pool.context);
    expect(context.length).toBeGreaterThan(6);
    expect(context.every(({ why }) => why.length > 20)).toBe(true);
  });

  it('turn equivalents of another chip into accelerators of the stream', () => {
    const estimate = supply.pools
      .get('restricted')!
      .streams.flatMap(({ estimates }) => estimates)
      .find(({ id }) => id === 'grunewald-2026')!;
    // 24,000 B300 of 2.27 H100 each, in a mix of H200, B200 and B300 with 1.9 H100 in the mean.
    expect(Math.exp(estimate.reading!.mu) / ((24e3 * 2.27) / 1.9)).toBeCloseTo(1, 1);
  });
});

describe('parseSupply', () => {
  it.each([
    [
      'legal.yaml',
      'chips: { a800-sxm: 0.9, a800-pcie: 0.1 }',
      'chips: { a800-sxm: 0.9, a800-pcie: 0.2 }',
      'ST-Y001',
    ],
    ['restricted.yaml', 'reading: 52k (41k..67k)\n    why: ', 'note: ', 'ST-Y002'],
    ['restricted.yaml', 'measure: stock\n    at: 2021-12-31', 'measure: flow\n    at: 2021-12-31', 'ST-Y003'],
    ['legal.yaml', 'from: 2023-01-01\n    to: 2023-12-31', 'from: 2023-12-31\n    to: 2023-01-01', 'ST-Y003'],
    ['domestic.yaml', 'stream: ascend', 'stream: asecnd', 'ST-Y004'],
    ['domestic.yaml', 'ascend-910c: 0.25', 'ascend-91c: 0.25', 'ST-C001'],
    ['domestic.yaml', 'sources: [laotiantimes-2025-02-26]', 'sources: [laotiantimes]', 'ST-S042'],
    ['restricted.yaml', 'says: 25,000', 'says: 25,000 MW', 'ST-U007'],
  ])('reports %s with %j instead of %j', (path, to, from, code) => {
    expect(codes(path, to, from)).toContain(code);
  });

  it('says what was perhaps meant', () => {
    const [fault] = edited('domestic.yaml', (text) => text.replace('stream: ascend\n', 'stream: asecnd\n'));
    expect(fault).toMatchObject({
      fix: 'Did you mean ascend?',
      place: { file: 'data/supply/domestic.yaml' },
    });
  });

  it('needs the rules and a pool', () => {
    const none = parseSupply([], { catalogue, grades });
    expect(none.supply).toBeUndefined();
    expect(none.faults.map(({ code }) => code)).toEqual(['ST-Y005']);
  });
});
