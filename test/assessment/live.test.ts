import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess.ts';
import { figuresOf, imagine, openRun, readySteps, sitesOf, worldOf } from '../../src/assessment/live.ts';
import { whatIf } from '../../src/assessment/what-if.ts';
import { SandtableError } from '../../src/errors/fault.ts';
import { presets } from '../../src/installed/presets.ts';
import { runOf, twoHalls, world } from './hubs.ts';

const options = { draws: 16_384 };
const { plan, posterior, hub, assessment } = runOf(twoHalls, options);
const run = openRun(plan, posterior);

describe('a run kept open', () => {
  it('says to the bit what the assessment says where nothing is imagined', () => {
    const nothing = imagine(run, {});
    expect(figuresOf(nothing).questions).toEqual(assessment.questions);
    expect(figuresOf(nothing).quantities).toEqual(assessment.quantities);
    expect(sitesOf(nothing)).toEqual(assessment.sites);
  });

  it.each(presets)('says to the bit what the assessment under the %s prior says', (prior) => {
    const other = assess(twoHalls, world, { ...options, prior });
    const imagined = imagine(run, { prior });
    expect(figuresOf(imagined).questions).toEqual(other.questions);
    expect(figuresOf(imagined).quantities).toEqual(other.quantities);
    expect(sitesOf(imagined)).toEqual(other.sites);
  });

  it('says without an item what the what-if says', () => {
    const change = { drop: ['hall-a-award'] };
    const { questions, quantities, quality } = figuresOf(imagine(run, change));
    const answer = whatIf(plan, { posterior, hub }, change);
    expect(quality).toEqual(answer.quality);
    expect(questions.map(({ id, probability, byPreset }) => ({ id, probability, byPreset }))).toEqual(
      answer.questions.map(({ id, probability, byPreset }) => ({ id, probability, byPreset })),
    );
    expect(quantities).not.toEqual(assessment.quantities);
  });

  it('says the same whether it was made ready or not', () => {
    const ready = openRun(plan, posterior);
    for (const step of readySteps(ready)) step();
    const change = { drop: ['hall-a-award'], prior: 'sceptic' } as const;
    const [before, after] = [run, ready].map((one) => imagine(one, change));
    expect(figuresOf(after!)).toEqual(figuresOf(before!));
    expect(sitesOf(after!)).toEqual(sitesOf(before!));
  });

  it('refuses an item that the run did not use', () => {
    expect(() => imagine(run, { drop: ['hall-z'] })).toThrow(SandtableError);
  });
});

describe('one world', () => {
  it('is the same for the same number, and not for all', () => {
    const at = (n: number) => worldOf(imagine(run, {}), n);
    expect(at(3)).toEqual(at(3));
    expect(new Set(Array.from({ length: 20 }, (_, n) => at(n).quantities.compute)).size).toBeGreaterThan(5);
  });

  it('is coherent: what runs at the sites is what runs at the hub', () => {
    for (let n = 0; n < 50; n++) {
      const { quantities, sites } = worldOf(imagine(run, {}), n);
      const ours = assessment.sites.filter(({ role }) => role === 'hub').map(({ id }) => sites[id]!);
      const sum = (of: (site: (typeof ours)[number]) => number) =>
        ours.reduce((all, site) => all + of(site), 0);
      expect(sum(({ accelerators }) => accelerators)).toBeCloseTo(quantities.accelerators!, 6);
      expect(sum(({ compute }) => compute) / 1e15).toBeCloseTo(quantities.compute! / 1e15, 6);
    }
  });
});
