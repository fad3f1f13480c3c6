import { describe, expect, it } from 'vitest';
import { collectiveTime, spanTime } from '../../src/training/collective.ts';
import { training } from './data.ts';

const h100 = training.machines.get('h100-sxm5')!;
const { constants } = training;

describe('a gather', () => {
  it('among eight H100 takes the 1.40 ms for 512 MiB that were measured', () => {
    const ratio = collectiveTime(h100.gather, 8, 536_870_912) / 1.4015e-3;
    expect(Math.abs(ratio - 1)).toBeLessThan(0.12);
  });
  it('of one chip, or of nothing, is free', () => {
    expect(collectiveTime(h100.gather, 1, 1e9)).toBe(0);
    expect(collectiveTime(h100.gather, 8, 0)).toBe(0);
  });
  it('beyond a node waits for the network, less where more chips of the group share a node', () => {
    const time = (chips: number, stride: number) =>
      spanTime(h100, h100.gather, { chips, stride, bytes: 1e9, constants });
    expect(time(8, 1)).toBeLessThan(time(16, 1));
    expect(time(16, 1)).toBeLessThan(time(16, 8));
  });
});
