import { describe, expect, it } from 'vitest';
import { candidates } from '../../src/serving/candidates.ts';
import { placeModel } from '../../src/serving/placed-engine.ts';
import { chipsOf } from '../../src/serving/placement.ts';
import { frontOf, pointOf, searchPlacements } from '../../src/serving/search.ts';
import { servingTask } from '../../src/serving/serve.ts';
import { waysOf } from '../../src/serving/ways.ts';
import { knowledge, machines, models } from './known.ts';

const load = { inputTokens: 2000, outputTokens: 500 };
const task = servingTask(
  { model: models.get('deepseek-v3')!, group: { machine: machines.get('h20')!, count: 32 }, load },
  knowledge,
);

describe('candidates', () => {
  it('use no more chips than there are, and share heads evenly', () => {
    for (const one of candidates(task.model, task)) {
      expect(chipsOf(one)).toBeLessThanOrEqual(32);
      expect(128 % one.tensor).toBe(0);
    }
  });
  it('spread experts over the chips of a rack, whose number is no power of two', () => {
    const groups = (chip: string, chips: number) =>
      candidates(task.model, { ...task, machine: machines.get(chip)!, chips }).map(chipsOf);
    for (const chips of [72, 144, 160, 320]) expect(groups('gb200', chips)).toContain(chips);
    expect(groups('h20', 20)).not.toContain(20);
    expect(groups('gb200', 73)).not.toContain(73);
  });
  it('leave a chip or two over where the rest holds larger groups', () => {
    const groups = (chips: number) =>
      waysOf({ ...task, chips })
        .filter(({ tensor }) => tensor === 1)
        .map(({ data }) => data);
    expect(groups(31)).toContain(30);
    expect(groups(47)).toContain(46);
    expect(groups(61)).toEqual(expect.arrayContaining([30, 60]));
  });

  it('write no fewer tokens on more chips', () => {
    let best = 0;
    for (let chips = 24; chips <= 72; chips++) {
      const all = searchPlacements({ ...task, chips }).most;
      const written = all ? Math.floor(chips / all.chips) * all.outputTokensPerSecond : 0;
      expect(written, `${chips} chips`).toBeGreaterThan(0.985 * best);
      best = Math.max(best, written);
    }
  });

  it('have stages only where no fast links join the chips', () => {
    const dense = models.get('llama-3.1-70b')!;
    const stages = (chip: string) =>
      candidates(dense, { ...task, machine: machines.get(chip)! }).filter(({ pipeline }) => pipeline > 1);
    expect(stages('h100-sxm5')).toEqual([]);
    expect(stages('rtx-pro-6000-server').length).toBeGreaterThan(0);
  });
});

describe('a search', () => {
  const found = searchPlacements(task);

  it('finds a front that rises in both', () => {
    expect(found.front.length).toBeGreaterThan(5);
    found.front.slice(1).forEach((point, i) => {
      expect(point.tpot).toBeGreaterThan(found.front[i]!.tpot);
      expect(point.perChip).toBeGreaterThan(found.front[i]!.perChip);
    });
  });

  it('finds nothing better by trying every placement with every whole batch of a part', () => {
    const best = found.front.at(-1)!;
    for (const placement of waysOf(task)) {
      const engine = placeModel(task.model, { ...task, placement });
      for (let batch = 1; batch <= Math.min(64, engine.maxBatch(2500)); batch++) {
        const point = pointOf(engine, load, batch);
        if (point.tpot >= best.tpot) expect(point.perChip).toBeLessThanOrEqual(best.perChip * 1.0001);
      }
    }
  });

  it('lets no chips stand by where all together write more', () => {
    const rack = { ...task, machine: machines.get('gb200')!, chips: 72 };
    const { most, front } = searchPlacements(rack);
    const all = ({ perChip, chips }: { perChip: number; chips: number }) =>
      perChip * chips * Math.floor(72 / chips);
    for (const point of front) expect(all(most!)).toBeGreaterThanOrEqual(all(point));
    expect(72 % most!.chips).toBe(0);
  });

  it('drops what another beats', () => {
    const point = found.front[0]!;
    expect(frontOf([point, { ...point, tpot: point.tpot * 2, perChip: point.perChip / 2 }])).toEqual([point]);
  });
});
