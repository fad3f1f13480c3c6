import { describe, expect, it } from 'vitest';
import { parseControls } from '../../src/controls/parse.ts';
import { catalogue, sourceIds } from '../chips/data.ts';
import { controls, faults, files } from './data.ts';

const edited = (path: string, change: (text: string) => string) =>
  parseControls(
    files.map((file) => (file.path.endsWith(path) ? { ...file, text: change(file.text) } : file)),
    { catalogue, sources: sourceIds },
  ).faults.map(({ code, place }) => `${code} ${place?.file.split('/').at(-1)}`);

describe('the rules in data/controls', () => {
  it('have no faults', () => {
    expect(faults).toEqual([]);
    expect(controls.instruments.size).toBeGreaterThanOrEqual(58);
    expect([...controls.countries.keys()].length).toBeGreaterThan(240);
  });

  it('say of every instrument how well it is known, in words of their own', () => {
    for (const { id, summary, verified } of controls.instruments.values()) {
      expect(summary.en.length, id).toBeGreaterThan(20);
      expect('VSCK', id).toContain(verified);
      expect(summary.zh, id).toMatch(/\p{Script=Han}{4}/u);
    }
  });
});

describe('a day that no source gives', () => {
  it('is marked as judged wherever the announcement is known by its month alone', () => {
    const vague = [...controls.instruments.values()].filter(
      ({ announced, disclosed, effective }) =>
        announced.from < announced.to && effective && effective.text !== disclosed?.text,
    );
    expect(vague.length).toBeGreaterThan(0);
    for (const { id, judgedDays } of vague) expect(judgedDays, id).toContain('effective');
  });
});

describe('parseControls', () => {
  const rule = 'us-2023-10-advanced-computing.yaml';

  it.each<[string, (text: string) => string, string]>([
    ['a bound without unit', (text) => text.replace("tpp: '>= 4800'", "io: '>= 600'"), `ST-K004 ${rule}`],
    ['an unknown quantity', (text) => text.replace("tpp: '>= 4800'", "tops: '>= 600'"), `ST-K004 ${rule}`],
    [
      'an unknown instrument',
      (text) => text.replace('us-2023-01-macau', 'us-2023-01-makau'),
      `ST-K007 ${rule}`,
    ],
    [
      'dates out of order',
      (text) => text.replace('effective: 2023-11-17', 'effective: 2023-01-17'),
      `ST-K009 ${rule}`,
    ],
    ['an unknown source', (text) => text.replace('fr-88-73458', 'fr-88-73459'), `ST-S042 ${rule}`],
  ])('reports %s, where it stands', (_, change, code) => {
    expect(edited(rule, change)).toEqual([code]);
  });

  it('reports an unknown chip and an unknown party', () => {
    expect(edited('us-2025-04-amd-letter.yaml', (text) => text.replace('[mi308x]', '[mi308y]'))).toEqual([
      'ST-C001 us-2025-04-amd-letter.yaml',
    ]);
    expect(
      edited('us-2022-12-entity-list.yaml', (text) => text.replace('[cambricon]', '[kambricon]')),
    ).toEqual(['ST-K007 us-2022-12-entity-list.yaml']);
  });

  it('reports every missing section of the register', () => {
    const { controls: none, faults: missing } = parseControls(
      files.filter(({ path }) => !path.includes('/register/')),
    );
    expect(none).toBeUndefined();
    expect(missing.map(({ code }) => code)).toEqual(new Array(5).fill('ST-K008'));
  });
});
