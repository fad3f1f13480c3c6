// A dossier from strings. All faults come at once, each with place and remedy.
import { parseDossier, renderFaults, SandtableError } from '../src/index.ts';

const hub = `
id: one-hall
name: { en: One hall }
summary: { en: A hall that somebody announced. }
asOf: 2026-06-30
regions: [somewhere]
namedChips: [h100-sxm5]
claims:
  - id: plan
    says: { power: "40" }
    by: Its owner
    commitment: intent
    date: 2025-13
    published: 2025-02-01
    source: press
    grade: B2
`;

try {
  parseDossier([{ path: 'hub.yaml', text: hub }], { name: 'one-hall' });
} catch (problem) {
  if (!(problem instanceof SandtableError)) throw problem;
  process.stdout.write(renderFaults(problem.faults));
}
