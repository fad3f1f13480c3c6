/** What `sandtable new` asks, or assumes with `--yes`. */
export interface Scaffold {
  id: string;
  name: string;
  region: string;
  /** As people write it: `over 20k`. */
  accelerators: string;
  /** Today's month is unknown to the core; the dossier is dated by its author. */
  asOf: string;
}

export const defaults: Omit<Scaffold, 'id'> = {
  name: 'My hub',
  region: 'xinjiang',
  accelerators: 'over 20k',
  asOf: '2026-06-30',
};

/**
 * The files of a one-site dossier, commented, with two deliberate gaps that `sandtable check` finds.
 *
 * @returns texts by path within the folder
 */
export function scaffold(of: Scaffold): Readonly<Record<string, string>> {
  return {
    'hub.yaml': hub(of),
    'sites/main-site.yaml': site(of),
    'evidence.yaml': evidence(),
    'sources.yaml': sources(),
  };
}

const quoted = (text: string) => JSON.stringify(text);

function hub({ id, name, region, accelerators, asOf }: Scaffold): string {
  return `# What is claimed about the hub as a whole.
id: ${id} # the name of this folder
name: { en: ${quoted(name)} }
summary:
  en: One or two sentences on what is claimed, and by whom.
asOf: ${asOf} # nothing published later is used, unless --as-of says so
regions: [${region}]
namedChips: [h100-sxm5, h200-sxm] # the chips that the claim names
claims:
  # The first claim is the one that the hub is measured against; competing claims stand beside it.
  - id: hub-plan
    says: { accelerators: ${quoted(accelerators)}, projects: "1", chips: [h100-sxm5] }
    by: The county government
    commitment: approved # intent, approved, contracted or built
    date: 2025-03 # when it was said: 2025, 2025-Q1, 2025-03 or 2025-03-14
    published: 2025-03-14 # when one could first know
    source: county-notice
    grade: B2 # how reliable the source is, A to F, and how credible what it says, 1 to 6
`;
}

function site({ region, accelerators }: Scaffold): string {
  return `# One file a site. The id is the name of the file.
id: main-site
name: { en: Main site }
role: hub # context: not part of the claim, but shows how such projects fare
region: ${region}
count: 1 # how many separate, alike sites this record stands for
projects: 1 # how many approved projects it covers
claims:
  - id: site-plan
    says: { accelerators: ${quoted(accelerators)}, chips: [h100-sxm5] }
    by: The county government
    commitment: approved
    date: 2025-03
    published: 2025-03-14
    source: county-notice
    grade: B2
limits: # what bounds the site physically: feed, floor-area, budget, water, fans, land
  - { kind: feed, amount: 60, date: 2025-06, source: county-notice } # 60 of what? the first gap
`;
}

function evidence(): string {
  return `# Dated, graded observations. Items that go back to one origin share it, and never count twice.
- id: main-construction
  kind: construction-start # each kind is a file of data/evidence
  about: main-site # a site id, a list of them, or hub
  finding: seen
  date: 2025-05
  published: 2025-05-20
  source: county-notice
  grade: B2
  origin: county-government
  says: { en: Work on the halls has begun. }
- id: main-tender
  kind: tender
  about: main-site
  finding: names-chip # or unnamed, or domestic-chip
  date: 2025-09
  published: 2025-09-02
  source: tender-notice # there is no such source in sources.yaml: the second gap
  grade: B2
  origin: tender-platform
  says: { en: A tender asks for servers with the named chip. }
- id: main-lit
  kind: lit-capacity
  about: main-site
  observed: 500 P # compute that is said to run; P is the unit of Chinese notices
  date: 2026-02
  published: 2026-03-01
  source: county-notice
  grade: B3
  origin: county-government
  says: { en: A first 500 P are said to be in operation. }
`;
}

function sources(): string {
  return `# One publication each.
- id: county-notice
  title: { en: Notices of the county government }
  producer: County government
  type: official-statement
  published: 2025-03-14 # the first of them; what was known from a later one has its own date there
  url: https://example.org/notices
  language: zh
  grade: B2
  accessed: 2026-06-30
`;
}
