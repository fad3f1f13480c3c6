import type { Code } from '../errors/catalogue.ts';
import type { Fault, Place } from '../errors/fault.ts';
import { error, warning } from '../errors/fault.ts';
import { either, say, type Value } from '../errors/message.ts';
import { didYouMean } from '../errors/suggest.ts';
import { knownBy, surelyBefore } from '../sources/date.ts';
import type { PartialDate } from '../sources/source.ts';
import { dimensions, divide, equal, money } from '../units/dimension.ts';
import { typicalUnit } from '../units/kinds.ts';
import type { Dimension } from '../units/unit.ts';
import type { Limit } from './dossier.ts';
import { type Draft, type Placed, textsUnder } from './draft.ts';

/**
 * Checks what no single file can tell: that ids are unique and resolve, that dates are in order, that every site lies
 * in the hub, and what is worth a warning. Evidence kinds are checked by `validateKinds`.
 *
 * @param chips ids of all chips, where they are to be checked
 */
export function validateDossier(draft: Draft, chips?: ReadonlySet<string>): Fault[] {
  return [
    ...names(draft),
    ...duplicates(draft),
    ...unknownSources(draft),
    ...unknownSites(draft),
    ...(chips ? unknownChips(draft, chips) : []),
    ...sitesOfHub(draft),
    ...dates(draft),
    ...limitUnits(draft),
    ...warnings(draft),
  ];
}

function names({ name, hub }: Draft): Fault[] {
  if (!hub || name === undefined || hub.entry.id === name) return [];
  const what = say('The hub has the id `{id}`, but its folder is called `{name}`.', {
    id: hub.entry.id,
    name,
  });
  const fix = say('Write `id: {name}`, or rename the folder.', { name });
  return [error('ST-D007', what, fix, { place: hub.at('id') })];
}

function duplicates({ sites, claims, evidence, looks }: Draft): Fault[] {
  return [sites, claims, evidence, looks].flatMap((entries: readonly Placed<{ id: string }>[]) => {
    const first = new Map<string, Place>();
    return entries.flatMap(({ entry, at }) => {
      const before = first.get(entry.id);
      first.set(entry.id, before ?? at('id'));
      if (!before) return [];
      const what = say('The id `{id}` is already taken in {place}.', {
        id: entry.id,
        place: `${before.file}:${before.line}`,
      });
      return [error('ST-D009', what, say('Choose another id.'), { place: at('id') })];
    });
  });
}

/** All entries that name one source under `source`. */
function sourced(draft: Draft): Placed<{ source: string }>[] {
  const locations = draft.sites.flatMap(({ entry, at }) =>
    entry.location?.source === undefined
      ? []
      : [{ entry: { source: entry.location.source }, at: () => at('location', 'source') }],
  );
  return [...draft.claims, ...draft.limits, ...draft.responses, ...draft.evidence, ...locations];
}

function unknownSources(draft: Draft): Fault[] {
  const { ids, complete } = draft.sources;
  if (!complete) return [];
  const unknown = (id: string, place: Place) => {
    if (ids.has(id)) return [];
    const fix = didYouMean(id, ids) ?? say('Describe the publication in sources.yaml, or correct the id.');
    return [error('ST-S042', say('There is no source `{id}`.', { id }), fix, { place })];
  };
  return [
    ...sourced(draft).flatMap(({ entry, at }) => unknown(entry.source, at('source'))),
    ...draft.leftOut
      .flatMap((entry) => textsUnder(entry, 'source'))
      .flatMap(({ text, place }) => unknown(text, place)),
    ...draft.assumptions.flatMap(({ entry, at }) =>
      entry.citation.sources.flatMap((id) => unknown(id, at('sources'))),
    ),
  ];
}

function unknownSites({ evidence, looks, siteIds, sitesListed, leftOutObservations }: Draft): Fault[] {
  if (!sitesListed) return [];
  const named = [...evidence, ...looks].flatMap(({ entry, at }) =>
    entry.about.map((text, i) => ({ text, place: at('about', i) })),
  );
  const leftOut = leftOutObservations.flatMap((entry) => textsUnder(entry, 'about'));
  return [...named, ...leftOut].flatMap(({ text, place }) => {
    if (text === 'hub' || siteIds.has(text)) return [];
    const known = ['hub', ...siteIds];
    const list = say('Known are {names}; describe another in sites/, one file a site.', {
      names: known.slice(0, 12).join(', '),
    });
    const what = say('There is no site `{id}`.', { id: text });
    return [error('ST-D010', what, didYouMean(text, known) ?? list, { place })];
  });
}

function unknownChips({ hub, claims }: Draft, chips: ReadonlySet<string>): Fault[] {
  const unknown = (id: string, place: Place) => {
    if (chips.has(id) || id === 'unnamed' || id === 'domestic') return [];
    const fix =
      didYouMean(id, chips) ?? say('Write `unnamed` or `domestic`, or add the chip to data/chips/.');
    return [error('ST-D018', say('There is no chip `{id}`.', { id }), fix, { place })];
  };
  return [
    ...(hub?.entry.namedChips ?? []).flatMap((id, i) => unknown(id, hub!.at('namedChips', i))),
    ...claims.flatMap(({ entry, at }) =>
      (entry.says.chips ?? []).flatMap((id, i) => unknown(id, at('says', 'chips', i))),
    ),
  ];
}

function sitesOfHub({ hub, sites, sitesComplete }: Draft): Fault[] {
  if (!hub) return [];
  const faults: Fault[] = [];
  if (sitesComplete && !sites.some(({ entry }) => entry.role === 'hub')) {
    const what = say('The hub `{id}` has no site of its own.', { id: hub.entry.id });
    const fix = say('Add sites/<id>.yaml with `role: hub`.');
    faults.push(error('ST-D008', what, fix, { place: hub.at('id') }));
  }
  for (const { entry, at } of sites) {
    if (entry.id === 'hub') {
      const what = say('A site cannot have the id `hub`, which stands for the hub as a whole.');
      faults.push(error('ST-D009', what, say('Choose another id.'), { place: at('id') }));
    }
    if (entry.role !== 'hub' || hub.entry.regions.includes(entry.region)) continue;
    const what = say("`{id}` lies in `{region}`, which is none of the hub's regions.", {
      id: entry.id,
      region: entry.region,
    });
    const fix =
      didYouMean(entry.region, hub.entry.regions) ??
      say('Add it to `regions` in {file}.', { file: hub.at().file });
    faults.push(error('ST-D019', what, fix, { place: at('region') }));
  }
  return faults;
}

function dates({ claims, evidence }: Draft): Fault[] {
  const early = ({ entry, at }: Placed<{ id: string; date: PartialDate; published: PartialDate }>) => {
    if (!surelyBefore(entry.published, entry.date)) return [];
    const what = say('`{id}` was published {published}, before its date {date}.', {
      ...{ id: entry.id, published: entry.published.text, date: entry.date.text },
    });
    return [error('ST-D015', what, say('Check both dates.'), { place: at('published') })];
  };
  const due = ({ entry, at }: Draft['claims'][number]) => {
    if (!entry.says.due || !surelyBefore(entry.says.due, entry.date)) return [];
    const what = say('`{id}` is due {due}, before it was claimed {date}.', {
      ...{ id: entry.id, due: entry.says.due.text, date: entry.date.text },
    });
    return [error('ST-D016', what, say('Check both dates.'), { place: at('says', 'due') })];
  };
  return [...claims.flatMap(early), ...evidence.flatMap(early), ...claims.flatMap(due)];
}

const limitDimensions: Record<Limit['kind'], readonly Dimension[]> = {
  feed: [dimensions.power, dimensions.apparentPower],
  'floor-area': [dimensions.area],
  land: [dimensions.area],
  budget: money,
  water: [dimensions.volume, divide(dimensions.volume, dimensions.time)],
  fans: [dimensions.number],
};

function limitUnits({ limits }: Draft): Fault[] {
  return limits.flatMap(({ entry, at }) =>
    wrongUnit('ST-D020', say('A {kind} limit', { kind: entry.kind }), {
      found: entry.amount,
      wanted: limitDimensions[entry.kind],
      place: at('amount'),
    }),
  );
}

/** A fault where a quantity has none of the dimensions wanted. */
export function wrongUnit(
  code: Code,
  noun: Value,
  {
    found,
    wanted,
    place,
  }: {
    found: { text: string; unit: { dimension: Dimension }; spread: { form: string } };
    wanted: readonly Dimension[];
    place: Place;
  },
): Fault[] {
  if (found.spread.form === 'unknown') return [];
  if (wanted.some((dimension) => equal(dimension, found.unit.dimension))) return [];
  const examples = either(wanted.map((dimension) => typicalUnit(dimension).symbol || say('a plain number')));
  const what = say('{name} cannot be {found}.', { name: noun, found: `\`${found.text}\`` });
  return [error(code, what, say('Use a unit like {examples}.', { examples }), { place })];
}

function warnings(draft: Draft): Fault[] {
  const { hub, claims, evidence, assumptions, sources, own } = draft;
  const dated = [...claims, ...evidence];
  const late = dated.flatMap(({ entry, at }) => {
    if (!hub || knownBy(entry.published, hub.entry.asOf)) return [];
    const what = say(
      "`{id}` was published {published}, after the dossier's date {asOf}, and has no effect.",
      { id: entry.id, published: entry.published.text, asOf: hub.entry.asOf.text },
    );
    const fix = say('Use --as-of, or move `asOf` forward.');
    return [warning('ST-D030', what, fix, { place: at('published') })];
  });
  const early = dated.flatMap(({ entry, at }) => {
    const source = sources.sources.get(entry.source);
    if (!source || entry.retro || !surelyBefore(entry.published, source.published)) return [];
    const what = say('`{id}` is published {published}, but its source came out {source}.', {
      ...{ id: entry.id, published: entry.published.text, source: source.published.text },
    });
    const fix = say('Correct the date, name an earlier source, or write `retro: true`.');
    return [warning('ST-D033', what, fix, { place: at('published') })];
  });
  const judged = assumptions.flatMap(({ entry, at }) => {
    if (entry.citation.basis !== 'judged') return [];
    const what = say('`{path}` is judged by {by}.', { path: entry.path, by: entry.citation.by ?? '?' });
    const fix = say('Replace it by a published figure where there is one.');
    return [warning('ST-D032', what, fix, { place: at() })];
  });
  const used = new Set(usedSources(draft));
  const unused = [...own.places].flatMap(([id, place]) => {
    if (used.has(id)) return [];
    const what = say('The source `{id}` is never used.', { id });
    return [warning('ST-D031', what, say('Refer to it, or delete it.'), { place })];
  });
  return [...late, ...early, ...judged, ...unused];
}

/** Ids of the sources that the entries of a dossier refer to. */
export function usedSources(draft: Draft): string[] {
  const cited = draft.assumptions.flatMap(({ entry }) => entry.citation.sources);
  return [...sourced(draft).map(({ entry }) => entry.source), ...cited];
}
