import { describe, expect, it } from 'vitest';
import { requireModel } from '../../src/models/find.ts';
import { referenceRuns, referenceText } from '../../src/training/reference-runs.ts';
import { dataFiles } from '../chips/data.ts';
import { workloads } from '../serving/data.ts';
import { knowledge, training } from './data.ts';

const { chips } = workloads.training;
const model = requireModel(knowledge.models, workloads.training.model);

describe('how well chips train, as it comes with Sandtable', () => {
  it('is what the training model gives: run npm run rates after a change', () => {
    const written = dataFiles('workloads').find(({ path }) => path.endsWith('/training.yaml'))!.text;
    const runs = referenceRuns(model, { catalogue: knowledge.catalogue, training });
    expect(referenceText(model, runs)).toBe(written);
  }, 60_000);

  it('is a share of the peak, with a spread', () => {
    for (const chip of ['h100-sxm5', 'h20', 'h800-sxm', 'ascend-910b2', 'ascend-910c']) {
      expect(chips.get(chip)!.utilisation, chip).toBeGreaterThan(0.1);
      expect(chips.get(chip)!.utilisation, chip).toBeLessThan(0.9);
      expect(chips.get(chip)!.spread, chip).toBeGreaterThan(0.03);
    }
  });

  it('leaves out what cannot hold the model', () => {
    expect(chips.size).toBeLessThan(knowledge.catalogue.chips.size);
  });
});
