import { expect, it } from 'vitest';
import { SandtableError } from '../../src/errors/fault.ts';
import { coolingMiddles, parseGrounds } from '../../src/site/grounds.ts';
import { dataFiles } from '../chips/data.ts';
import { grounds } from './grounds-data.ts';

it('reads every climate, locality, class and constant that is shipped', () => {
  expect(grounds.climates.size).toBeGreaterThan(60);
  expect([...grounds.localities.keys()]).toContain('xinjiang');
  expect([...grounds.classes.keys()]).toEqual(['google', 'aws', 'azure', 'chilled', 'dry']);
  expect(coolingMiddles(grounds).air.supply).toBeCloseTo(24, 9);
  expect(grounds.generator.memory.temperature).toBeGreaterThan(0.4);
});

it('refuses a file that lacks a section, and says which', () => {
  const files = dataFiles('plants').map((file) =>
    file.path.endsWith('power.yaml') ? { ...file, text: file.text.replace(/^feeder:[\s\S]*/m, '') } : file,
  );
  const read = () => parseGrounds([...files, ...dataFiles('regions')]);
  expect(read).toThrow(SandtableError);
  expect(read).toThrow(/ST-P003 No `feeder`/);
});
