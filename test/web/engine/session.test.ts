import { describe, expect, it } from 'vitest';
import { compiledWorld, readCompiledWorld } from '../../../src/assessment/compiled-world.ts';
import { compiledDossier, readCompiledDossier } from '../../../src/dossier/compiled-dossier.ts';
import { languages } from '../../../src/report/strings/strings.ts';
import { drawAgain, drawRun, keyOfChange } from '../../../src/web/engine/session.ts';
import { worldFigure } from '../../../src/web/engine/world-figures.ts';
import { runOf, twoHalls, world } from '../../assessment/hubs.ts';

const read = readCompiledWorld(compiledWorld(world));
const dossier = readCompiledDossier(compiledDossier(twoHalls));

describe('what the worker reads and draws', () => {
  it('has the digests that are on disk', () => {
    expect(read.digest).toBe(world.digest);
    expect(dossier.digest).toBe(twoHalls.digest);
  });

  it('is in slices to the bit what it is in one go, and tells how far it is', async () => {
    const heard: number[] = [];
    let rests = 0;
    const turn = {
      watch: (share: number) => heard.push(share),
      rest: async () => {
        rests += 1;
      },
    };
    const { run, digest } = await drawRun(dossier, read, { draws: 20_480, turn });
    const { plan, assessment } = runOf(twoHalls, { draws: 20_480 });
    expect(run.plan.id).toBe(plan.id);
    expect(digest).toBe(assessment.run.columnsDigest);
    expect(rests).toBeGreaterThan(4);
    expect(heard).toEqual([...heard].sort((a, b) => a - b));
    expect(heard.at(-1)).toBe(1);
  });

  it('is drawn again for a what-if to the bit what its exact run is', async () => {
    const turn = { watch: () => {}, rest: async () => {} };
    const open = await drawRun(dossier, read, { draws: 2048, turn });
    const item = dossier.evidence[0]!;
    const change = {
      drop: [item.id, 'no-such-item'],
      letters: { [item.origin]: 'E' },
      prior: 'sceptic',
    } as const;
    const again = await drawAgain(open, change, turn);
    const set = { [`origins.${item.origin}.reliability`]: 'E' };
    const exact = await drawRun(dossier, read, { draws: 2048, turn, drop: [item.id], set, prior: 'sceptic' });
    expect([again.run.plan.id, again.digest]).toEqual([exact.run.plan.id, exact.digest]);
    expect(again.digest).not.toBe(open.digest);
    expect(again.key).toBe(keyOfChange({ ...change, prior: 'believer' }));
    expect(again.key).not.toBe(keyOfChange({ ...change, drop: [] }));
  });

  it('stops where nobody waits any more', async () => {
    const turn = { watch: () => {}, rest: () => Promise.reject(new Error('nobody')) };
    await expect(drawRun(dossier, read, { draws: 1024, turn })).rejects.toThrow('nobody');
  });
});

describe('pictures of the world', () => {
  const options = { width: 600, language: 'en', bare: true } as const;
  const { assessment } = runOf(twoHalls, { draws: 2048 });

  it.each(['thresholds', 'timeline', 'supply', 'runs'] as const)('%s is drawn', (of) => {
    const figure = worldFigure(
      read,
      {
        of,
        on: '2025-06-01',
        chips: ['h20', 'h100-sxm5'],
        assessment,
        options,
      },
      languages.en,
    );
    expect(figure!.table.rows.length).toBeGreaterThan(1);
    expect(figure!.sentence).not.toBe('');
  });

  it('there is none of chips that nobody knows', () => {
    expect(
      worldFigure(read, { of: 'timeline', on: '2025-06-01', chips: ['no-chip'], options }, languages.en),
    ).toBeNull();
  });
});
