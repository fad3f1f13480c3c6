import { describe, expect, it } from 'vitest';
import { either, inTurn, mapped, say, withNear, written } from '../../src/errors/message.ts';
import { sentences } from '../../src/errors/zh-CN/sentences.ts';

describe('written', () => {
  it('puts names, numbers and messages in their places', () => {
    const words = say('{text} goes below zero.', { text: '`-3`' });
    expect(written(words)).toBe('`-3` goes below zero.');
    expect(written(words, sentences)).toBe('`-3` 小于零。');
    const line = say('`{name}` was already written on line {line}.', { name: 'id', line: 3 });
    expect(written(line, sentences)).toBe('`id` 已在第 3 行写过。');
    expect(written('as it is', sentences)).toBe('as it is');
  });

  it('takes no braces of what was typed for a name', () => {
    const words = say('There is no source `{id}`.', { id: '{id}' });
    expect(written(words)).toBe('There is no source `{id}`.');
  });

  it('sets Chinese words without spaces between them, and names with', () => {
    const limit = say('{name} cannot be {found}.', {
      name: say('A {kind} limit', { kind: 'feed' }),
      found: '`60`',
    });
    expect(written(limit, sentences)).toBe('feed 类限制不能是 `60`。');
    const nouns = either([say('a power'), say('an apparent power'), 'MW']);
    expect(written(nouns as ReturnType<typeof say>, sentences)).toBe('功率或视在功率或 MW');
    expect(written(nouns as ReturnType<typeof say>)).toBe('a power or an apparent power or MW');
  });
});

it('joins alternatives and sentences', () => {
  expect(either([])).toBe('');
  expect(either(['a'])).toBe('a');
  expect(written(either(['a', 'b', 'c']) as ReturnType<typeof say>)).toBe('a or b or c');
  const [near, always] = [say('Delete it.'), say('Check both dates.')];
  expect(written(inTurn(near, always))).toBe('Delete it. Check both dates.');
  expect(written(inTurn(near, always), sentences)).toBe('请删除。请检查两个日期。');
  expect(withNear(undefined, always)).toBe(always);
  expect(withNear(near, always)).toEqual(inTurn(near, always));
});

it('changes every name and quotation, and nothing else', () => {
  const words = say('{path} cannot be read: {reason}.', { path: '`/tmp/x`', reason: say('it is no file') });
  const near = mapped(words, (text) => text.replaceAll('/tmp', '~'));
  expect(written(near)).toBe('`~/x` cannot be read: it is no file.');
  expect(mapped('/tmp/x', () => 'y')).toBe('y');
});
