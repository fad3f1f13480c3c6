import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { recordText, trackRecord } from '../../src/backtest/record.ts';
import { committedResults } from './committed.ts';
import { world } from './known.ts';

const row = (point: string, measure: string, replay = 'ordinary') =>
  committedResults.rows.find(
    (one) => one.point === point && one.measure === measure && one.replay === replay,
  )!;

describe('the committed results', () => {
  test('are what the verdict shows', () => {
    const record = trackRecord(committedResults);
    expect(readFileSync('data/installed/record.yaml', 'utf8')).toBe(recordText(record));
    expect(world.record).toEqual(record);
  });

  test('stand on the front page', () => {
    const { hubs, scored, evidence, climatology, route } = trackRecord(committedResults);
    const page = readFileSync('README.md', 'utf8').replace(/\s+/g, ' ');
    expect(page).toContain(
      `${hubs} hubs with known outcome were replayed. On the ${scored} of them that were due or given up`,
    );
    expect(page).toContain(`its Brier score is ${evidence.toFixed(2)}, against ${climatology.toFixed(2)}`);
    expect(route.skill.low < 0 && route.skill.high > 0).toBe(page.includes('no better than the base rate'));
    expect(page).toContain(
      `${route.evidence.toFixed(2)} against ${route.climatology.toFixed(2)} on ${route.hubs} hubs`,
    );
    expect(page).toContain(`and ${row('p3', 'inTime').commitment.toFixed(2)} for that of hubs as committed`);
  });

  const at = (point: string) =>
    committedResults.rows.filter((one) => one.point === point && one.replay === 'ordinary');

  test.each(['p1', 'p2', 'p3', 'all'])('beat climatology on every score at %s', (point) => {
    for (const one of at(point)) expect(one.evidence.value, one.measure).toBeLessThan(one.climatology);
  });

  test('beat climatology given commitment on time at every point', () => {
    for (const point of ['p1', 'p2', 'p3', 'all']) {
      expect(row(point, 'inTime').evidence.value).toBeLessThan(row(point, 'inTime').commitment);
    }
  });

  test('are better with evidence than without at P3, and sharper', () => {
    for (const measure of ['inTime', 'within', 'stage', 'fraction', 'fractionLater']) {
      expect(row('p3', measure).evidence.value).toBeLessThan(row('p3', measure).prior);
    }
    expect(committedResults.sharpness.evidence.value).toBeLessThan(committedResults.sharpness.prior.value);
  });

  test('have words that hold their ranges', () => {
    for (const { word, holds } of committedResults.words) expect(holds, word).toBe(true);
  });
});
