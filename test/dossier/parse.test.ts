import { describe, expect, it } from 'vitest';
import { parseDossier, readDossier } from '../../src/dossier/parse.ts';
import { SandtableError } from '../../src/errors/fault.ts';
import { parseSources } from '../../src/sources/source-file.ts';
import { edited, minimal, options, placesOf } from './minimal.ts';

describe('parseDossier', () => {
  const dossier = parseDossier(minimal, options);

  it('reads, checks and links a dossier', () => {
    expect(dossier).toMatchObject({ id: 'minimal', warnings: [], looks: [], assumptions: [] });
    expect(dossier.hub).toMatchObject({ regions: ['xinjiang'], namedChips: ['h100-sxm5'], responses: [] });
    expect(dossier.hub).not.toHaveProperty('id');
    const [site] = dossier.sites;
    expect(site).toMatchObject({ id: 'example-county', role: 'hub', count: 1, projects: 1 });
    expect(site!.claims[0]!.says).toMatchObject({
      compute: { text: '4000 P', spread: { form: 'exact', value: 4000 } },
      due: { text: '2025-06' },
    });
    expect(site!.limits[0]).toMatchObject({ kind: 'feed', amount: { text: '20 MVA' } });
    expect(dossier.hub.claims[0]!.says.chips).toEqual(['h100-sxm5']);
    expect(dossier.evidence.map(({ id, about }) => [id, about])).toEqual([
      ['county-approval', ['example-county']],
      ['county-budget', ['example-county']],
      ['county-lit', ['example-county']],
    ]);
    expect([...dossier.sources.keys()]).toEqual(['example-notice', 'example-tender', 'example-notice-2025']);
  });

  it('knows where everything stands', () => {
    expect(dossier.evidence[2]!.place).toMatchObject({ file: 'minimal/evidence.yaml', line: 23, column: 3 });
    expect(dossier.sites[0]!.claims[0]!.place).toMatchObject({
      file: 'minimal/sites/example-county.yaml',
      line: 10,
    });
  });

  it('takes shared sources in, but only those that are used', () => {
    const shared = minimal.find(({ path }) => path === 'sources.yaml')!;
    const extra = shared.text.replaceAll('id: example-notice-2025', 'id: somewhere-else');
    const own = minimal.filter((file) => file !== shared);
    const files = [
      ...own,
      { path: 'sources.yaml', text: shared.text.slice(shared.text.indexOf('- id: example-notice-2025')) },
    ];
    const { dossier, faults } = readDossier(files, {
      ...options,
      sharedSources: parseSources([{ path: 'data/sources/x.yaml', text: extra }]),
    });
    expect(faults).toEqual([]);
    expect([...dossier!.sources.keys()]).toEqual(['example-notice', 'example-tender', 'example-notice-2025']);
  });

  it('gives a digest that depends on every text and path, and on nothing else', () => {
    const digest = (files = minimal, more = {}) => parseDossier(files, { ...options, ...more }).digest;
    expect(digest()).toMatch(/^[0-9a-f]{64}$/);
    expect(digest([...minimal].reverse())).toBe(digest());
    expect(digest(minimal, { folder: 'C:/Users/x/minimal' })).toBe(digest());
    const windows = minimal.map(({ path, text }) => ({ path, text: text.replaceAll('\n', '\r\n') }));
    expect(digest(windows)).toBe(digest());
    expect(digest([...minimal, { path: 'outcome.yaml', text: 'stage: lit' }])).toBe(digest());
    expect(digest([...minimal, { path: 'outcome/outcome.yaml', text: 'stage: lit' }])).toBe(digest());
    for (const { path } of minimal) expect(digest(edited(path, /^/, '# seen\n'))).not.toBe(digest());
    const moved = minimal.map((file) =>
      file.path === 'evidence.yaml' ? { ...file, path: 'evidence/all.yaml' } : file,
    );
    expect(digest(moved)).not.toBe(digest());
  });

  it('throws every fault of all files at once, in the order of files and lines', () => {
    const files = edited('hub.yaml', 'asOf: 2025-12-31', 'asOf: 2025-31-12');
    const broken = files.map(({ path, text }) => ({
      path,
      text: text
        .replace('power: 12 MW', 'power: 12')
        .replace('  origin: example-builder\n', '')
        .replace('type: tender', 'type: tenders'),
    }));
    const thrown = (() => {
      try {
        return parseDossier(broken, options);
      } catch (error) {
        return error as SandtableError;
      }
    })();
    expect(thrown).toBeInstanceOf(SandtableError);
    expect(
      (thrown as SandtableError).faults.map(({ code, place }) => `${code} ${place!.file}:${place!.line}`),
    ).toEqual([
      'ST-S020 minimal/evidence.yaml:12',
      'ST-S031 minimal/hub.yaml:6',
      'ST-U006 minimal/sites/example-county.yaml:11',
      'ST-S023 minimal/sources.yaml:14',
    ]);
  });

  it('follows the references of entries that have other faults', () => {
    const files = edited(
      'evidence.yaml',
      /kind: budget[\s\S]*?origin: .*/,
      'kind: bugdet\n  about: [nowhere, hub]\n  source: nobody',
    );
    expect(placesOf(files).map((one) => one.slice(0, 7))).toEqual([
      'ST-S020',
      'ST-D011',
      'ST-D010',
      'ST-S042',
    ]);
    const claim = edited(
      'hub.yaml',
      /source: example-notice\n {4}grade: B2/,
      'source: nobody\n    grade: b2',
    );
    expect(placesOf(claim).map((one) => one.slice(0, 7))).toEqual(['ST-S042', 'ST-S032']);
  });

  it('does not let one mistake look like two: ids of faulty entries stay known', () => {
    const alone = (path: string, from: string, to: string) => placesOf(edited(path, from, to));
    expect(alone('sources.yaml', 'type: tender', 'type: tenders')).toEqual([
      expect.stringMatching(/^ST-S023 sources.yaml/),
    ]);
    expect(alone('sites/example-county.yaml', 'role: hub', 'role: hubb')).toEqual([
      expect.stringMatching(/^ST-S023 sites/),
    ]);
    expect(alone('sites/example-county.yaml', 'id: county-plan', 'id: [county-plan')).toEqual([
      expect.stringMatching(/^ST-S004 sites/),
    ]);
    expect(alone('sources.yaml', '- id: example-notice\n', '- id: "example-notice\n')).toEqual([
      expect.stringMatching(/^ST-S004 sources/),
    ]);
  });
});
