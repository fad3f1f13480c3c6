import { describe, expect, it } from 'vitest';
import { Engine, type EngineState, type Line } from '../../../src/web/engine/engine.ts';
import { type Asked, keyOf, type Told } from '../../../src/web/engine/protocol.ts';

function opened() {
  const sent: Asked[] = [];
  const states: EngineState[] = [];
  const heard: string[] = [];
  let tell: (told: Told) => void = () => {};
  const line: Line = {
    postMessage: (message) => sent.push(message),
    addEventListener: (_, listener) => {
      tell = (data) => listener({ data });
    },
  };
  const engine = new Engine(line, {
    state: (state) => states.push(state),
    answered: ({ milliseconds, redrawn }) =>
      heard.push(`answered ${milliseconds}${redrawn ? ' redrawn' : ''}`),
    redrawing: (share) => heard.push(`redrawing ${share}`),
    world: () => heard.push('world'),
    dossier: () => heard.push('dossier'),
  });
  return { engine, sent, states, heard, tell: (told: Told) => tell(told) };
}

const basis = { dossier: 'x', set: {} };
const answered = (ask: number, redrawn = false): Told => ({
  ...{ type: 'answered', ask },
  answered: { figures: {} as never, redrawn, milliseconds: ask },
});

describe('the page’s end of the worker', () => {
  it('sends nothing before the worker is there', () => {
    const { engine, sent, tell } = opened();
    engine.open(basis);
    expect(sent).toEqual([]);
    tell({ type: 'ready', ask: 0 });
    expect(sent).toHaveLength(1);
  });

  it('opens the same basis once, and another, or the same after a change on disk, again', () => {
    const { engine, sent, tell } = opened();
    tell({ type: 'ready', ask: 0 });
    engine.open(basis);
    engine.open({ ...basis });
    expect(sent).toHaveLength(1);
    engine.open(basis, { mark: '1' });
    engine.open({ ...basis, asOf: '2025' });
    expect(sent).toHaveLength(3);
  });

  it('hears only the newest answer, and asks for sites where they are shown', () => {
    const { engine, sent, heard, tell } = opened();
    tell({ type: 'ready', ask: 0 });
    engine.imagine({ drop: ['a'] });
    engine.imagine({ drop: ['b'] }, true);
    expect(sent).toMatchObject([{ sites: false }, { sites: true }]);
    tell(answered(1));
    tell(answered(2));
    expect(heard).toEqual(['answered 2']);
  });

  it('tells how far drawing again is, and stops it without closing what is open', () => {
    const { engine, sent, states, heard, tell } = opened();
    tell({ type: 'ready', ask: 0 });
    engine.open(basis);
    tell({ type: 'opened', ask: 1, run: '', digest: '', items: [], milliseconds: 1 });
    engine.imagine({ drop: ['a'] });
    tell(answered(2));
    tell({ type: 'redrawing', ask: 2, share: 0.5 });
    tell(answered(2, true));
    engine.imagine({ drop: ['b'] });
    tell({ type: 'redrawing', ask: 2, share: 0.9 });
    engine.cancel();
    tell({ type: 'cancelled', ask: 3 });
    expect(heard).toEqual(['answered 2', 'redrawing 0.5', 'answered 2 redrawn', 'redrawing null']);
    expect(sent.at(-1)).toEqual({ type: 'cancel', ask: 3 });
    engine.open(basis);
    expect(states.map(({ is }) => is)).toEqual(['drawing', 'open']);
  });

  it('tells how far it is, what failed, and that it was cancelled', () => {
    const { engine, states, sent, tell } = opened();
    tell({ type: 'ready', ask: 0 });
    engine.open(basis);
    tell({ type: 'progress', ask: 1, share: 0.5 });
    engine.cancel();
    tell({ type: 'cancelled', ask: 1 });
    expect(sent.at(-1)).toEqual({ type: 'cancel', ask: 1 });
    engine.open(basis);
    tell({ type: 'failed', ask: 2, faults: [] });
    expect(states.map(({ is }) => is)).toEqual(['drawing', 'drawing', 'idle', 'drawing', 'failed']);
  });

  it('gets a picture, or none', async () => {
    const { engine, tell } = opened();
    tell({ type: 'ready', ask: 0 });
    const options = { width: 1, language: 'en', bare: true } as const;
    const one = engine.figure({ of: 'thresholds', on: '2025-01-01', chips: [], options });
    tell({ type: 'failed', ask: 1, faults: [] });
    expect(await one).toBeNull();
  });
});

it('a key names what decides the draws, in any order', () => {
  const a = keyOf({ dossier: 'x', set: { p: '1', q: '2' } });
  expect(keyOf({ dossier: 'x', set: { q: '2', p: '1' } })).toBe(a);
  expect(keyOf({ dossier: 'x', set: { q: '2' } })).not.toBe(a);
  expect(keyOf({ dossier: 'x', set: {}, seed: 1 })).not.toBe(keyOf({ dossier: 'x', set: {} }));
});
