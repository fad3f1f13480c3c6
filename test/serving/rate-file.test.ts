import { describe, expect, it } from 'vitest';
import { requireModel } from '../../src/models/find.ts';
import { parseServing } from '../../src/serving/parse.ts';
import { ratedKinds, ratesText } from '../../src/serving/rate-file.ts';
import { dataFiles } from '../chips/data.ts';
import { knowledge, training } from '../training/data.ts';
import { workloads } from './data.ts';

const serving = parseServing(dataFiles('serving')).serving!;
const model = requireModel(knowledge.models, workloads.rates.model);
const kinds = ratedKinds(model, { catalogue: knowledge.catalogue, training, serving });
const { pace } = workloads.rates;

describe('the rates of chips that come with Sandtable', () => {
  it('are those that the serving model gives: run npm run rates after a change', () => {
    const written = dataFiles('workloads').find(({ path }) => path.endsWith('/rates.yaml'))!.text;
    expect(ratesText(model, kinds, { ...serving, pace })).toBe(written);
  });

  it('are those of the chips that the verdict needs, falling with the tokens in sight', () => {
    for (const chip of ['h100-sxm5', 'h20', 'h800-sxm', 'ascend-910b2', 'ascend-910c']) {
      const { decode, prefill, spread } = workloads.rates.chips.get(chip)!;
      expect(
        [...decode].sort((a, b) => b - a),
        chip,
      ).toEqual(decode);
      expect(
        [...prefill].sort((a, b) => b - a),
        chip,
      ).toEqual(prefill);
      expect(spread).toBeGreaterThan(0.05);
    }
  });

  it('have an H20 strong at writing and weak at reading', () => {
    const [h20, h100] = ['h20', 'h100-sxm5'].map((chip) => workloads.rates.chips.get(chip)!);
    const writing = h20!.decode[0]! / h100!.decode[0]!;
    const reading = h20!.prefill[0]! / h100!.prefill[0]!;
    expect(writing).toBeGreaterThan(reading);
  });

  it('leave out chips that cannot hold the model or keep the pace', () => {
    expect(workloads.rates.chips.has('groqchip-v1')).toBe(false);
  });
});
