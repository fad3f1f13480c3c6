import { expect, it } from 'vitest';
import { writtenRun } from '../../src/cli/written-run.ts';

it('reads a dossier alone, and with what follows ? in its link', () => {
  expect(writtenRun('two-halls')).toEqual({ reference: 'two-halls', options: {} });
  expect(
    writtenRun('two-halls?t=2030-11&prior=sceptic&drop=a,b&set=pool:50k&set=world.pace:2&seed=11'),
  ).toEqual({
    reference: 'two-halls',
    options: {
      ...{ asOf: '2030-11', prior: 'sceptic', seed: '11' },
      ...{ drop: ['a,b'], set: ['pool:50k', 'world.pace:2'] },
    },
  });
});

it('refuses a key that decides no run', () => {
  expect(() => writtenRun('two-halls?piror=sceptic')).toThrow('ST-X003');
});
