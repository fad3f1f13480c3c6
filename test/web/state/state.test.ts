import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { presets } from '../../../src/assessment/assessment.ts';
import {
  initial,
  notUnderstood,
  type Place,
  pathOf,
  placeOf,
  queryOf,
  type State,
  screens,
  showsSites,
  stateOf,
} from '../../../src/web/state/state.ts';

const id = fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,4}){0,2}$/);
const words = fc.string({ maxLength: 30 });
const states: fc.Arbitrary<State> = fc.record({
  t: fc.constantFrom('', '2025-11', '2024-02-29'),
  prior: fc.constantFrom(...presets),
  drop: fc.uniqueArray(id, { maxLength: 4 }).map((ids) => ids.sort()),
  set: fc.dictionary(id, fc.stringMatching(/^[a-z0-9%.][a-z0-9%. ]{0,8}[a-z0-9%]$/), {
    maxKeys: 3,
    noNullPrototype: true,
  }),
  seed: fc.option(fc.nat(4_000_000_000)),
  run: fc.constantFrom('', 'st1-7f3ac2000000'),
  lang: fc.constantFrom('', 'en', 'zh-CN'),
  theme: fc.constantFrom('', 'light', 'dark'),
  shape: fc.constantFrom('dots', 'cdf'),
  scale: fc.constantFrom('log', 'lin'),
  q: words,
  pick: fc.uniqueArray(fc.constantFrom('yiwu', 'a', 'hall-b')).map((ids) => ids.sort()),
  group: fc.boolean(),
  a: words,
  b: words,
  world: fc.option(fc.nat(9_999)),
  why: words,
  table: fc.uniqueArray(id).map((ids) => ids.sort()),
  measure: fc.constantFrom('compute', 'accelerators'),
  year: fc.constantFrom('', 'chain', 'pue'),
  chips: fc.uniqueArray(id),
  chip: id,
  swap: fc.constantFrom('largest-run', 'largest-run-h20', 'largest-run-ascend'),
  rule: words,
  train: fc.constantFrom<Record<string, string>>(
    {},
    { model: 'deepseek-v3', chips: '2048xh800-sxm', tokens: '14.8T' },
  ),
  serve: fc.constantFrom<Record<string, string>>({}, { model: 'qwen3-32b', slo: 'ttft=2s,tpot=50ms' }),
  reach: fc.boolean(),
  judged: fc.boolean(),
  strips: fc.boolean(),
  cite: fc.constantFrom('apa', 'ris'),
  edit: fc.constantFrom('yaml', 'form'),
});

describe('the state in an address', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(stateOf(queryOf(state))).toEqual(state);
      }),
    );
  });

  it('is not written where it is as by default', () => {
    expect(queryOf(initial)).toBe('');
    expect(queryOf({ ...initial, prior: 'sceptic', drop: ['s-014'] })).toBe('?prior=sceptic&drop=s-014');
  });

  it('reads what people paste, in any order', () => {
    const { t, drop, set, seed } = stateOf('?seed=7&drop=b,a&t=2025-11&set=world.pace:1.1..1.3&drop=c&utm=x');
    expect({ t, drop, set, seed }).toEqual({
      t: '2025-11',
      drop: ['a', 'b', 'c'],
      set: { 'world.pace': '1.1..1.3' },
      seed: 7,
    });
  });

  it('is as by default where it cannot be read', () => {
    expect(stateOf('?prior=optimist&seed=x&lang=fr&shape=pie&set=nothing')).toEqual(initial);
  });
});

describe('the place in an address', () => {
  it('comes back as it was', () => {
    const items = fc.option(fc.string({ minLength: 1, maxLength: 12 }), { nil: undefined });
    fc.assert(
      fc.property(id, fc.constantFrom(...screens.slice(1)), items, (dossier, screen, item) => {
        const place: Place = { at: 'screen', dossier, screen, ...(item !== undefined && { item }) };
        expect(placeOf(pathOf(place))).toEqual(place);
      }),
    );
    expect(placeOf(pathOf({ at: 'library' }))).toEqual({ at: 'library' });
    expect(placeOf(pathOf({ at: 'compare' }))).toEqual({ at: 'compare' });
  });

  it('is the library where nothing is known, the verdict where the screen is not', () => {
    for (const path of ['/', '/x', '/d', '/d/..%2F..', '/d/%E0%A4%A'])
      expect(placeOf(path)).toEqual({ at: 'library' });
    expect(placeOf('/d/lotus/fleet')).toEqual({ at: 'screen', dossier: 'lotus', screen: 'verdict' });
  });
});

it('knows the screens that show single sites', () => {
  const shown = screens.filter((screen) => showsSites({ at: 'screen', dossier: 'x', screen }));
  expect(shown).toEqual(['map', 'sites']);
  expect(showsSites({ at: 'library' })).toBe(false);
});

it('chips in the order in which they were chosen, and none of them where none is left', () => {
  expect(queryOf({ ...initial, chips: ['h20', 'a100'] })).toBe('?chips=h20,a100');
  expect(stateOf('?chips=h20,a100').chips).toEqual(['h20', 'a100']);
  expect(stateOf(queryOf({ ...initial, chips: [] })).chips).toEqual([]);
});

it('an address that leads nowhere is told so', () => {
  expect(notUnderstood('/', '')).toEqual([]);
  expect(notUnderstood('/nonsense', '')).toEqual(['nonsense']);
  expect(notUnderstood('/d/No%20Name', '')).toEqual(['d/No Name']);
  expect(notUnderstood('/compare/x', '?a=two-halls')).toEqual(['x']);
  expect(notUnderstood('/d/two-halls/sites/hall-a', '')).toEqual([]);
});

it('a link that means nothing here in part is told so, part by part', () => {
  expect(notUnderstood('/d/x/verdict', '?prior=sceptic&drop=a,b&set=world.pace:2&world=17')).toEqual([]);
  expect(notUnderstood('/d/x', '?world=x&train=nonsense')).toEqual(['world=x', 'train=nonsense']);
  expect(notUnderstood('/d/x/nosuch', '?prior=xx&colour=red&set=nonsense')).toEqual([
    'nosuch',
    'prior=xx',
    'colour=red',
    'set=nonsense',
  ]);
});
