import { describe, expect, it } from 'vitest';
import { findChip, requireChip, requireChipOf } from '../../src/chips/find.ts';
import { SandtableError } from '../../src/errors/fault.ts';
import { catalogue } from './data.ts';

describe('findChip', () => {
  it('takes ids, aliases and names in any case, with or without the maker', () => {
    const names = ['h100-sxm5', 'H100', 'Nvidia H100', 'nvidia h100 sxm5 80 gb', 'h100_sxm'];
    expect(names.map((name) => findChip(catalogue, name)?.id)).toEqual(names.map(() => 'h100-sxm5'));
    expect(findChip(catalogue, 'Huawei Ascend 910C')?.id).toBe('ascend-910c');
    expect(findChip(catalogue, 'constructor')).toBeUndefined();
  });

  it('says what was perhaps meant', () => {
    const attempt = () => requireChip(catalogue, 'h100-smx5');
    expect(attempt).toThrow(SandtableError);
    expect(attempt).toThrow(/ST-C001.*h100-smx5.*Did you mean h100-sxm5/);
  });
});

describe('a system', () => {
  it('that holds one kind of chip stands for it, another is refused with its chips', () => {
    expect(requireChipOf(catalogue, 'DGX-B300').id).toBe('b300');
    expect(() => requireChipOf(catalogue, 'hgx-h100')).toThrow(/h100-sxm5/);
    expect(() => requireChipOf(catalogue, 'dgx-b30')).toThrow(/ST-C001/);
  });
});
