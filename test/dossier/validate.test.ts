import { describe, expect, it } from 'vitest';
import { readDossier } from '../../src/dossier/parse.ts';
import { told } from '../../src/errors/told.ts';
import { parseSources } from '../../src/sources/source-file.ts';
import { edited, minimal, options, placeAt, placesOf } from './minimal.ts';

const site = 'sites/example-county.yaml';
const [hub, evidence, sources] = ['hub.yaml', 'evidence.yaml', 'sources.yaml'];

describe('validateDossier', () => {
  it.each([
    ['an id that is not the folder', hub, 'id: minimal', 'id: maximal', 'ST-D007', 'id: ^maximal'],
    ['an id that is not the file', site, 'id: example-county', 'id: other-county', 'ST-D007', 'id: ^other'],
    ['two claims of one id', site, 'id: county-plan', 'id: hub-plan', 'ST-D009', 'id: ^hub-plan'],
    [
      'two items of one id',
      evidence,
      'id: county-lit',
      'id: county-budget',
      'ST-D009',
      'id: ^county-budget\n  kind: lit',
    ],
    [
      'an unknown source of a claim',
      hub,
      'source: example-notice',
      'source: example-notise',
      'ST-S042',
      ' ^example-notise',
    ],
    [
      'an unknown source of evidence',
      evidence,
      'source: example-tender',
      'source: example-tendr',
      'ST-S042',
      ' ^example-tendr',
    ],
    [
      'an unknown source of a limit',
      site,
      '2024-06, source: example-notice',
      '2024-06, source: nobody',
      'ST-S042',
      '^nobody',
    ],
    [
      'an unknown source of a location',
      site,
      '500 to 1700 m }',
      '500 to 1700 m, source: nobody }',
      'ST-S042',
      '^nobody',
    ],
    [
      'an unknown site',
      evidence,
      'about: [example-county]',
      'about: [hub, example-cuonty]',
      'ST-D010',
      '^example-cuonty',
    ],
    ['an unknown chip', hub, 'chips: h100-sxm5', 'chips: h100-sxm', 'ST-D018', '^h100-sxm }'],
    [
      'an unknown named chip',
      hub,
      'namedChips: [h100-sxm5]',
      'namedChips: [h100-sxm5, h2000]',
      'ST-D018',
      '^h2000',
    ],
    ['a site outside the regions', site, 'region: xinjiang', 'region: qinghai', 'ST-D019', '^qinghai'],
    [
      'something published before it happened',
      evidence,
      'published: 2024-09-14',
      'published: 2024-08',
      'ST-D015',
      'd: ^2024-08',
    ],
    [
      'a claim published before it was made',
      hub,
      'published: 2024-07-02',
      'published: 2023',
      'ST-D015',
      '^2023',
    ],
    ['something due before it was promised', site, 'due: 2025-06', 'due: 2024-05', 'ST-D016', '^2024-05'],
    ['a claim that says nothing', hub, /says: .*/, 'says: {}', 'ST-D017', '^{}'],
    ['a limit of another kind', site, 'amount: 20 MVA', 'amount: 20 m2', 'ST-D020', '^20 m2'],
    ['a negative count', hub, 'accelerators: "4,000"', 'accelerators: -4000', 'ST-S027', '^-4000'],
    ['no sites counted', site, 'count: 1', 'count: 0', 'ST-S024', 'count: ^0'],
    ['a count that is no number', site, 'count: 1', 'count: .nan', 'ST-S011', '^.nan'],
    ['an interval upside down', site, '500 to 1700 m', '1700 to 500 m', 'ST-U011', '^1700 to 500'],
    ['an unknown unit', site, '4000 P,', '4000 Pflops,', 'ST-U005', '^Pflops'],
    ['a unit of another kind', site, 'power: 12 MW', 'power: 12 m2', 'ST-U007', '^12 m2'],
    ['a figure without a unit', site, 'power: 12 MW', 'power: 12', 'ST-U006', 'power: ^12'],
    ['a place off the globe', site, 'latitude: 43.25', 'latitude: 143.25', 'ST-S024', '^143.25'],
  ] as const)('refuses %s', (_, path, from, to, code, passage) => {
    const files = edited(path, from, to);
    const found = placesOf(files).filter((one) => !/ST-D03\d/.test(one));
    expect(found).toEqual([`${code} ${placeAt(files, path, passage)}`]);
  });

  it('refuses two sources of one id, also where one of them is shared', () => {
    const files = edited(sources, '- id: example-tender', '- id: example-notice');
    const place = placeAt(files, sources, 'id: ^example-notice\n  title: { en: Call');
    expect(placesOf(files)).toContain(`ST-S043 ${place}`);
    const { text } = minimal.find(({ path }) => path === sources)!;
    const sharedSources = parseSources([{ path: 'data/sources/x.yaml', text }]);
    const { faults } = readDossier(minimal, { ...options, sharedSources });
    expect(faults.map(({ code }) => code)).toEqual(['ST-S043', 'ST-S043', 'ST-S043']);
    expect(faults[0]!.what).toBe(
      'The source `example-notice` is already described in data/sources/x.yaml:2.',
    );
  });

  it('refuses a hub without a site of its own', () => {
    const place = placeAt(minimal, hub, 'id: ^minimal');
    expect(placesOf(edited(site, 'role: hub', 'role: context'))).toEqual([`ST-D008 ${place}`]);
    expect(placesOf(minimal.filter(({ path }) => path !== site))).toContain(`ST-D008 ${place}`);
  });

  it('refuses a site that is called hub', () => {
    const files = edited(site, 'id: example-county', 'id: hub').map((file) =>
      file.path === site ? { ...file, path: 'sites/hub.yaml' } : file,
    );
    expect(placesOf(files).filter((one) => one.startsWith('ST-D009'))).toEqual([
      'ST-D009 sites/hub.yaml:2:5',
    ]);
  });

  it('proposes the nearest id', () => {
    const files = edited(evidence, 'source: example-tender', 'source: example-tendr');
    expect(readDossier(files, options).faults[0]!.fix).toBe('Did you mean example-tender?');
  });

  it.each([
    [
      'an entry after the date of the dossier',
      hub,
      'asOf: 2025-12-31',
      'asOf: 2025-07',
      'ST-D030',
      evidence,
      '^2025-08',
    ],
    [
      'a source that is never used',
      evidence,
      'source: example-tender',
      'source: example-notice',
      'ST-D031',
      sources,
      '^example-tender',
    ],
    [
      'an entry before its source',
      sources,
      'published: 2024-09-14',
      'published: 2024-10-01',
      'ST-D033',
      evidence,
      '^2024-09-14',
    ],
  ])('warns of %s, and goes on', (_, path, from, to, code, file, passage) => {
    const files = edited(path, from, to);
    const { dossier, faults } = readDossier(files, options);
    expect(dossier!.warnings).toEqual(told(faults));
    expect(placesOf(files)).toEqual([`${code} ${placeAt(files, file, passage)}`]);
  });

  it('does not warn of a page that came out later where the item says so', () => {
    const later = edited(sources, 'published: 2024-09-14', 'published: 2024-10-01');
    const item = later.find(({ path }) => path === evidence)!;
    const text = item.text.replace('  published: 2024-09-14\n', '  published: 2024-09-14\n  retro: true\n');
    expect(text).not.toBe(item.text);
    const files = later.map((file) => (file === item ? { ...file, text } : file));
    expect(readDossier(files, options).faults).toEqual([]);
  });

  it('warns of judged assumptions and refuses those without a reason', () => {
    const judged =
      '- path: site.pue\n  value: 1.15 to 1.3\n  basis: judged\n  by: me\n  why: cold desert air\n';
    const told = (text: string) => placesOf([...minimal, { path: 'assumptions.yaml', text }]);
    expect(told(judged)).toEqual(['ST-D032 assumptions.yaml:1:3']);
    expect(told(judged.replace('  why: cold desert air\n', ''))).toEqual(['ST-S040 assumptions.yaml:3:10']);
    expect(told(judged.replace('judged', 'derived'))).toEqual(['ST-S041 assumptions.yaml:3:10']);
    const sourced = judged.replace('judged', 'derived').concat('  sources: [nobody]\n');
    expect(told(sourced)).toEqual(['ST-S042 assumptions.yaml:6:12']);
  });

  it('refuses files that are no part of a dossier, and a folder without hub.yaml', () => {
    const stray = placesOf([...minimal, { path: 'evidnce.yaml', text: '[]' }]);
    expect(stray).toEqual(['ST-D005 evidnce.yaml:1:1']);
    expect(placesOf(minimal.filter(({ path }) => path !== hub))).toContain('ST-D001');
    expect(placesOf([])).toEqual(['ST-D001']);
  });
});

describe('validateKinds', () => {
  it.each([
    ['an unknown kind', 'kind: approval', 'kind: aproval', 'ST-D011', '^aproval'],
    ['an unknown finding', 'finding: granted', 'finding: grantd', 'ST-D012', '^grantd'],
    ['a missing finding', '  finding: granted\n', '', 'ST-D012', 'kind: ^approval'],
    ['a finding where the kind has none', '260m CNY', '260m CNY\n  finding: seen', 'ST-D012', '^seen'],
    ['a missing amount', '  observed: 260m CNY\n', '', 'ST-D013', 'kind: ^budget'],
    ['a missing ratio', '  per: 1000 P\n', '', 'ST-D013', 'kind: ^budget'],
    ['an amount where the kind has none', 'granted', 'granted\n  observed: 3 MW', 'ST-D013', '^3 MW'],
    ['an amount of another kind', '260m CNY', '260 MW', 'ST-D014', '^260 MW'],
  ])('refuses %s', (_, from, to, code, passage) => {
    const files = edited(evidence, from, to);
    expect(placesOf(files)).toEqual([`${code} ${placeAt(files, evidence, passage)}`]);
  });

  it('checks the kinds of looks', () => {
    const look =
      '- { id: l, name: { en: Look }, kind: thermal, about: example-county, grade: A2, cost: 500 USD, lead: 14 d }\n';
    expect(placesOf([...minimal, { path: 'looks.yaml', text: look }])).toEqual(['ST-D011 looks.yaml:1:38']);
    const right = look.replace('thermal', 'tender');
    const { dossier } = readDossier([...minimal, { path: 'looks.yaml', text: right }], options);
    expect(dossier!.looks[0]).toMatchObject({
      kind: 'tender',
      cost: { text: '500 USD' },
      about: ['example-county'],
    });
  });
});
