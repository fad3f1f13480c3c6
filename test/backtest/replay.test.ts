import { describe, expect, test } from 'vitest';
import { forecast } from '../../src/backtest/forecast.ts';
import { replayHubs } from '../../src/backtest/replay.ts';
import { summarise } from '../../src/backtest/summarise.ts';
import { parsePartialDate } from '../../src/sources/date.ts';
import { committedResults } from './committed.ts';
import { hubOf, hubs, world } from './known.ts';

const few = ['isambard-ai', 'rainier', 'jinji'].map(hubOf);
const replayed = replayHubs({ hubs: few, fitted: hubs, world });
const results = summarise(replayed, hubs);
const dayOf = (text: string) => (parsePartialDate(text) as { to: number }).to;

describe('the replay', () => {
  test('gives what the committed results hold', () => {
    for (const row of results.cases) {
      const kept = committedResults.cases.find(({ id, point }) => id === row.id && point === row.point)!;
      expect(row.items).toBe(kept.items);
      expect(row.inTime).toBeCloseTo(kept.inTime, 2);
      row.stage.forEach((p, i) => {
        expect(p).toBeCloseTo(kept.stage[i]!, 2);
      });
    }
    expect(results.cases).toHaveLength(9);
  });

  test('uses nothing published later, and strictly nothing read from a later page', () => {
    for (const { hub, day, ordinary, strict } of replayed) {
      expect(ordinary.items.every(({ published }) => published.to <= day)).toBe(true);
      for (const item of strict.items) {
        expect(hub.dossier.sources.get(item.source)!.published.to).toBeLessThanOrEqual(day);
      }
    }
    const gap = replayed.find(({ hub, point }) => hub.dossier.id === 'isambard-ai' && point === 'p3')!;
    expect(gap.strict.items.length).toBeLessThan(gap.ordinary.items.length);
  });

  test('leaves a hub out of the fit that forecasts it', () => {
    const hub = hubOf('rainier');
    const day = dayOf(hub.outcome.asOf.p1!);
    const seen = forecast(hub, world, { day, strict: false }).prior.inTime[1]!;
    const unseen = replayed.find((one) => one.hub === hub)!.ordinary.prior.inTime[1]!;
    expect(unseen).toBeLessThan(seen);
  });

  test('gives probabilities', () => {
    for (const { ordinary } of replayed) {
      for (const masses of Object.values(ordinary.posterior)) {
        expect(masses.reduce((a, b) => a + b)).toBeCloseTo(1, 6);
      }
    }
  });
});

describe('the summary', () => {
  test('knows how many hubs, forecasts and scores there are', () => {
    expect(results).toMatchObject({ hubs: 3, forecasts: 9 });
    const row = results.rows.find(
      ({ measure, point, replay }) => measure === 'inTime' && point === 'p3' && replay === 'ordinary',
    )!;
    expect(row.forecasts).toBe(3);
    expect(row.skill.value).toBeCloseTo(1 - row.evidence.value / row.climatology, 12);
    expect(row.gain.value).toBeCloseTo(row.climatology - row.evidence.value, 12);
  });

  test('tells the worst as stories with what was known by then', () => {
    const [worst] = results.worst;
    expect(results.worst.length).toBe(3);
    expect(worst!.happened.length).toBeGreaterThan(10);
    expect(results.worst.map(({ score }) => score)).toEqual(
      results.worst.map(({ score }) => score).sort((a, b) => b - a),
    );
  });

  test('splits by group and names kinds', () => {
    expect(results.groups.filter(({ by }) => by === 'region').map(({ group }) => group)).toContain('china');
    expect(results.kinds.map(({ kind }) => kind)).toContain('export-rule');
  });
});
