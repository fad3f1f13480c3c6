import { expect, it } from 'vitest';
import { catalogue } from '../../src/errors/catalogue.ts';
import { error, SandtableError, warning } from '../../src/errors/fault.ts';
import { faultsOf, problemOf, refuse } from '../../src/server/problem.ts';

it('has the status, the code and the title of the first error', () => {
  const faults = [warning('ST-D031', 'unused', 'use'), error('ST-H010', 'read only', 'copy')];
  expect(problemOf(faults)).toEqual({
    type: 'urn:sandtable:ST-H010',
    title: catalogue['ST-H010'].title,
    status: 403,
    code: 'ST-H010',
    faults,
  });
});

it('is about the dossier where the fault has a place in it', () => {
  const place = { file: 'hub.yaml', line: 1, column: 1 };
  expect(problemOf([error('ST-S012', 'empty', 'fill', { place })]).status).toBe(422);
  expect(problemOf([error('ST-X003', 'option', 'other')]).status).toBe(400);
});

it('tells nothing of the inside where something else was thrown', () => {
  const [fault] = faultsOf(new TypeError('x is undefined'));
  expect(fault).toMatchObject({
    code: 'ST-X015',
    what: 'Something failed inside that is none of your doing.',
  });
  expect(problemOf([fault!]).status).toBe(500);
  expect(JSON.stringify(faultsOf('odd'))).not.toContain('odd');
  const told = new SandtableError(error('ST-X015', 'TypeError: x is undefined.', 'Report it.'));
  expect(JSON.stringify(faultsOf(told))).not.toContain('TypeError');
});

it('is thrown as a fault like any other', () => {
  expect(() => refuse('ST-H008', 'gone', 'put back')).toThrow(SandtableError);
});
