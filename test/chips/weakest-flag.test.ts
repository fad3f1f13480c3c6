import { expect, it } from 'vitest';
import { weakestFlag } from '../../src/chips/weakest-flag.ts';
import { catalogue } from './data.ts';

const flagOf = (id: string) => weakestFlag(catalogue.chips.get(id)!);

it('is that of the least checked figure, not of the best', () => {
  expect(['a100-80', 'mi100', 'max-1550', 'rtx-pro-6000-server', 'mlu590'].map(flagOf)).toEqual([
    'A',
    'K',
    'K',
    'K',
    'C',
  ]);
});
