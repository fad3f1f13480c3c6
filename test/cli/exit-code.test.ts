import { expect, it } from 'vitest';
import { exitCodeOf } from '../../src/cli/exit-code.ts';
import { error, warning } from '../../src/errors/fault.ts';

const place = { file: 'x/hub.yaml', line: 1, column: 1 };

it('blames the dossier for what stands in a file, the user for the rest', () => {
  expect(exitCodeOf([])).toBe(0);
  expect(exitCodeOf([warning('ST-X003', 'a', 'b')])).toBe(0);
  expect(exitCodeOf([error('ST-X003', 'a', 'b')])).toBe(2);
  expect(exitCodeOf([error('ST-X003', 'a', 'b', { place })])).toBe(3);
  expect(exitCodeOf([error('ST-X009', 'a', 'b')])).toBe(4);
  expect(exitCodeOf([error('ST-X011', 'a', 'b')])).toBe(5);
  expect(exitCodeOf([error('ST-X015', 'a', 'b')])).toBe(1);
});
