import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { assess } from '../../src/assessment/assess.ts';
import { parseWorldData } from '../../src/assessment/knowledge.ts';
import { planRun } from '../../src/assessment/plan.ts';
import type { Dossier } from '../../src/dossier/dossier.ts';
import { filesIn } from '../../src/dossier/files.ts';
import { dossierIds, loadData } from '../../src/dossier/folder.ts';
import { checkDossier, loadDossier } from '../../src/dossier/load.ts';
import { type Outcome, parseOutcome } from '../../src/dossier/outcome.ts';
import { kindRules } from '../../src/installed/kind-rules.ts';
import { parsePartialDate } from '../../src/sources/date.ts';
import type { PartialDate } from '../../src/sources/source.ts';
import { parseSources } from '../../src/sources/source-file.ts';

const data = loadData('data');
const world = parseWorldData(data);
const known = 'dossiers/known';
const options = {
  data,
  kinds: kindRules(world.kinds),
  chips: new Set(world.catalogue.chips.keys()),
  dossiersFolders: [known],
};

/** Items of evidence a hub, as the list of cases has them. */
const items: Record<string, number> = {
  'aurora-2015': 3,
  oceanlight: 5,
  fugaku: 5,
  frontier: 5,
  lumi: 3,
  marenostrum5: 4,
  alps: 3,
  'meta-rsc': 3,
  'condor-galaxy': 5,
  'hongbo-yingbo': 4,
  'hohhot-cm': 3,
  lotus: 6,
  jinji: 3,
  'isambard-ai': 4,
  'ytl-johor': 3,
  indiaai: 3,
  'indosat-solo': 3,
  kazakhstan: 3,
  'bester-jinan': 4,
  'mount-pleasant': 4,
  'kenya-olkaria': 4,
  'colossus-1': 4,
  'qingyang-10k': 3,
  'abilene-p1': 4,
  urumqi: 3,
  rainier: 3,
  'korea-naic': 4,
  jamnagar: 4,
  huatie: 3,
  'abilene-1200': 5,
  qingyang: 4,
  'malaysia-huawei': 3,
  fermi: 5,
  ellendale: 4,
  ulsan: 3,
  firmus: 3,
  prometheus: 3,
  'stargate-norway': 3,
  'colossus-2': 3,
  'stargate-uk': 4,
  'stargate-argentina': 3,
};
const page = readFileSync('docs/explanation/known-hubs.md', 'utf8');
const ids = dossierIds([known]);

const outcomeOf = (id: string): Outcome => {
  const file = `${known}/${id}/outcome/outcome.yaml`;
  const { value, faults } = parseOutcome(readFileSync(file, 'utf8'), file);
  expect(faults).toEqual([]);
  return value!;
};
const day = (text: string): number => (parsePartialDate(text) as PartialDate).from;
const cases = ids.map((id) => ({ id, dossier: loadDossier(id, options), outcome: outcomeOf(id) }));

it('are the 41 cases, each once', () => {
  expect(ids).toEqual(Object.keys(items).sort());
  expect(new Set(cases.map(({ outcome }) => outcome.case)).size).toBe(41);
  expect(Object.values(items).reduce((sum, n) => sum + n, 0)).toBe(151);
});

describe.each(cases)('$id', ({ id, dossier, outcome }) => {
  const { hub, sites, evidence } = dossier;
  const claim = hub.claims[0]!;

  test('loads without a fault or a warning, with all its items', () => {
    expect(checkDossier(id, options).faults).toEqual([]);
    expect(evidence.length).toBe(items[id]);
    expect(evidence.map((item) => item.id)).toEqual(
      evidence.map((_, i) => `${outcome.case.toLowerCase()}-${String(i + 1).padStart(2, '0')}`),
    );
  });

  test('has a name and a summary in Chinese', () => {
    expect(hub.name.zh).toMatch(/\S/);
    expect(hub.summary.zh).toMatch(/[\u4e00-\u9fff].*。$/);
    expect([hub.name, hub.summary].filter(({ zh }) => /[\u4e00-\u9fff][,:;?!(]|\d %/.test(zh!))).toEqual([]);
  });

  test('says what a model of such hubs asks of a claim', () => {
    const { type, worldRegion } = hub;
    const promised = claim.says.due;
    expect(type && worldRegion && promised).toBeTruthy();
    expect(['built', 'contracted', 'intent']).toContain(claim.commitment);
    const [site, ...others] = sites.filter(({ role }) => role === 'hub');
    const said = site!.claims[0]!;
    expect(others).toEqual([]);
    expect([said.commitment, said.date, said.says.due]).toEqual([claim.commitment, claim.date, promised]);
    expect(said.says.accelerators ?? said.says.compute).toBeDefined();
  });

  test('has its dates in order, and no item from after its outcome', () => {
    const all = [...hub.claims, ...sites.flatMap(({ claims }) => claims), ...evidence];
    for (const { published, date } of all) {
      expect(published.to).toBeGreaterThanOrEqual(date.from);
      expect(published.from).toBeLessThanOrEqual(outcome.resolved.to);
      expect(published.to).toBeLessThanOrEqual(hub.asOf.to);
    }
    const course = [outcome.dates.construction, outcome.dates.firstLit, outcome.dates.fullLit];
    const days = course.flatMap((date) => date?.to ?? []);
    expect(days).toEqual([...days].sort((a, b) => a - b));
    expect(outcome.published.to).toBeGreaterThanOrEqual(outcome.resolved.from);
  });

  test('is replayed between its claim and its end', () => {
    const { p1, p2, p3 } = outcome.asOf;
    const days = [p1, p2, p3].flatMap((at) => (at === undefined ? [] : day(at)));
    const end = Math.min(claim.says.due!.to, outcome.resolved.to);
    expect(days).toEqual([...days].sort((a, b) => a - b));
    for (const at of days) {
      expect(at).toBeGreaterThan(claim.date.from);
      expect(at).toBeLessThanOrEqual(end);
    }
  });

  test('can be assessed on each of those days', () => {
    for (const asOf of Object.values(outcome.asOf)) {
      const { compiled } = planRun(dossier, world, { asOf });
      expect(compiled.sites.map((site) => site.role)).toContain('hub');
      expect(compiled.items.every(({ published }) => published.to <= day(asOf))).toBe(true);
    }
  });

  test('has a source for its outcome, and keeps it from the dossier', () => {
    const own = [`${known}/${id}/sources.yaml`, `${known}/${id}/outcome/sources.yaml`].flatMap(read);
    const { ids: known_, faults } = parseSources([...filesIn(data, 'sources'), ...own]);
    expect(faults).toEqual([]);
    expect(known_.has(outcome.source)).toBe(true);
  });
});

test.each(cases)('the page on the known hubs lists $id as it is', ({ id, dossier, outcome }) => {
  const { type, worldRegion, claims } = dossier.hub;
  const { commitment, date, says } = claims[0]!;
  const { atDue = '', twelveMonthsLater = '' } = outcome.fraction;
  const { result, confidence } = outcome;
  const course = [commitment, date.text, says.due!.text, result, atDue, twelveMonthsLater, confidence];
  expect(page).toContain(`| ${[`\`${id}\``, type, worldRegion, ...course].join(' | ')} |`);
});

describe('outcomes', () => {
  const of = (...samples: Outcome['sample'][]) =>
    cases.map(({ outcome }) => outcome).filter(({ sample }) => samples.includes(sample));
  const tally = (words: readonly string[]) =>
    Object.fromEntries([...new Set(words)].map((word) => [word, words.filter((one) => one === word).length]));

  test('come to the base rates of the list', () => {
    expect(tally(of('main').map(({ result }) => result))).toEqual({
      'on-time': 9,
      'late-12': 6,
      'late-over-12': 3,
      'late-open': 4,
      shrunk: 3,
      substituted: 2,
      cancelled: 3,
      stalled: 1,
      disowned: 1,
    });
    expect(of('main', 'wide').length).toBe(38);
    expect(of('main', 'wide').filter(({ onTime }) => onTime).length).toBe(10);
  });

  test('come to its stages, routes and fractions', () => {
    const stages = of('main', 'wide', 'stage').map(({ stage }) =>
      stage.atDue === 'none' ? 'paper' : stage.atDue,
    );
    const routes = cases.flatMap(({ outcome }) => (outcome.dates.firstLit ? outcome.route : []));
    const [due, later] = (['atDue', 'twelveMonthsLater'] as const).map((at) =>
      of('main').flatMap(({ fraction }) => fraction[at] ?? []),
    );
    expect(tally(stages)).toEqual({ paper: 12, construction: 7, shell: 3, lit: 17 });
    expect(tally(routes)).toEqual({ named: 20, legal: 3, domestic: 2, unknown: 1 });
    expect([due!.length, later!.length]).toEqual([32, 25]);
    expect(mean(due!)).toBeCloseTo(0.32, 2);
    expect(mean(later!)).toBeCloseTo(0.63, 2);
  });

  test('are read by no assessment', () => {
    const folder = mkdtempSync(join(tmpdir(), 'known-'));
    const there = join(folder, 'jinji');
    cpSync(`${known}/jinji`, there, { recursive: true });
    const judged = (): [Dossier, string] => {
      const dossier = loadDossier(there, options);
      return [dossier, JSON.stringify(assess(dossier, world, { draws: 4096 }))];
    };
    const before = judged();
    const file = join(there, 'outcome', 'outcome.yaml');
    const told = readFileSync(file, 'utf8');
    writeFileSync(file, told.replace('atDue: 0.25', 'atDue: 1').replace('onTime: false', 'onTime: true'));
    const other = judged();
    rmSync(join(there, 'outcome'), { recursive: true });
    const none = judged();
    rmSync(folder, { recursive: true });
    expect(other).toEqual(before);
    expect(none).toEqual(before);
  });

  test('move nothing of any dossier: removed, or replaced by nonsense', () => {
    for (const { id } of cases) {
      const folder = mkdtempSync(join(tmpdir(), 'known-'));
      const there = join(folder, id);
      cpSync(`${known}/${id}`, there, { recursive: true });
      const before = loadDossier(there, options);
      writeFileSync(join(there, 'outcome', 'outcome.yaml'), 'result: [a lie');
      const lied = loadDossier(there, options);
      rmSync(join(there, 'outcome'), { recursive: true });
      const none = loadDossier(there, options);
      rmSync(folder, { recursive: true });
      expect(lied, id).toEqual(before);
      expect(none, id).toEqual(before);
    }
  });

  test('are read by the backtest alone', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.ts'),
    );
    const naming = (what: RegExp) =>
      files
        .filter((path) => what.test(readFileSync(join('src', path), 'utf8')))
        .map((path) => path.replaceAll('\\', '/'));
    expect(naming(/from '[^']*dossier\/outcome\.ts'|'outcome\.yaml'/).sort()).toEqual([
      'backtest/known-hub.ts',
      'cli/known-hubs.ts',
    ]);
    expect(naming(/(?:from |import\()'[^']*\/known-hubs\.ts'/)).toEqual(['cli/library.ts']);
  });

  test('stand in no file that a dossier is made of', () => {
    for (const { dossier, outcome } of cases) {
      const { hub, sites, evidence } = dossier;
      const words = JSON.stringify([hub, sites, evidence]);
      expect(words).not.toContain(outcome.says.en);
      expect(words).not.toContain('outcome/');
    }
  });
});

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function read(path: string): { path: string; text: string }[] {
  try {
    return [{ path, text: readFileSync(path, 'utf8') }];
  } catch {
    return [];
  }
}
