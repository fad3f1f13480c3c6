import { expect, it } from 'vitest';
import { askable, unaskable } from '../../src/cli/askable.ts';
import { inventing } from './harness.ts';

const commands = askable(inventing);
const command = (name: string) => commands.find((one) => one.name === name)!;

it('takes arguments and options from the command line itself', () => {
  const why = command('why');
  expect(why.arguments.map(({ name, required }) => [name, required])).toEqual([
    ['quantity', true],
    ['dossier', false],
  ]);
  expect(Object.keys(why.query.shape)).toEqual(
    expect.arrayContaining(['asOf', 'prior', 'drop', 'set', 'seed', 'draws', 'language']),
  );
  expect(why.formats).toEqual(['json', 'screen']);
});

it('offers no option that reads or writes a file, and nothing that does so itself', () => {
  for (const { name, query, formats } of commands) {
    for (const option of ['output', 'weather', 'shard', 'workers']) {
      expect(Object.keys(query.shape), name).not.toContain(option);
    }
    expect(formats[0], name).toBe('json');
    expect(Object.hasOwn(unaskable, name), name).toBe(false);
  }
});

it('lets no argument be a path, an option or a file', () => {
  const bad = ['..', '../a', '/a', 'a/b/c', 'a\\b', 'a\0', '.', './a', 'config.json', 'a.yaml', 'x.epw', ''];
  for (const one of commands) {
    for (const { form, name } of one.arguments) {
      for (const text of bad) {
        const file = form.test(text) && !/^\.{1,2}$/.test(text);
        expect(file, `${one.name} ${name} ${text}`).toBe(false);
      }
    }
  }
});

it('reads flags as true and false, and options that may come several times as lists', () => {
  const { query } = command('status');
  expect(query.parse({ licensed: 'true', asIf: ['a', 'b'] })).toEqual({ licensed: true, asIf: ['a', 'b'] });
  expect(query.safeParse({ market: 'nonsense' }).success).toBe(false);
  expect(query.safeParse({ nonsense: '1' }).success).toBe(false);
});
