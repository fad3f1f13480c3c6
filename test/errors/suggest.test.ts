import { describe, expect, it } from 'vitest';
import { written } from '../../src/errors/message.ts';
import { didYouMean, editDistance, listed, suggest } from '../../src/errors/suggest.ts';

describe('suggest', () => {
  it('counts inserts, deletes, replacements and swaps of neighbours as one edit each', () => {
    expect(editDistance('yiwu', 'yiwu')).toBe(0);
    expect(editDistance('yiwu', 'yiu')).toBe(1);
    expect(editDistance('yiwu', 'yuwi')).toBe(2);
    expect(editDistance('accelerators', 'accelerotars')).toBe(2);
    expect(editDistance('from', 'form')).toBe(1);
  });

  it('names the nearest first and leaves out what is far', () => {
    expect(suggest('tendr', ['tender', 'vendor', 'award'])).toEqual(['tender', 'vendor'].slice(0, 1));
    expect(suggest('acc', ['accelerators', 'compute'])).toEqual(['accelerators']);
  });

  it('names first what begins with the whole of it', () => {
    expect(suggest('h100', ['b100', 'h10', 'h100-pcie', 'h100-sxm5', 'h1000'])).toEqual([
      'h100-pcie',
      'h100-sxm5',
      'b100',
    ]);
  });

  it('names first what begins the whole of it, however much follows', () => {
    expect(suggest('v100-sxm2-32gb', ['a100-sxm4-40gb', 'v100', 'v10'])[0]).toBe('v100');
    expect(suggest('v100-32', ['v100', 'h200'])).toEqual(['v100']);
  });

  it('knows a name of several words by its first, mistyped', () => {
    expect(suggest('xinjang', ['two-halls', 'xinjiang-qinghai'])).toEqual(['xinjiang-qinghai']);
    expect(suggest('deepsek', ['qwen3-8b', 'deepseek-v3', 'deepseek-v2'])).toEqual([
      'deepseek-v2',
      'deepseek-v3',
    ]);
    expect(suggest('h9', ['h9xx-pcie', 'h100-sxm5'])).toEqual([]);
  });

  it('takes letters for the digits they look like', () => {
    expect(suggest('h2OO', ['h200', 'h20', 'a100'])[0]).toBe('h200');
    expect(suggest('al00', ['a100', 'a10', 'l40'])[0]).toBe('a100');
  });

  it('asks, or says nothing', () => {
    expect(written(didYouMean('sourc', ['source', 'grade'])!)).toBe('Did you mean source?');
    expect(didYouMean('xyz', ['source', 'grade'])).toBeUndefined();
  });

  it('lists a few names and counts the others', () => {
    expect(listed(['a', 'b', 'c'], 3)).toBe('a, b, c');
    expect(written(listed(['a', 'b', 'c', 'd'], 2))).toBe('a, b and 2 more');
  });
});
