import { expect, it } from 'vitest';
import { regionOption } from '../../src/cli/region-option.ts';

const known = ['xinjiang', 'qinghai', 'other'];

it('takes a region that is known, and names those that are nearest to another', () => {
  expect(regionOption('qinghai', known)).toBe('qinghai');
  expect(() => regionOption('xinjang', known)).toThrow(
    expect.objectContaining({
      faults: [expect.objectContaining({ code: 'ST-X003', fix: 'Did you mean xinjiang?' })],
    }),
  );
  expect(() => regionOption('moon', known)).toThrow(
    expect.objectContaining({
      faults: [expect.objectContaining({ fix: 'Known are xinjiang, qinghai, other.' })],
    }),
  );
});
