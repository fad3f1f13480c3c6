import { describe, expect, it } from 'vitest';
import { forwardFlop } from '../../src/models/flop.ts';
import { formatsFor } from '../../src/serving/formats.ts';
import { placeModel } from '../../src/serving/placed-engine.ts';
import { readWeightBytes, sequenceBytes } from '../../src/serving/weights.ts';
import { precisions } from '../../src/training/machine.ts';
import { productFormat } from '../../src/training/product-format.ts';
import { constants, machines, models, shared } from './known.ts';

// A small dense model, so that a chip by itself holds it; the youngest and fastest of all engines.
const model = models.get('llama-3.1-8b')!;
const all = [...new Set(machines.values())].filter(({ memory, bandwidth }) => memory > 25e9 && bandwidth > 0);
const cases = all.flatMap((machine) => precisions.map((precision) => ({ machine, precision })));

describe('nothing exceeds what the data sheet of a chip says', () => {
  it('counts every chip that holds the model', () => {
    expect(all.length).toBeGreaterThan(60);
  });

  it.each(cases)('$machine.id in $precision', ({ machine, precision }) => {
    const formats = formatsFor(model, precision);
    for (const engine of ['trtllm', 'tensorrt', 'vllm', 'sglang', 'own'] as const) {
      const placement = { ...shared, tensor: 1, formats, engine, year: 2027 };
      const placed = placeModel(model, { placement, machine, constants });

      // Reading: the products of the layers, without attention.
      const tokens = 16_384;
      const { matrices } = forwardFlop(model, 1);
      const { peak } = productFormat(machine, precision);
      expect((tokens * matrices) / placed.prefillSeconds(tokens, 1)).toBeLessThan(peak);

      // Writing: weights and caches, once a step.
      const batch = Math.min(64, placed.maxBatch(4000));
      const bytes =
        readWeightBytes(model, placement, constants.limits, batch) +
        batch * 4000 * sequenceBytes(model, placement).token;
      expect(bytes / placed.decodeSeconds(batch, 4000)).toBeLessThan(machine.bandwidth);
    }
  });

  it.each(all.map((machine) => ({ machine })))(
    '$machine.id with attention over long prompts',
    ({ machine }) => {
      const placement = {
        ...shared,
        tensor: 1,
        formats: formatsFor(model, 'bf16'),
        engine: 'own' as const,
        year: 2027,
      };
      const placed = placeModel(model, { placement, machine, constants });
      const seen = 65_536;
      const heads = model.layers.reduce(
        (sum, { count, mixer }) =>
          sum + count * (mixer?.kind === 'attention' ? 4 * mixer.heads * mixer.headDim : 0),
        0,
      );
      const flop = 4096 * (forwardFlop(model, 1).matrices + heads * seen);
      expect(flop / placed.prefillSeconds(4096, seen)).toBeLessThan(machine.peak.bf16);
    },
  );
});
