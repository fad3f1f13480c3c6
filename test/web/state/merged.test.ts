import { expect, it } from 'vitest';
import { figuresOf, imagine, openRun, sitesOf } from '../../../src/assessment/live.ts';
import { merged } from '../../../src/web/state/merged.ts';
import { runOf, twoHalls } from '../../assessment/hubs.ts';

it('moves what moves, keeps the rest, and has no run id of its own', () => {
  const { plan, posterior, assessment } = runOf(twoHalls, { draws: 4096 });
  const imagined = imagine(openRun(plan, posterior), { prior: 'sceptic' });
  const [figures, sites] = [figuresOf(imagined), sitesOf(imagined)];
  const shown = merged(assessment, { figures, sites, prior: 'sceptic', drop: [], set: {} });
  expect(shown.questions).toEqual(figures.questions);
  expect(shown.sites).toEqual(sites);
  expect(shown.evidence).toBe(assessment.evidence);
  expect(shown.run).toMatchObject({ id: '', prior: 'sceptic' });
  expect(merged(assessment, { figures, prior: 'sceptic', drop: [], set: {} }).sites).toBe(assessment.sites);
});
