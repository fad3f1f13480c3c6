import type { z } from 'zod';
import { excerpted } from '../errors/excerpt.ts';
import type { Fault, Place } from '../errors/fault.ts';
import { error, SandtableError, sortedFaults } from '../errors/fault.ts';
import { say } from '../errors/message.ts';
import { didYouMean } from '../errors/suggest.ts';
import { told } from '../errors/told.ts';
import { citationOf } from '../sources/citation.ts';
import type { LeftOut, ReadDocument } from '../sources/document.ts';
import { readDocument } from '../sources/document.ts';
import { parseSources, type SharedSources } from '../sources/source-file.ts';
import { dossierDigest, outcome } from './digest.ts';
import type { Claim, Dossier } from './dossier.ts';
import type { Draft, Placed } from './draft.ts';
import type { TextFile } from './files.ts';
import type { KindRule } from './kind-rule.ts';
import {
  assumptionsSchema,
  type claimSchema,
  evidenceSchema,
  hubSchema,
  looksSchema,
  siteSchema,
} from './schema.ts';
import { usedSources, validateDossier } from './validate.ts';
import { validateKinds } from './validate-kinds.ts';

export interface ParseOptions {
  /** Name of the folder; the hub's id must equal it. */
  name?: string;
  /** How messages call the folder: what the user typed. */
  folder?: string;
  /** Sources of `data/sources`, which a dossier may refer to. */
  sharedSources?: SharedSources;
  /** Evidence kinds by id; unchecked where left out. */
  kinds?: ReadonlyMap<string, KindRule>;
  /** Ids of all chips; unchecked where left out. */
  chips?: ReadonlySet<string>;
  /** Files and folders that are there but could not be read: what refers to them has no fault. */
  unread?: readonly string[];
}

/**
 * Reads, checks and links the files of a dossier; touches no file system.
 *
 * @param files texts by their paths within the folder: `hub.yaml`, `sites/yiwu.yaml`, `evidence.yaml`, ...
 * @throws SandtableError with every fault of all files
 */
export function parseDossier(files: readonly TextFile[], options: ParseOptions = {}): Dossier {
  const { dossier, faults } = readDossier(files, options);
  if (!dossier) throw new SandtableError(faults);
  return dossier;
}

/** `parseDossier` for callers that show faults: the dossier is absent where one of them is an error. */
export function readDossier(
  files: readonly TextFile[],
  options: ParseOptions = {},
): { dossier?: Dossier; faults: readonly Fault[] } {
  const shown = options.folder ? `${options.folder.replace(/\/+$/, '')}/` : '';
  const { draft, faults } = draftOf(files, shown, options);
  const links = [
    ...validateDossier(draft, options.chips),
    ...(options.kinds ? validateKinds(draft, options.kinds) : []),
  ];
  faults.push(
    ...links.filter(({ place }) => !place || !faults.some((known) => samePlace(known.place, place))),
  );
  const texts = new Map(files.map(({ path, text }) => [shown + path, text]));
  const stopped = !draft.hub || options.unread?.length || faults.some(({ severity }) => severity === 'error');
  // A source may look unused only because the entry that uses it has a fault.
  const told = stopped ? faults.filter(({ code }) => code !== 'ST-D031') : faults;
  const all = sortedFaults(excerpted(told, (file) => texts.get(file)));
  if (stopped) return { faults: all };
  return {
    dossier: linked(draft, dossierDigest(files), all),
    faults: all,
  };
}

/** Whether a value already has a fault: what follows from it is no second one. */
function samePlace(a: Place | undefined, b: Place): boolean {
  return a?.file === b.file && a.line === b.line && a.column === b.column;
}

function draftOf(
  files: readonly TextFile[],
  shown: string,
  options: ParseOptions,
): { draft: Draft; faults: Fault[] } {
  const unread = options.unread ?? [];
  const faults = misplaced(files, { shown, unread });
  const leftOut: (LeftOut & { path: string })[] = [];
  const read = <T>(file: TextFile, schema: z.ZodType<T>): ReadDocument<T> => {
    const document = readDocument(file.text, shown + file.path, schema);
    faults.push(...document.faults);
    leftOut.push(...document.leftOut.map((entry) => ({ ...entry, path: file.path })));
    return document;
  };
  const named = (pattern: RegExp) => files.filter(({ path }) => pattern.test(path));
  const listed = <T>(pattern: RegExp, schema: z.ZodType<T[]>): Placed<T>[] =>
    named(pattern).flatMap((file) => {
      const document = read(file, schema);
      return (document.value ?? []).map((entry, i) => ({ entry, at: below(document, [i]) }));
    });
  const hubs = named(forms.hub).map((file) => read(file, hubSchema));
  const sites = named(forms.site).map((file) => ({ file, document: read(file, siteSchema) }));
  const evidence = listed(forms.evidence, evidenceSchema);
  const looks = listed(forms.looks, looksSchema);
  const assumptions = listed(forms.assumptions, assumptionsSchema);
  const ownFiles = named(forms.sources).map(({ path, text }) => ({ path: shown + path, text }));
  const sources = parseSources(ownFiles, options.sharedSources);
  faults.push(...sources.faults, ...sites.flatMap(({ file, document }) => siteName(file, document)));
  const hub = hubs.flatMap(hubEntry)[0];
  const siteEntries = sites.flatMap(({ document }) => siteEntry(document));
  return {
    faults,
    draft: {
      name: options.name,
      ...(hub && { hub }),
      sites: siteEntries,
      claims: [...(hub ? [hub] : []), ...siteEntries].flatMap(({ entry, at }) =>
        within(entry.claims, at, 'claims'),
      ),
      limits: siteEntries.flatMap(({ entry, at }) => within(entry.limits, at, 'limits')),
      responses: hub ? within(hub.entry.responses, hub.at, 'responses') : [],
      evidence: evidence.map(withPlace),
      looks: looks.map(withPlace),
      assumptions: assumptions.map(({ entry, at }) => ({
        at,
        entry: { path: entry.path, value: entry.value, citation: citationOf(entry), place: at() },
      })),
      leftOut,
      leftOutObservations: leftOut.filter(({ path }) => forms.evidence.test(path) || forms.looks.test(path)),
      own: parseSources(ownFiles),
      sources: { ...sources, complete: sources.complete && !unread.some((path) => forms.sources.test(path)) },
      siteIds: new Set([
        ...sites.flatMap(({ file, document }) => [idOf(document.written) ?? [], stem(file.path)].flat()),
        ...unread.filter((path) => forms.site.test(path)).map(stem),
      ]),
      sitesListed: !unread.includes('sites'),
      sitesComplete:
        !unread.some((path) => /^sites\b/.test(path)) &&
        sites.every(({ document }) => document.value !== undefined),
    },
  };
}

const plainName = '[a-z0-9]+(?:[-.][a-z0-9]+)*';
const forms = {
  hub: /^hub\.yaml$/,
  site: new RegExp(`^sites/${plainName}\\.yaml$`),
  evidence: new RegExp(`^evidence(?:/${plainName})?\\.yaml$`),
  sources: /^sources\.yaml$/,
  looks: /^looks\.yaml$/,
  assumptions: /^assumptions\.yaml$/,
};

function misplaced(
  files: readonly TextFile[],
  { shown, unread }: { shown: string; unread: readonly string[] },
): Fault[] {
  const start = (path: string): Place => ({ file: shown + path, line: 1, column: 1 });
  const faults = files.flatMap(({ path }) => {
    if (outcome.test(path) || Object.values(forms).some((form) => form.test(path))) return [];
    const known = ['hub.yaml', 'evidence.yaml', 'sources.yaml', 'looks.yaml', 'assumptions.yaml'];
    const fix =
      didYouMean(path, known) ?? say('Delete it, or move what it holds to one of the files of a dossier.');
    const what = say('`{path}` is no file of a dossier.', { path });
    return [error('ST-D005', what, fix, { place: start(path) })];
  });
  if (files.some(({ path }) => path === 'hub.yaml') || unread.includes('hub.yaml')) return faults;
  const what = say('There is no hub.yaml in {folder}.', { folder: shown || say('this folder') });
  const fix = say('Check the folder, or begin a dossier: sandtable new my-hub.');
  return [...faults, error('ST-D001', what, fix)];
}

function siteName(file: TextFile, document: ReadDocument<{ id: string }>): Fault[] {
  const id = idOf(document.written);
  const name = stem(file.path);
  if (id === undefined || id === name) return [];
  const what = say('The site has the id `{id}`, but its file is called `{name}.yaml`.', { id, name });
  const place = document.placeOf(['id']);
  return [error('ST-D007', what, say('Write `id: {name}`, or rename the file.', { name }), { place })];
}

function hubEntry(document: ReadDocument<z.output<typeof hubSchema>>): NonNullable<Draft['hub']>[] {
  if (!document.value) return [];
  const { claims, ...rest } = document.value;
  const at = below(document, []);
  return [{ at, entry: { ...rest, claims: placedClaims(document, claims), place: at() } }];
}

function siteEntry(document: ReadDocument<z.output<typeof siteSchema>>): Draft['sites'] {
  if (!document.value) return [];
  const { claims, limits, ...rest } = document.value;
  const at = below(document, []);
  const placedLimits = limits.map((limit, i) => ({ ...limit, place: at('limits', i) }));
  const entry = { ...rest, claims: placedClaims(document, claims), limits: placedLimits, place: at() };
  return [{ at, entry }];
}

function placedClaims(
  document: ReadDocument<unknown>,
  claims: readonly z.output<typeof claimSchema>[],
): Claim[] {
  return claims.map((claim, i) => ({ ...claim, place: document.placeOf(['claims', i]) }));
}

/** Entries of a list within an entry, each with its places. */
function within<T>(list: readonly T[], at: Placed<T>['at'], key: string): Placed<T>[] {
  return list.map((entry, i) => ({ entry, at: (...path) => at(key, i, ...path) }));
}

function withPlace<T>({ entry, at }: Placed<T>): Placed<T & { place: Place }> {
  return { at, entry: { ...entry, place: at() } };
}

function below(document: ReadDocument<unknown>, start: readonly PropertyKey[]): Placed<unknown>['at'] {
  return (...path) => document.placeOf([...start, ...path]);
}

function idOf(written: unknown): string | undefined {
  const id = (written as { id?: unknown } | undefined)?.id;
  return typeof id === 'string' ? id : undefined;
}

function stem(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.yaml$/, '');
}

function linked(draft: Draft, digest: string, faults: readonly Fault[]): Dossier {
  const { id, ...hub } = draft.hub!.entry;
  const entries = <T>(placed: readonly Placed<T>[]) => placed.map(({ entry }) => entry);
  const used = new Set([...draft.own.sources.keys(), ...usedSources(draft)]);
  return {
    id,
    hub,
    sites: entries(draft.sites),
    evidence: entries(draft.evidence),
    sources: new Map([...draft.sources.sources].filter(([source]) => used.has(source))),
    looks: entries(draft.looks),
    assumptions: entries(draft.assumptions),
    digest,
    warnings: told(faults.filter(({ severity }) => severity === 'warning')),
  };
}
