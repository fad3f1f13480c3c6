import { describe, expect, it } from 'vitest';
import { answerTraining } from '../../src/training/answer.ts';
import { parseFleet } from '../../src/training/fleet.ts';
import { trainOn } from '../../src/training/train.ts';
import { formatFault, multiplying } from '../../src/training/trainable.ts';
import { knowledge, training } from './data.ts';

const machine = (id: string) => training.machines.get(id)!;

describe('a format that a chip lacks', () => {
  it('is refused with those it has', () => {
    for (const [chip, format] of [
      ['h100-sxm5', 'fp4'],
      ['tpu-v5p', 'fp4'],
      ['gaudi-3', 'fp4'],
      ['a100-80', 'fp8'],
      ['ascend-910b2', 'fp8'],
    ] as const) {
      const fault = formatFault(machine(chip), format);
      expect(fault?.code).toBe('ST-T009');
      expect(fault?.fix).toMatch(/bf16/);
    }
    expect(formatFault(machine('h100-sxm5'), 'fp4')?.fix).toBe('Write --precision bf16 or fp8.');
  });

  it('is taken where the chip has it, and as integers where its compiler quantises', () => {
    expect(formatFault(machine('b200'), 'fp4')).toBeUndefined();
    expect(formatFault(machine('tpu-v5p'), 'fp8')).toBeUndefined();
    expect(multiplying(machine('tpu-v5p'), 'fp8').peak.fp8).toBe(machine('tpu-v5p').int8);
    expect(multiplying(machine('h100-sxm5'), 'fp8')).toBe(machine('h100-sxm5'));
  });

  it('is said in an answer where it runs as integers, and refused for each kind of chip', () => {
    const ask = (chips: string, precision: 'fp8' | 'fp4') =>
      answerTraining(
        {
          model: knowledge.models.get('llama-3.1-8b')!,
          groups: parseFleet(chips, training.machines),
          precision,
        },
        knowledge,
      );
    expect(ask('64xtpu-v5p', 'fp8').cautions).toContainEqual(expect.objectContaining({ kind: 'integers' }));
    expect(ask('64xh100-sxm5', 'fp8').cautions).toEqual([]);
    expect(() => ask('64xh100-sxm5,64xa100-80', 'fp8')).toThrow(/A100/);
  });
});

it('chips too little is published of are refused, whoever asks', () => {
  const bare = { ...machine('h100-sxm5'), bandwidth: 0 };
  expect(() =>
    trainOn({ model: knowledge.models.get('llama-3.1-8b')!, group: { machine: bare, count: 8 } }, training),
  ).toThrow(/nobody has published the bandwidth of its memory/);
});
