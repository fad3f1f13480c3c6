import { readFileSync } from 'node:fs';
import { load } from './load.ts';
import { placeModel } from '../../src/serving/placed-engine.ts';
const loaded = load();
const constants = JSON.parse(readFileSync('/tmp/fit.json', 'utf8'));
for (const id of process.argv.slice(2)) {
  const row = loaded.rows.find((r) => r.id === id)!;
  const e = placeModel(row.model, { placement: row.placement!, machine: loaded.machines.get(row.chip)!, constants });
  const b = row.batch ?? 32;
  const ctx = row.load.inputTokens + row.load.outputTokens / 2;
  const t = row.measured === 'prefill' ? e.parts({ sequences: 0, each: 1, context: 0, prompt: row.batch ?? 8192, promptContext: row.load.inputTokens / 2 }) : e.parts({ sequences: b, each: 1 + row.placement!.guessed, context: ctx, prompt: 0, promptContext: 0 });
  console.log(id, row.chip, row.phase, b, ctx, 'rate', row.rate, 'maxBatch/chip', e.maxBatch(ctx) / e.chips, 'weights', e.weights / 1e9, 'room', e.room/1e9);
  console.log(Object.entries(t).map(([k, v]) => `${k} ${(v * 1e3).toFixed(2)}`).join('  '), 'engine', constants.engine[row.placement!.engine].kernels, JSON.stringify(row.placement!.formats));
}
