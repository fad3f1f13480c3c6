import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseWorldData } from '../../src/assessment/knowledge.ts';
import { filesIn } from '../../src/dossier/files.ts';
import { loadData } from '../../src/dossier/folder.ts';
import { loadDossier } from '../../src/dossier/load.ts';
import { compileHub } from '../../src/installed/compile.ts';
import { exactDays, exactValue } from '../../src/installed/exact-value.ts';
import { parseKinds } from '../../src/installed/kind-file.ts';
import { kindRules } from '../../src/installed/kind-rules.ts';
import { reliabilityOf } from '../../src/installed/reliability.ts';
import { likelihoodIn } from '../../src/installed/sight.ts';
import { LIT, NAMED, SHELL, type SiteWorld, states } from '../../src/installed/world.ts';
import { parseWorld } from '../../src/installed/world-file.ts';
import { worldModel } from '../../src/installed/world-model.ts';
import { parsePartialDate } from '../../src/sources/date.ts';
import type { PartialDate } from '../../src/sources/source.ts';
import { parseQuantity } from '../../src/units/parse.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const data = loadData(`${root}data`);
const world = parseWorldData(data);
const dossier = loadDossier('xinjiang-qinghai', {
  data,
  kinds: kindRules(world.kinds),
  chips: new Set(world.catalogue.chips.keys()),
  dossiersFolders: [`${root}dossiers`],
});
const compileAt = (text: string, drop: string[] = []) =>
  compileHub(dossier, world, {
    asOf: parsePartialDate(text) as PartialDate,
    drop: new Set(drop),
    permitted: () => null,
    world: worldModel(world.parameters),
  });

const worldOf = (part: Partial<SiteWorld>): SiteWorld => ({
  ...{ destiny: LIT, route: NAMED, full: true, constructionFrom: 0, shellFrom: 0, litFrom: 0 },
  ...{ ramp: 1, fill: 1, claimed: 1000, firstBlock: 30 },
  ...part,
});

describe('compileHub', () => {
  const now = compileAt('2026-11-23');

  it('uses every item at its own date and nothing published later', () => {
    expect(now.items.length).toBeGreaterThanOrEqual(60);
    const then = compileAt('2025-03-31');
    const last = (parsePartialDate('2025-03-31') as PartialDate).to;
    expect(then.items.every(({ published }) => published.to <= last)).toBe(true);
    expect(then.later.length + then.items.length).toBeLessThanOrEqual(dossier.evidence.length);
    expect(then.later.length).toBeGreaterThan(0);
    expect(then.model.day).toBe(last);
  });

  it('measures against the claim once it is published, and against the sites before', () => {
    expect(now.model.claimedFleet).toBe(115_000);
    expect(compileAt('2024-12-31').model.claimedFleet).toBeLessThan(60_000);
  });

  it('refuses a date by which nothing was known', () => {
    expect(() => compileAt('2019')).toThrow(/ST-I001/);
  });

  it('leaves out what is dropped and gives every other item a place', () => {
    const less = compileAt('2026-11-23', ['yiwu-lit-2025-01']);
    expect(less.items.map(({ id }) => id)).not.toContain('yiwu-lit-2025-01');
    expect(less.items.length).toBe(now.items.length - 1);
    const used = new Set(
      [...now.model.sites.flatMap(({ items }) => items), ...now.model.hubItems].map(({ item }) => item),
    );
    expect(used.size).toBeGreaterThan(0.9 * now.items.length);
  });

  it('makes an origin heard in several places a global variable, and no other', () => {
    const shared = now.model.origins.map(({ id }) => id);
    expect(shared).toContain('hami-government');
    expect(shared).not.toContain('tuoli-government');
  });

  it('does not count a court case twice that the pool already rests on', () => {
    const hubItems = now.model.hubItems.map(({ item }) => now.items[item]!.id);
    expect(hubItems).not.toContain('court-supermicro-2026-03');
  });

  it('gives looks outcomes that share the whole', () => {
    for (const look of now.model.looks) {
      for (const destiny of [SHELL, LIT]) {
        const sum = look.outcomes.reduce(
          (total, _, o) => total + likelihoodIn(look.sights[o]!, worldOf({ destiny })),
          0,
        );
        expect(sum).toBeCloseTo(1, 9);
      }
    }
  });

  it('reads a tender that names no chip as speaking against the named one', () => {
    const site = now.model.sites.find(({ id }) => id === 'changji-nyocor')!;
    const tender = site.items.find(({ item }) => now.items[item]!.kind === 'tender')!;
    const at = (route: number) => tender.observation.likelihood(worldOf({ route }));
    expect(at(1)).toBeGreaterThan(at(NAMED));
  });
});

describe('the data of the model', () => {
  it('has unlit shares that sum to one, paces that straddle one, and shares in order of the presets', () => {
    const model = worldModel(world.parameters);
    expect(model.unlit.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(model.pace.values[0]!).toBeLessThan(1);
    expect(model.pace.values.at(-1)!).toBeGreaterThan(1);
    const medians = (['sceptic', 'neutral', 'believer'] as const).map((preset) =>
      model.poolShare[preset].quantile(0.5),
    );
    expect([...medians].sort((a, b) => a - b)).toEqual(medians);
  });

  it('names a kind and its place when a probability is out of range', () => {
    const [file] = filesIn(data, 'evidence');
    const broken = file!.text.replace(/paper: 0?\.?\d+/, 'paper: 7');
    expect(() => parseKinds([{ path: file!.path, text: broken }])).toThrow(file!.path);
  });

  it('refuses a world without one of its parameters', () => {
    const [file] = filesIn(data, 'installed');
    expect(() => parseWorld({ path: file!.path, text: file!.text.replace('ramp:', 'rampe:') })).toThrow(
      /ramp/,
    );
  });

  it('weighs a grade by letter and digit', () => {
    const { reliability, credibility } = reliabilityOf({ reliability: 'B', credibility: 2 }, world.grades);
    expect(reliability.mean).toBeCloseTo(0.8, 6);
    expect(credibility).toBeCloseTo(0.9, 6);
  });
});

describe('exactValue', () => {
  it('takes one number for each way of writing one', () => {
    expect(exactValue(parseQuantity('600 MW'))).toBe(600e6);
    expect(exactValue(parseQuantity('10 to 1000'))).toBeCloseTo(100, 9);
    expect(exactValue(parseQuantity('3 (2..4)'))).toBe(3);
    expect(exactValue(parseQuantity('over 115k'))).toBe(115_000);
    expect(exactDays(parseQuantity('30 d'))).toBe(30);
  });

  it('knows the fifteen states', () => {
    expect(states.length).toBe(15);
  });
});
