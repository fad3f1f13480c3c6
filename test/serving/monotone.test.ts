import { describe, expect, it } from 'vitest';
import { SandtableError } from '../../src/errors/fault.ts';
import { answerServing, type ServingQuestion } from '../../src/serving/serve.ts';
import type { Machine } from '../../src/training/machine.ts';
import { knowledge, machines, models } from './known.ts';

/** Questions of all kinds of models, chips and fleets: small and large, one chip and many, tight limits and wide ones. */
const asked = [
  { id: 'llama-3.1-8b', chip: 'h100-sxm5', count: 1, target: { ttft: 2, tpot: 0.02 } },
  { id: 'llama-3.1-8b', chip: 'l40s', count: 4, target: { ttft: 2, tpot: 0.04 }, load: [1000, 500] },
  { id: 'llama-3.1-70b', chip: 'h100-sxm5', count: 8, target: { ttft: 2, tpot: 0.04 } },
  { id: 'llama-3.1-70b', chip: 'ascend-910b', count: 16, target: { ttft: 5, tpot: 0.08 }, percentile: 'p99' },
  { id: 'llama-3.1-405b', chip: 'b200', count: 8, target: { ttft: 10, tpot: 0.05 } },
  { id: 'qwen-3-235b-a22b', chip: 'h200-sxm', count: 32, target: { ttft: 2, tpot: 0.05 } },
  { id: 'deepseek-v3', chip: 'h20', count: 64, target: { ttft: 10, tpot: 0.05 } },
  { id: 'deepseek-v3', chip: 'ascend-910c', count: 128, target: { ttft: 10, tpot: 0.02 } },
  { id: 'deepseek-v3', chip: 'gb200', count: 72, target: { ttft: 1, tpot: 0.02 } },
  { id: 'deepseek-v3', chip: 'h800-sxm', count: 96, target: { ttft: 2, tpot: 0.03 }, load: [1000, 1000] },
  { id: 'deepseek-v3', chip: 'h100-sxm5', count: 64, target: { ttft: 4, tpot: 0.1 }, traffic: 'code' },
] as const satisfies readonly Asked[];

interface Asked {
  id: string;
  chip: string;
  count: number;
  target: { ttft: number; tpot: number };
  load?: readonly [number, number];
  traffic?: string;
  percentile?: 'p99';
}

/** Requests a second at most; 0 where nothing keeps the limits. */
function most(
  { id, chip, count, target, load = [4096, 1024], ...rest }: Asked,
  better = (it: Machine) => it,
) {
  const [inputTokens, outputTokens] = load;
  const question: ServingQuestion = {
    model: models.get(id)!,
    group: { machine: better(machines.get(chip)!), count },
    load: { inputTokens, outputTokens },
    target,
    ...rest,
  };
  try {
    return answerServing(question, knowledge).most!.rate;
  } catch (problem) {
    if (problem instanceof SandtableError) return 0;
    throw problem;
  }
}

describe.each(asked)('the most of $id on $count $chip', (one: Asked) => {
  const usual = most(one);
  const { target, count } = one;

  it('is no less where any limit is looser, by however little', () => {
    for (const by of [1.03, 1.5]) {
      for (const limit of ['ttft', 'tpot'] as const) {
        const looser = most({ ...one, target: { ...target, [limit]: by * target[limit] } });
        expect(looser, `${limit} x ${by}`).toBeGreaterThanOrEqual(usual);
      }
    }
  });

  it('is at least twice as much on twice the chips', () => {
    expect(most({ ...one, count: 2 * count })).toBeGreaterThanOrEqual(2 * usual);
  });

  it('is no less on a chip that is better in every respect', () => {
    for (const by of [1.03, 1.3]) {
      const better = most(one, (it) => betterBy(by, it));
      expect(better, `x ${by}`).toBeGreaterThanOrEqual(usual);
    }
  });
});

function betterBy(by: number, machine: Machine): Machine {
  const peak = Object.entries(machine.peak).map(([format, rate]) => [format, by * rate!]);
  return {
    ...machine,
    peak: Object.fromEntries(peak) as Machine['peak'],
    memory: by * machine.memory,
    bandwidth: by * machine.bandwidth,
    network: by * machine.network,
    ...(machine.links !== undefined && { links: by * machine.links }),
  };
}
