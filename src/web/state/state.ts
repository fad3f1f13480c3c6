import { type Preset, presets } from '../../assessment/assessment.ts';

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
}

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
};

/** How a part of the state is written in an address; undefined where it is as by default. */
interface Codec<T> {
  write(value: T): readonly string[];
  read(texts: readonly string[]): T | undefined;
}

const text: Codec<string> = {
  write: (value) => (value === '' ? [] : [value]),
  read: ([first]) => first?.slice(0, 200),
};

function oneOf<T extends string>(known: readonly T[], usual: T): Codec<T> {
  return {
    write: (value) => (value === usual ? [] : [value]),
    read: ([first]) => known.find((one) => one === first),
  };
}

const list: Codec<readonly string[]> = {
  write: (ids) => (ids.length === 0 ? [] : [[...ids].sort().join(',')]),
  read: (texts) => [...new Set(texts.flatMap((one) => one.split(',')).filter(Boolean))].sort(),
};

const settings: Codec<Readonly<Record<string, string>>> = {
  write: (set) =>
    Object.entries(set)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, value]) => `${path}:${value}`),
  read: (texts) =>
    Object.fromEntries(
      texts.flatMap((one) => {
        const [, path, value] = /^([\w.-]+)[:=](.+)$/.exec(one) ?? [];
        return path && value ? [[path, value]] : [];
      }),
    ),
};

const whole: Codec<number | null> = {
  write: (value) => (value === null ? [] : [String(value)]),
  read: ([first]) => (first !== undefined && /^\d{1,10}$/.test(first) ? Number(first) : undefined),
};

const flag: Codec<boolean> = {
  write: (value) => (value ? ['1'] : []),
  read: ([first]) => first === '1',
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
    return meant === undefined || (key === 'set' && Object.keys(meant as object).length < texts.length)
      ? [`${key}=${texts.join(',')}`]
      : [];
  });
  const [first, , screen] = path.split('/').filter(Boolean);
  const strange = first === 'd' && screen !== undefined && !screens.some((one) => one === screen);
  return [...(strange ? [decoded(screen)] : []), ...lost];
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
