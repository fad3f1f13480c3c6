import { type Preset, presets } from '../../assessment/assessment.ts';
import { type Codec, flag, list, oneOf, row, settings, text, whole } from './codecs.ts';

export const screens = [
  'verdict',
  'map',
  'sites',
  'evidence',
  'chips',
  'capability',
  'sources',
  'edit',
] as const;
export type Screen = (typeof screens)[number];

/** Where one is: which dossier, which screen, which thing on it. */
export type Place =
  | { at: 'library' }
  | { at: 'compare' }
  | { at: 'screen'; dossier: string; screen: Screen; item?: string };

/** Whether the figures of single sites are shown there. */
export const showsSites = (place: Place): boolean =>
  place.at === 'screen' && (place.screen === 'map' || place.screen === 'sites');

/** Everything else that a link restores. */
export interface State {
  /** Uses only what was published by then; empty for the dossier's own date. */
  t: string;
  prior: Preset;
  drop: readonly string[];
  set: Readonly<Record<string, string>>;
  seed: number | null;
  /** Run id of the one who made the link. */
  run: string;
  lang: 'en' | 'zh-CN' | '';
  theme: 'light' | 'dark' | '';
  shape: 'dots' | 'cdf';
  scale: 'log' | 'lin';
  /** What lists are searched for. */
  q: string;
  /** Whether evidence is grouped by origin. */
  group: boolean;
  /** Sites that the map is narrowed to; all of them where empty. */
  pick: readonly string[];
  /** The two sides of a comparison: a dossier, and what follows it in its link. */
  a: string;
  b: string;
  /** Which draw of this run is shown as one world; all of them where null. */
  world: number | null;
  /** Quantity or question that is explained, by its id. */
  why: string;
  /** Figures that are shown as tables, by their names. */
  table: readonly string[];
  /** What rings and wedges of the map measure. */
  measure: (typeof measures)[number];
  /** Which figure of a year at a site is shown; empty where none was asked for. */
  year: (typeof years)[number];
  /** Chips shown through time, the one that is looked at, what all chips of the hub are swapped for, the rule searched for. */
  chips: readonly string[];
  chip: string;
  swap: (typeof swaps)[number];
  rule: string;
  /** What the planners were asked, by box; nothing where they were not. */
  train: Readonly<Record<string, string>>;
  serve: Readonly<Record<string, string>>;
  /** Whether it is worked out whom the hub serves, judged figures alone are shown, known hubs have their verdicts. */
  reach: boolean;
  judged: boolean;
  strips: boolean;
  cite: (typeof citeStyles)[number];
  edit: 'yaml' | 'form';
}

export const measures = ['compute', 'accelerators'] as const;
/** Figures of a year at a site, as `report/figures/site.ts` has them, and none of them. */
const years = ['', 'chain', 'load', 'pue', 'temperature', 'power', 'energy'] as const;
export const swaps = ['largest-run', 'largest-run-h20', 'largest-run-ascend'] as const;
export const citeStyles = ['apa', 'bibtex', 'ris', 'csl'] as const;
/** Chips that are shown through time before somebody chooses. */
const usualChips: readonly string[] = ['h100-sxm5', 'h200-sxm', 'h800-sxm', 'h20', 'ascend-910b2'];

export const initial: State = {
  t: '',
  prior: 'neutral',
  drop: [],
  set: {},
  seed: null,
  run: '',
  lang: '',
  theme: '',
  shape: 'dots',
  scale: 'log',
  q: '',
  group: false,
  pick: [],
  a: '',
  b: '',
  world: null,
  why: '',
  table: [],
  measure: 'compute',
  year: '',
  chips: usualChips,
  chip: 'h20',
  swap: 'largest-run',
  rule: '',
  train: {},
  serve: {},
  reach: false,
  judged: false,
  strips: false,
  cite: 'apa',
  edit: 'yaml',
};

/** A part of the state that has no codec does not compile. */
const codecs: { readonly [K in keyof State]: Codec<State[K]> } = {
  t: text,
  prior: oneOf(presets, 'neutral'),
  drop: list,
  set: settings,
  seed: whole,
  run: text,
  lang: oneOf(['en', 'zh-CN', ''], ''),
  theme: oneOf(['light', 'dark', ''], ''),
  shape: oneOf(['dots', 'cdf'], 'dots'),
  scale: oneOf(['log', 'lin'], 'log'),
  q: text,
  group: flag,
  pick: list,
  a: text,
  b: text,
  world: whole,
  why: text,
  table: list,
  measure: oneOf(measures, 'compute'),
  year: oneOf(years, ''),
  chips: row(usualChips),
  chip: {
    write: (value) => (value === 'h20' ? [] : [value]),
    read: ([first]) => first?.slice(0, 200) || undefined,
  },
  swap: oneOf(swaps, 'largest-run'),
  rule: text,
  train: settings,
  serve: settings,
  reach: flag,
  judged: flag,
  strips: flag,
  cite: oneOf(citeStyles, 'apa'),
  edit: oneOf(['yaml', 'form'], 'yaml'),
};

const keys = Object.keys(codecs) as (keyof State)[];

/** The query of an address: only what is not as by default, in a fixed order. */
export function queryOf(state: State): string {
  const query = new URLSearchParams();
  const add = <K extends keyof State>(key: K) => {
    for (const value of codecs[key].write(state[key])) query.append(key, value);
  };
  for (const key of keys) add(key);
  const written = query.toString().replaceAll('%3A', ':').replaceAll('%2C', ',');
  return written === '' ? '' : `?${written}`;
}

/** Reads a query; what cannot be read is as by default. */
export function stateOf(query: string): State {
  const given = new URLSearchParams(query);
  const read = <K extends keyof State>(key: K): State[K] => {
    const texts = given.getAll(key);
    return (texts.length > 0 ? codecs[key].read(texts) : undefined) ?? initial[key];
  };
  return Object.fromEntries(keys.map((key) => [key, read(key)])) as unknown as State;
}

/** Parts of a link that say nothing here: a screen or a key that there is not, a value that cannot be. */
export function notUnderstood(path: string, query: string): string[] {
  const given = new URLSearchParams(query);
  const lost = [...new Set(given.keys())].flatMap((key) => {
    const texts = given.getAll(key);
    const codec = (codecs as Readonly<Record<string, Codec<unknown> | undefined>>)[key];
    const meant = codec?.read(texts);
    const some = (codec as unknown) === settings && Object.keys(meant as object).length < texts.length;
    return meant === undefined || some ? [`${key}=${texts.join(',')}`] : [];
  });
  return [...strangeIn(path), ...lost];
}

/** The part of a path that leads nowhere: what is no screen, and what is no dossier. */
function strangeIn(path: string): string[] {
  const parts = path.split('/').filter(Boolean).map(decoded);
  const place = placeOf(path);
  if (place.at === 'library') return parts.length > 0 ? [parts.join('/')] : [];
  const [, dossier, screen] = parts;
  if (place.at === 'compare') return dossier === undefined ? [] : [parts.slice(1).join('/')];
  return screen === undefined || screen === place.screen ? [] : [screen];
}

const name = /^[a-z0-9]+(?:[-.][a-z0-9]+)*$/;

/** Where an address leads; the library where it leads nowhere. */
export function placeOf(path: string): Place {
  const parts = path.split('/').filter(Boolean).map(decoded);
  if (parts[0] === 'compare') return { at: 'compare' };
  const [first, dossier, screen, item] = parts;
  if (first !== 'd' || dossier === undefined || !name.test(dossier)) return { at: 'library' };
  const known = screens.find((one) => one === screen) ?? 'verdict';
  return { at: 'screen', dossier, screen: known, ...(item !== undefined && known === screen && { item }) };
}

export function pathOf(place: Place): string {
  if (place.at === 'library') return '/';
  if (place.at === 'compare') return '/compare';
  const { dossier, screen, item } = place;
  const end = item === undefined ? '' : `/${encodeURIComponent(item)}`;
  return `/d/${dossier}${screen === 'verdict' ? '' : `/${screen}`}${end}`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
