import type { Architecture } from '../../src/models/architecture.ts';
import { estimateService } from '../../src/serving/closed-form.ts';
import type { ServingConstants } from '../../src/serving/constants.ts';
import { type PlacedEngine, placeModel } from '../../src/serving/placed-engine.ts';
import type { RequestShape } from '../../src/serving/requests.ts';
import { type Layout, simulateService } from '../../src/serving/simulate.ts';
import { largestRate } from '../../src/serving/within.ts';
import type { TraceShape } from '../../src/serving/workloads.ts';
import type { Machine } from '../../src/training/machine.ts';
import { short, table } from './markdown.ts';

interface Setting {
  model: Architecture;
  machine: Machine;
  constants: ServingConstants;
  shapes: readonly TraceShape[];
}

const target = { ttft: 5, tpot: 0.1, percentile: 'p99' } as const;

/** The engine that services are simulated with. */
function engineOf({ model, machine, constants }: Omit<Setting, 'shapes'>): PlacedEngine {
  return placeModel(model, {
    placement: {
      tensor: 4,
      data: 1,
      pipeline: 1,
      expertParallel: false,
      formats: { mixer: 'fp8', dense: 'fp8', experts: 'fp8', core: 'bf16', cache: 1 },
      overlap: false,
      balance: 'none',
      guessed: 0,
      accepted: 0,
      engine: 'vllm',
      year: 2026,
    },
    machine,
    constants,
  });
}

/** What the page rests on of the model, cheap enough for a test to make again: steps of the engine by the sequences that it decodes. */
export function stepTable(setting: Omit<Setting, 'shapes'>): string {
  const engine = engineOf(setting);
  const rows = [1, 8, 64, 256].map((batch) => {
    const ms = (seconds: number) => short(1000 * seconds);
    return [
      String(batch),
      ms(engine.decodeSeconds(batch, 1024)),
      ms(engine.mixedSeconds(batch, 1024, 1024, 512)),
    ];
  });
  return table(['sequences', 'a step that writes', 'with a prompt of 1,024 tokens'], rows);
}

/** The closed form and the simulation side by side, for random arrivals and for those of the traces. */
export function serviceTables({ shapes, ...setting }: Setting): string {
  const engine = engineOf(setting);
  const layouts: readonly (readonly [string, Layout])[] = [
    ['together', { kind: 'together', engine }],
    [
      'split',
      {
        kind: 'split',
        prefill: { engine, units: 2 },
        decode: { engine, units: 2 },
        handover: (read) => 5e-6 * read,
      },
    ],
  ];
  const rows = shapes.flatMap((shape) => {
    const even: RequestShape = { read: shape.read, write: shape.write };
    return layouts.flatMap(([name, layout]) => {
      const most = largestRate(even, layout, target);
      return [0.4, 0.8].flatMap((share) => [
        row(`${shape.name.en}, at random`, even, { name, layout, rate: share * most }),
        row(`${shape.name.en}, as the trace`, shape, { name, layout, rate: share * most }),
      ]);
    });
  });
  return table(
    [
      'requests',
      'layout',
      'requests/s',
      'first, mean: form',
      'simulated',
      'first, 99 %: form',
      'simulated',
      'between: form',
      'simulated',
      'between, 99 %: form',
      'simulated',
    ],
    rows,
  );
}

function row(
  name: string,
  shape: RequestShape,
  { name: layoutName, layout, rate }: { name: string; layout: Layout; rate: number },
): string[] {
  const fast = estimateService(shape, layout, rate);
  const slow = simulateService(shape, layout, { rate, seed: 1, count: 40_000 });
  const ms = (seconds: number) => short(1000 * seconds);
  return [
    name,
    layoutName,
    short(rate),
    ms(fast.meanTtft),
    ms(slow.meanTtft),
    ms(fast.ttft.p99),
    ms(slow.ttft.p99),
    ms(fast.tpot),
    ms(slow.meanTpot),
    ms(fast.tpots.p99),
    ms(slow.tpot.p99),
  ];
}
