import { describe, expect, it } from 'vitest';
import { placeModel } from '../../src/serving/placed-engine.ts';
import { rooflineOf } from '../../src/serving/roofline.ts';
import { servingTask } from '../../src/serving/serve.ts';
import { waysOf } from '../../src/serving/ways.ts';
import { precisions } from '../../src/training/machine.ts';
import { constants, knowledge, machines, models } from './known.ts';

const known = [...new Map([...machines.values()].map((machine) => [machine.id, machine])).values()].filter(
  ({ bandwidth, memory }) => bandwidth > 0 && memory > 0,
);
const asked = ['llama-3.1-8b', 'llama-3.1-70b', 'qwen-3-30b-a3b', 'deepseek-v3'];
const contexts = [1000, 4000, 16_000, 64_000, 128_000];
/** Rounding of tiles and of batches that are cut in two. */
const slack = 1.02;

function engines(model: string, chip: (typeof known)[number], precision: (typeof precisions)[number]) {
  const task = servingTask(
    {
      model: models.get(model)!,
      group: { machine: chip, count: 32 },
      load: { inputTokens: 1000, outputTokens: 200 },
      precision,
    },
    knowledge,
  );
  const placed = waysOf(task).map((placement) => placeModel(task.model, { ...task, placement }));
  return { task, placed: placed.filter((engine) => engine.maxBatch(1200) >= 1) };
}

describe.each(asked)('predictions for %s over all chips and formats', (model) => {
  it('are slower with longer contexts and larger batches, which write more in all', () => {
    for (const chip of known) {
      for (const precision of precisions) {
        const { placed } = engines(model, chip, precision);
        for (const engine of placed.slice(0, 4)) {
          let before = 0;
          for (const context of contexts) {
            const step = engine.decodeSeconds(8, context);
            expect(step, `${chip.id} ${precision} ${context}`).toBeGreaterThanOrEqual(before / 1.000001);
            before = step;
          }
          let rate = 0;
          for (let batch = engine.placement.data; batch <= 64 * engine.placement.data; batch *= 2) {
            const seconds = engine.decodeSeconds(batch, 4000);
            expect(batch / seconds, `${chip.id} ${precision} batch ${batch}`).toBeGreaterThan(rate / slack);
            rate = batch / seconds;
          }
        }
      }
    }
  });

  it('never exceed what bandwidth and arithmetic allow', () => {
    for (const chip of known) {
      for (const precision of precisions) {
        const { task, placed } = engines(model, chip, precision);
        for (const engine of placed.slice(0, 2)) {
          for (const point of rooflineOf(task, engine.placement)) {
            const most = Math.min(point.memory, point.compute);
            expect(point.rate, `${chip.id} ${precision}`).toBeLessThanOrEqual(most);
          }
        }
      }
    }
  });

  it('are no slower with more bandwidth, nor with more arithmetic but for what feeds it', () => {
    for (const chip of known) {
      const peak = Object.entries(chip.peak).map(([of, rate]) => [of, 1.5 * rate!]);
      const wider = { ...chip, bandwidth: 1.5 * chip.bandwidth };
      const quicker = { ...chip, peak: Object.fromEntries(peak) as typeof chip.peak };
      const { task, placed } = engines(model, chip, 'bf16');
      for (const engine of placed.slice(0, 3)) {
        // Experts on matrix units that run ahead of what feeds them lose some of it: about a sixth at most.
        for (const [machine, allowed] of [
          [wider, slack],
          [quicker, 1.16],
        ] as const) {
          const quick = placeModel(task.model, { placement: engine.placement, machine, constants });
          for (const batch of [8, 256]) {
            const before = engine.decodeSeconds(batch, 4000);
            expect(quick.decodeSeconds(batch, 4000), chip.id).toBeLessThanOrEqual(before * allowed);
          }
          const read = engine.prefillSeconds(16_384, 2000);
          expect(quick.prefillSeconds(16_384, 2000), chip.id).toBeLessThanOrEqual(read * allowed);
        }
      }
    }
  });
});
