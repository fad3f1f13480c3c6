import { describe, expect, it } from 'vitest';
import { findModel } from '../../src/models/find.ts';
import { collectiveTime } from '../../src/training/collective.ts';
import { layerTime } from '../../src/training/layer.ts';
import { aged, type LayerPlan } from '../../src/training/layer-work.ts';
import { type Framework, plainSoftware } from '../../src/training/software.ts';
import { models, training } from './data.ts';

const { constants, machines } = training;
const qwen = findModel(models, 'qwen3-30b-a3b')!;
const plan: LayerPlan = {
  tensor: 1,
  context: 1,
  expert: 8,
  expertTensor: 1,
  chunks: 1,
  microBatch: 1,
  sequence: 4096,
  precision: 'bf16',
  sequenceParallel: false,
  attention: 'tuned',
  fused: true,
  expertOverlap: false,
  dropsTokens: false,
  year: 2026,
};
const layer = (change: Partial<LayerPlan> = {}, chip = 'gb200') =>
  layerTime(qwen, qwen.layers.at(-1)!, {
    plan: { ...plan, ...change },
    machine: machines.get(chip)!,
    constants,
  });

describe('a layer of experts', () => {
  it('waits for its host, less from recorded graphs, not at all when the whole step is one', () => {
    const host = (graphs?: 'part' | 'full') => layer(graphs ? { graphs } : {}).forward.host;
    expect(host()).toBeGreaterThan(host('part'));
    expect(host('part')).toBeGreaterThan(0);
    expect(host('full')).toBe(0);
  });

  it('waits longer the more experts a chip holds', () => {
    expect(layer({ expert: 1 }).forward.host).toBeGreaterThan(layer({ expert: 128 }).forward.host);
  });

  it('loses on groups from two experts on, but not where compilers lay equal ones out as one product', () => {
    const each = (expert: number, chip: string, dropsTokens = false) =>
      layer({ expert, dropsTokens, precision: 'bf16' }, chip).forward.gemm;
    expect(each(64, 'gb200')).toBeGreaterThan(1.2 * each(128, 'gb200'));
    expect(each(8, 'tpu-v5p')).toBeGreaterThan(each(8, 'tpu-v5p', true));
  });

  it('computes what pads experts to their capacity', () => {
    expect(layer({ capacity: 1.25 }).forward.gemm).toBeGreaterThan(1.05 * layer().forward.gemm);
  });

  it('spares its last product where results are kept', () => {
    expect(layer().last).toBe(0);
    expect(layer({ kept: ['results'] }).last).toBeGreaterThan(0);
  });

  it('sends each copy of a token over the network, or once to each node that it reaches', () => {
    const sent = (dispatch: 'copies' | 'nodes', chip = 'h100-sxm5') =>
      layer({ expert: 64, dispatch }, chip).forward.expert;
    expect(sent('copies')).toBeGreaterThan(1.2 * sent('nodes'));
    expect(layer({ expert: 64, dispatch: 'copies' }, 'tpu-v5p')).toEqual(
      layer({ expert: 64, dispatch: 'nodes' }, 'tpu-v5p'),
    );
    expect(layer({ expert: 64 }, 'h100-sxm5').forward.expert).toBe(sent('nodes'));
    const moved = (dispatch: 'nodes' | 'fused') => layer({ expert: 64, dispatch }).forward.memory;
    expect(moved('fused')).toBeLessThan(moved('nodes'));
    expect(layer({ expert: 64, year: 2025 }, 'h100-sxm5').forward.expert).toBe(
      layer({ expert: 64, year: 2025, dispatch: 'copies' }, 'h100-sxm5').forward.expert,
    );
  });

  it('leaves processors to exchanges that run beside it and cross the network', () => {
    const gemm = (change: Partial<LayerPlan>, chip: string) => layer(change, chip).forward.gemm;
    const beside = gemm({ expert: 64, expertOverlap: true }, 'h100-sxm5');
    expect(beside / gemm({ expert: 64 }, 'h100-sxm5')).toBeCloseTo(
      132 / (132 - constants.exchangeProcessors),
      6,
    );
    expect(gemm({ expert: 64, expertOverlap: true }, 'gb200')).toBe(gemm({ expert: 64 }, 'gb200'));
  });

  it('never waits on a TPU, whose compiler makes one program of a step', () => {
    expect(layer({}, 'tpu-v5p').forward.host).toBe(0);
  });
});

it('software gets better from 2023 on, and is not slower before', () => {
  expect(aged(0.3, 2026)).toBeLessThan(aged(0.3, 2024));
  expect(aged(0.3, 2020)).toBe(aged(0.3, 2023));
});

describe('a dense layer', () => {
  const llama = findModel(models, 'llama-3.1-8b')!;
  const dense = (change: Partial<LayerPlan> = {}, chip = 'h100-sxm5') =>
    layerTime(llama, llama.layers[0]!, {
      plan: { ...plan, expert: 1, ...change },
      machine: machines.get(chip)!,
      constants,
    });

  it('exchanges more openly where software does not work beside an exchange', () => {
    const split = { tensor: 8, sequenceParallel: true };
    expect(dense({ ...split, tensorExposed: true }).forward.tensor).toBeGreaterThan(
      1.2 * dense(split).forward.tensor,
    );
  });

  it('hides the backward exchange of a tensor group in Megatron since it works beside the gradient of weights', () => {
    const split = { tensor: 8, sequenceParallel: false };
    const made = (year: number, framework: Framework) =>
      dense({ ...split, year, software: { ...plainSoftware, framework } }, 'a100-80');
    const { forward, backward } = made(2021.3, 'megatron');
    expect(backward.tensor).toBeCloseTo(forward.tensor, 9);
    expect(made(2022.4, 'megatron').backward.tensor).toBeLessThan(0.5 * backward.tensor);
    expect(made(2022.4, 'deepspeed').backward.tensor).toBeCloseTo(backward.tensor, 9);
  });

  it('sums over a tensor group by the measured curve: 1.17 ms for 128 MiB on eight A100', () => {
    const { reduceAll } = machines.get('a100-80')!;
    expect(Math.abs(collectiveTime(reduceAll!, 8, 2 * 2 ** 27) / 1.1691e-3 - 1)).toBeLessThan(0.12);
  });

  it('exchanges once where attention and feed-forward part stand side by side', () => {
    const split = { ...plan, expert: 1, tensor: 8 };
    const made = (parallel: boolean) =>
      layerTime({ ...llama, parallel }, llama.layers[0]!, {
        plan: split,
        machine: machines.get('h100-sxm5')!,
        constants,
      }).forward;
    expect(made(true).tensor).toBeCloseTo(made(false).tensor / 2, 9);
    expect(made(true).memory).toBeLessThan(made(false).memory);
  });

  it('takes longer for attention on the chip with fewer exponentials for its products', () => {
    const machine = machines.get('b200')!;
    const on = (exponential: number) =>
      layerTime(llama, llama.layers[0]!, {
        plan: { ...plan, expert: 1 },
        machine: { ...machine, exponential },
        constants,
      }).forward.attention;
    expect(machine.exponential).toBe(2 * machines.get('b300')!.exponential);
    expect(on(512)).toBeGreaterThan(1.2 * on(256));
  });

  it('ends with a product that is part of its forward pass', () => {
    const { last, forward } = dense();
    expect(last).toBeGreaterThan(0);
    expect(last).toBeLessThan(0.5 * forward.gemm);
  });
});
