import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { systemError } from '../../src/cli/system-error.ts';
import { written } from '../../src/errors/message.ts';

function problemOf(path: string): unknown {
  try {
    readFileSync(path);
  } catch (problem) {
    return problem;
  }
  return expect.fail('it could be read');
}

it('says in words, and without a path, why a file cannot be read', () => {
  expect(written(systemError(problemOf('no-such-file')))).toBe('there is no such file or folder');
  expect(written(systemError(problemOf('src')))).toBe('it is a folder');
  expect(written(systemError(problemOf('package.json/x')))).toBe('a part of the path is a file');
});

it('leaves the rare to the words of the system', () => {
  expect(written(systemError(Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO' })))).toBe(
    'EIO: i/o error, read',
  );
});
