import { requireChip } from '../chips/find.ts';
import { sha256 } from '../dossier/digest.ts';
import type { Dossier, Site } from '../dossier/dossier.ts';
import { error, type Fault, SandtableError } from '../errors/fault.ts';
import { didYouMean } from '../errors/suggest.ts';
import { type CompiledHub, compileHub } from '../installed/compile.ts';
import { byPreset, type Preset, presets } from '../installed/presets.ts';
import {
  type ParameterName,
  parameterField,
  parameterNames,
  type WorldParameters,
} from '../installed/world-file.ts';
import { worldModel } from '../installed/world-model.ts';
import { permitted } from '../site/permitted.ts';
import { parsePartialDate } from '../sources/date.ts';
import type { PartialDate } from '../sources/source.ts';
import type { Distribution } from '../stats/distribution.ts';
import { distributionOf } from '../stats/spread-distribution.ts';
import { toSI } from '../units/convert.ts';
import { parseQuantity } from '../units/parse.ts';
import type { World } from './knowledge.ts';

/** Version of the engine: part of every run id, changed whenever the same input gives other numbers. */
export const ENGINE_VERSION = '0.1.0';

/** What a run may be asked to do differently; what is left out has a default. */
export interface AssessOptions {
  /** Uses only what was published by then; the dossier's own date where left out. */
  asOf?: string;
  prior?: Preset;
  /** Evidence items to leave out, by id. */
  drop?: readonly string[];
  /** Parameters to replace: `world.namedShare` -> `20%`. */
  set?: Readonly<Record<string, string>>;
  seed?: number;
  draws?: number;
}

/** A run, checked and compiled, before any draw. */
export interface Plan {
  dossier: Dossier;
  world: World;
  compiled: CompiledHub;
  parameters: WorldParameters;
  asOf: PartialDate;
  prior: Preset;
  drop: readonly string[];
  set: Readonly<Record<string, string>>;
  seed: number;
  draws: number;
  id: string;
}

export const defaults = { prior: 'neutral', seed: 7, draws: 100_000 } as const;

/**
 * Checks the options of a run against the dossier and compiles it.
 *
 * @throws SandtableError with every option that is wrong, at once (ST-A002 to ST-A005), ST-I001
 */
export function planRun(dossier: Dossier, world: World, options: AssessOptions = {}): Plan {
  const faults: Fault[] = [];
  const asOf = readDate(options.asOf, dossier, faults);
  const drop = [...new Set(options.drop ?? [])].sort();
  const ids = dossier.evidence.map(({ id }) => id);
  for (const id of drop.filter((entry) => !ids.includes(entry))) {
    const fix = didYouMean(id, ids) || `sandtable assess ${dossier.id} --format csv lists the items.`;
    faults.push(error('ST-A003', `There is no evidence item \`${id}\`.`, fix));
  }
  const set = {
    ...Object.fromEntries(dossier.assumptions.map(({ path, value }) => [path, value.text])),
    ...options.set,
  };
  const changed = readChanges(dossier, world.parameters, set, faults);
  if (faults.length > 0) throw new SandtableError(faults);
  const compiled = compileHub(dossier, world, {
    asOf,
    drop: new Set(drop),
    permitted: (site) => permittedAt(site, dossier, world, asOf),
    world: worldModel(changed.parameters),
    ...(changed.pool && { pool: changed.pool }),
    claimed: changed.claimed,
  });
  const plan = {
    prior: options.prior ?? defaults.prior,
    seed: options.seed ?? defaults.seed,
    draws: options.draws ?? defaults.draws,
    drop,
    set: options.set ?? {},
  };
  const id = runId({ ...plan, asOf: asOf.text, data: world.digest, dossier: dossier.digest });
  return { dossier, world, compiled, parameters: changed.parameters, asOf, ...plan, id };
}

/** `st1-` and twelve hex digits of the digest of everything that decides the numbers. */
function runId(parts: Readonly<Record<string, unknown>>): string {
  const ordered = Object.entries({ ...parts, engine: ENGINE_VERSION }).sort(([a], [b]) => (a < b ? -1 : 1));
  return `st1-${sha256(JSON.stringify(ordered)).slice(0, 12)}`;
}

function readDate(text: string | undefined, dossier: Dossier, faults: Fault[]): PartialDate {
  if (text === undefined) return dossier.hub.asOf;
  const read = parsePartialDate(text);
  if ('from' in read) return read;
  faults.push(error('ST-A002', `\`${text}\` is not a date to look back from.`, read.fix));
  return dossier.hub.asOf;
}

interface Changes {
  parameters: WorldParameters;
  pool?: Distribution;
  claimed: Map<string, Distribution>;
}

/** Reads `world.<parameter>[.<preset>]`, `pool` and `sites.<id>.accelerators`. */
function readChanges(
  dossier: Dossier,
  parameters: WorldParameters,
  set: Readonly<Record<string, string>>,
  faults: Fault[],
): Changes {
  const changes: Changes = { parameters: new Map(parameters), claimed: new Map() };
  for (const [path, text] of Object.entries(set)) {
    const [head, name = '', last] = path.split('.');
    if (head === 'world' && parameterNames.includes(name as ParameterName) && isPreset(last)) {
      setParameter(changes, { name: name as ParameterName, preset: last, text, path }, faults);
    } else if (path === 'pool') {
      changes.pool = read(path, text, faults);
    } else if (head === 'sites' && last === 'accelerators' && dossier.sites.some(({ id }) => id === name)) {
      const amount = read(path, text, faults);
      if (amount) changes.claimed.set(name, amount);
    } else faults.push(unknownPath(path, dossier));
  }
  return changes;
}

function isPreset(text: string | undefined): text is Preset | undefined {
  return text === undefined || presets.includes(text as Preset);
}

function setParameter(
  changes: Changes,
  at: { name: ParameterName; preset: Preset | undefined; text: string; path: string },
  faults: Fault[],
): void {
  const parsed = parameterField(at.name).safeParse(at.text);
  const entry = changes.parameters.get(at.name)!;
  if (!parsed.success) {
    const reason = parsed.error.issues[0]?.message ?? 'it is no quantity of this kind';
    faults.push(
      error(
        'ST-A005',
        `\`--set ${at.path}=${at.text}\` cannot be used: ${reason}`,
        `Write it like \`${entry.value.neutral.text}\`.`,
      ),
    );
    return;
  }
  const value = byPreset((preset) =>
    at.preset === undefined || at.preset === preset ? parsed.data : entry.value[preset],
  );
  (changes.parameters as Map<ParameterName, typeof entry>).set(at.name, { ...entry, value, place: '--set' });
}

function read(path: string, text: string, faults: Fault[]): Distribution | undefined {
  try {
    return distributionOf(toSI(parseQuantity(text, {})));
  } catch (thrown) {
    if (!(thrown instanceof SandtableError)) throw thrown;
    const [first] = thrown.faults;
    faults.push(error('ST-A005', `\`--set ${path}=${text}\` cannot be used: ${first!.what}`, first!.fix));
    return undefined;
  }
}

function unknownPath(path: string, dossier: Dossier): Fault {
  const known = [
    ...parameterNames.map((name) => `world.${name}`),
    'pool',
    ...dossier.sites.map(({ id }) => `sites.${id}.accelerators`),
  ];
  const near = didYouMean(path, known);
  return error(
    'ST-A004',
    `There is no parameter \`${path}\`.`,
    near || `Known are ${known.slice(0, 8).join(', ')} and more.`,
  );
}

/** Most named accelerators that the tightest of a site's limits lets in, by its median; null where none is known. */
function permittedAt(site: Site, dossier: Dossier, world: World, asOf: PartialDate): Distribution | null {
  const chip = requireChip(world.catalogue, dossier.hub.namedChips[0]!);
  const bounds = site.limits
    .filter(({ kind, date }) => kind !== 'budget' && date.from <= asOf.to)
    .flatMap((limit) => {
      const options = {
        site: world.site,
        catalogue: world.catalogue,
        region: site.region,
        day: asOf.to,
        asOf: asOf.to,
      };
      return permitted(limit, chip, options) ?? [];
    })
    .sort((a, b) => a.quantile(0.5) - b.quantile(0.5));
  return bounds[0] ?? null;
}
