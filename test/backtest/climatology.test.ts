import { describe, expect, test } from 'vitest';
import type { Measure } from '../../src/backtest/case-scores.ts';
import { climatology } from '../../src/backtest/climatology.ts';
import { hubs } from './known.ts';

const mean = (list: ReturnType<typeof climatology>, measure: Measure) => {
  const known = list.flatMap((one) => one[measure] ?? []);
  return [known.length, known.reduce((a, b) => a + b, 0) / known.length] as const;
};

describe('the frequencies of the other hubs', () => {
  // The list of cases prints these scores of its own coding of the 41 hubs, to three decimals.
  test.each([
    ['inTime', 32, 0.215],
    ['inTimeLog', 32, 0.626],
    ['within', 28, 0.267],
    ['withinLog', 28, 0.727],
    ['stage', 39, 0.712],
    ['stageLog', 39, 1.309],
    ['fraction', 32, 0.222],
    ['fractionLater', 25, 0.251],
  ] as const)('score on %s as the case list says', (measure, count, score) => {
    const [known, value] = mean(climatology(hubs), measure);
    expect(known).toBe(count);
    expect(value).toBeCloseTo(score, 3);
  });

  test('score better given the commitment at the claim, as the case list says', () => {
    const groupOf = (hub: (typeof hubs)[number]) => hub.dossier.hub.claims[0]!.commitment;
    expect(mean(climatology(hubs, { groupOf }), 'inTime')[1]).toBeCloseTo(0.164, 3);
  });

  test('never call impossible what nobody has met yet', () => {
    const groupOf = (hub: (typeof hubs)[number]) => hub.dossier.hub.claims[0]!.commitment;
    const contracted = climatology(hubs, { groupOf }).map(({ inTimeLog }) => inTimeLog ?? 0);
    // One of eleven contracted hubs came in time: of the ten others none did, by Jeffreys' rule half of eleven.
    expect(Math.max(...contracted)).toBeCloseTo(-Math.log(0.5 / 11), 10);
  });

  test('leave hubs beyond those counted out of everybody else', () => {
    const all = climatology(hubs, { from: 20 });
    const few = climatology(hubs.slice(0, 20));
    expect(all.slice(0, 20)).toEqual(few);
    expect(all).toHaveLength(hubs.length);
  });
});
