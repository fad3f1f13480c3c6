import { readdirSync, readFileSync } from 'node:fs';
import { assessmentOf } from '../../src/assessment/assess.ts';
import type { Assessment } from '../../src/assessment/assessment.ts';
import { type HubColumns, hubColumns } from '../../src/assessment/hub-columns.ts';
import { parseWorldData, type World } from '../../src/assessment/knowledge.ts';
import { type AssessOptions, type Plan, planRun } from '../../src/assessment/plan.ts';
import type { Dossier } from '../../src/dossier/dossier.ts';
import type { TextFile } from '../../src/dossier/files.ts';
import { loadData } from '../../src/dossier/folder.ts';
import { parseDossier } from '../../src/dossier/parse.ts';
import { infer, type Posterior } from '../../src/installed/infer.ts';
import { kindRules } from '../../src/installed/kind-rules.ts';

export const data = loadData('data');
export const world: World = parseWorldData(data);

/** A dossier of the shelf, with files replaced or added by path. */
export function dossier(id: string, changes: Readonly<Record<string, string>> = {}): Dossier {
  const folder = `dossiers/${id}`;
  const files: TextFile[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml') && !(path in changes))
    .map((path) => ({ path, text: readFileSync(`${folder}/${path}`, 'utf8') }));
  const added = Object.entries(changes).map(([path, text]) => ({ path, text }));
  return parseDossier(
    [...files, ...added].sort((a, b) => (a.path < b.path ? -1 : 1)),
    {
      name: id,
      folder,
      sharedSources: { sources: world.sources, places: world.sourcePlaces },
      kinds: kindRules(world.kinds),
      chips: new Set(world.catalogue.chips.keys()),
    },
  );
}

export const twoHalls = dossier('two-halls');

/**
 * Two Halls with a pool that binds, a claim fifty times as large, a record that stands for two yards, a context site and
 * an item about the hub as a whole.
 */
export const yards = dossier('two-halls', {
  'hub.yaml': `${readFileSync('dossiers/two-halls/hub.yaml', 'utf8').replace('"1,000"', '"90,000"')}pool: restricted\n`,
  'sites/hall-a.yaml': readFileSync('dossiers/two-halls/sites/hall-a.yaml', 'utf8').replace(
    '"800"',
    '"40,000"',
  ),
  'sites/yards.yaml': siteText('yards', { role: 'hub', count: 2, accelerators: '49,800' }),
  'sites/neighbour.yaml': siteText('neighbour', { role: 'context', count: 1, accelerators: '500' }),
  'evidence/more.yaml': [
    itemText('denial', { kind: 'vendor-denial', about: 'hub', says: 'finding: denied' }),
    itemText('yards-begun', { kind: 'construction-start', about: 'yards', says: 'finding: seen' }),
    itemText('neighbour-lit', { kind: 'lit-capacity', about: 'neighbour', says: 'observed: 300 P' }),
  ].join(''),
});

function siteText(id: string, { role, count, accelerators }: Record<string, string | number>): string {
  return `id: ${id}
name: { en: "${id} (invented)" }
role: ${role}
region: exampleland
count: ${count}
projects: ${count}
claims:
  - id: ${id}-plan
    says: { accelerators: "${accelerators}", chips: [h100-sxm5] }
    by: Operator (invented)
    commitment: approved
    date: 2024-01-15
    published: 2024-01-20
    source: example-approval
    grade: B2
`;
}

/** An item of an origin of its own. */
export function itemText(
  id: string,
  { kind, about, says, grade = 'B2' }: { kind: string; about: string; says: string; grade?: string },
): string {
  return `- id: ${id}
  kind: ${kind}
  about: ${about}
  ${says}
  date: 2025-03-01
  published: 2025-03-02
  source: example-gazette
  grade: ${grade}
  origin: origin-of-${id}
  says: { en: An invented item. }
`;
}

/** A run with everything that is read off it. */
export interface Run {
  plan: Plan;
  posterior: Posterior;
  hub: HubColumns;
  assessment: Assessment;
}

export function runOf(from: Dossier, options: AssessOptions = {}): Run {
  const plan = planRun(from, world, { draws: 4096, ...options });
  const posterior = infer(plan.compiled.model, plan);
  return {
    plan,
    posterior,
    hub: hubColumns(plan, posterior.columns),
    assessment: assessmentOf(plan, posterior),
  };
}
