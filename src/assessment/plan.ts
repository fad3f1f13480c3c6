import { requireChip } from '../chips/find.ts';
import { sha256 } from '../dossier/digest.ts';
import type { Dossier, Site } from '../dossier/dossier.ts';
import { error, type Fault, SandtableError } from '../errors/fault.ts';
import { say, type Words } from '../errors/message.ts';
import { didYouMean } from '../errors/suggest.ts';
import { type CompiledHub, compileHub } from '../installed/compile.ts';
import { attributesOf } from '../installed/delivery/attributes.ts';
import { deliveryParameters } from '../installed/delivery/parameters.ts';
import { DRAWS_PER_BLOCK } from '../installed/draw.ts';
import { blocksFor } from '../installed/infer.ts';
import type { WorldParameters } from '../installed/parameter.ts';
import { type Preset, presets } from '../installed/presets.ts';
import { worldModel } from '../installed/world-model.ts';
import { permitted } from '../site/permitted.ts';
import { knownBy, parsePartialDate } from '../sources/date.ts';
import type { PartialDate } from '../sources/source.ts';
import type { Distribution } from '../stats/distribution.ts';
import { readChanges, regraded } from './changes.ts';
import { itemsNamed } from './items-named.ts';
import type { World } from './knowledge.ts';
import { defaults } from './run-defaults.ts';

/** Version of the engine: part of every run id, changed whenever the same input gives other numbers. */
export const ENGINE_VERSION = '0.1.0';

/** What a run may be asked to do differently; what is left out has a default. */
export interface AssessOptions {
  /** Uses only what was published by then; the dossier's own date where left out. */
  asOf?: string;
  prior?: Preset;
  /** Evidence items to leave out, by id; the id of a source stands for all its items. */
  drop?: readonly string[];
  /** Parameters to replace, `world.namedShare` -> `20%`, and letters of sources, `origins.x.reliability` -> `C`. */
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

/**
 * Checks the options of a run against the dossier and compiles it.
 *
 * @throws SandtableError with every option that is wrong, at once (ST-A002 to ST-A006), ST-I001
 */
export function planRun(written: Dossier, world: World, options: AssessOptions = {}): Plan {
  const faults: Fault[] = [];
  const asOf = readDate(options.asOf, written, faults);
  const drop = [...itemsNamed(options.drop ?? [], written.evidence, faults)].sort();
  checkNumbers(options, faults);
  const set = Object.fromEntries(Object.entries(options.set ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)));
  const changed = readChanges(written, parametersOf(written, world, asOf), { set, faults });
  if (faults.length > 0) throw new SandtableError(faults);
  const dossier = regraded(written, changed.letters);
  const compiled = compileHub(
    dossier,
    { ...world, parameters: changed.parameters },
    {
      asOf,
      drop: new Set(drop),
      permitted: (site) => permittedAt(site, dossier, world, asOf),
      world: worldModel(changed.parameters),
      ...(changed.pool && { pool: changed.pool }),
      claimed: changed.claimed,
    },
  );
  const plan = {
    prior: options.prior ?? defaults.prior,
    seed: options.seed ?? defaults.seed,
    draws: blocksFor(options.draws ?? defaults.draws) * DRAWS_PER_BLOCK,
    drop,
    set,
  };
  const id = runId({ ...plan, asOf: asOf.text, data: world.digest, dossier: dossier.digest });
  return { dossier, world, compiled, parameters: changed.parameters, asOf, ...plan, id };
}

/** Parameters of the world model for a hub: as fitted where it says what sort of hub it is, else the generic ones. */
function parametersOf(dossier: Dossier, world: World, asOf: PartialDate): WorldParameters {
  const attributes = attributesOf(dossier, asOf);
  return attributes ? deliveryParameters(world.parameters, world.delivery, attributes) : world.parameters;
}

function checkNumbers({ draws = 1, seed = 0, prior = 'neutral' }: AssessOptions, faults: Fault[]): void {
  const refuse = (what: Words, fix: Words) => faults.push(error('ST-A006', what, fix));
  if (!(Number.isSafeInteger(draws) && draws >= 1)) {
    refuse(
      say('A run cannot have {draws} draws.', { draws: String(draws) }),
      say('Give a whole number, such as 100,000.'),
    );
  }
  if (!(Number.isSafeInteger(seed) && seed >= 0)) {
    refuse(
      say('A run cannot have the seed {seed}.', { seed: String(seed) }),
      say('Give a whole number, such as 7.'),
    );
  }
  if (!presets.includes(prior)) {
    refuse(
      say('There is no prior `{prior}`.', { prior }),
      didYouMean(prior, presets) ?? say('Choose one of {names}.', { names: presets.join(', ') }),
    );
  }
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
  faults.push(error('ST-A002', say('`{text}` is not a date to look back from.', { text }), read.fix));
  return dossier.hub.asOf;
}

/** Most named accelerators that the tightest of a site's limits lets in, by its median; null where none is known. */
function permittedAt(site: Site, dossier: Dossier, world: World, asOf: PartialDate): Distribution | null {
  const chip = requireChip(world.catalogue, dossier.hub.namedChips[0]!);
  // Money that is evidence of the route already counts there.
  const weighed = dossier.evidence.some(({ kind, about }) => kind === 'budget' && about.includes(site.id));
  const bounds = site.limits
    .filter(({ kind, date, source }) => {
      const published = dossier.sources.get(source)?.published ?? date;
      return !(kind === 'budget' && weighed) && date.from <= asOf.to && knownBy(published, asOf);
    })
    .flatMap((limit) => {
      const options = {
        site: world.site,
        catalogue: world.catalogue,
        region: site.region,
        location: site.location,
        day: asOf.to,
        asOf: asOf.to,
      };
      return permitted(limit, chip, options) ?? [];
    })
    .sort((a, b) => a.quantile(0.5) - b.quantile(0.5));
  return bounds[0] ?? null;
}
