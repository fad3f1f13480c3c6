import { describe, expect, it } from 'vitest';
import { parseSite } from '../../src/site/parse.ts';
import { dataFiles, sourceIds } from '../chips/data.ts';
import { faults, site } from './data.ts';

const files = dataFiles('site');
const codes = (path: string, from: string, to: string) =>
  parseSite(
    files.map((file) => (file.path.endsWith(path) ? { ...file, text: file.text.replace(from, to) } : file)),
    sourceIds,
  ).faults.map(({ code }) => code);

describe('parseSite', () => {
  it('reads data/site without faults', () => {
    expect(faults).toEqual([]);
    expect([...site.regions.keys()]).toContain('xinjiang');
  });

  it.each([
    ['pue.yaml', '{ air-chiller: 0.4,', '{ air-chiller: 0.5,', 'ST-P001'],
    ['pue.yaml', '{ air-chiller: 0.4,', '{ air-chller: 0.4,', 'ST-P002'],
    ['power.yaml', 'floor:\n', 'flor:\n', 'ST-S021'],
    ['power.yaml', 'value: 200 to 600 W', 'value: 200 to 600 MVA', 'ST-U008'],
    ['power.yaml', 'value: 0.6 to 3.5 kW/m2', 'value: unknown', 'ST-C004'],
    ['pue.yaml', 'gsf-cloud-regions]', 'gsf]', 'ST-S042'],
  ])('reports %s with %j changed to %j', (path, from, to, code) => {
    expect(codes(path, from, to)).toContain(code);
  });

  it('reports every missing section at once', () => {
    const { site: none, faults } = parseSite([]);
    expect(none).toBeUndefined();
    expect(faults).toHaveLength(8);
    expect(new Set(faults.map(({ code }) => code))).toEqual(new Set(['ST-P003']));
  });
});
