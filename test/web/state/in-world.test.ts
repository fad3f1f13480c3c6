import { expect, it } from 'vitest';
import { inWorld } from '../../../src/web/state/in-world.ts';
import { runOf, twoHalls } from '../../assessment/hubs.ts';

const [site] = runOf(twoHalls, { draws: 1024 }).assessment.sites;

it('a site of a drawn world has one stage and one amount of everything', () => {
  const { stages, compute, accelerators } = inWorld(site!, {
    stage: 'shell',
    accelerators: 7,
    compute: 8e15,
  });
  expect(stages).toEqual({ paper: 0, construction: 0, shell: 1, lit: 0 });
  expect(compute).toMatchObject({ low: 8e15, median: 8e15, high: 8e15, claimed: site!.compute.claimed });
  expect(accelerators).toMatchObject({ low: 7, median: 7, high: 7 });
});

it('without a drawn world a site is as it was', () => {
  expect(inWorld(site!, undefined)).toBe(site);
});
