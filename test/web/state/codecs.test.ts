import { expect, it } from 'vitest';
import { flag, list, oneOf, row, settings, text, whole } from '../../../src/web/state/codecs.ts';

it('nothing is written of what is usual', () => {
  expect(text.write('')).toEqual([]);
  expect(oneOf(['a', 'b'], 'a').write('a')).toEqual([]);
  expect(list.write([])).toEqual([]);
  expect(row(['x', 'y']).write(['x', 'y'])).toEqual([]);
  expect(settings.write({})).toEqual([]);
  expect(whole.write(null)).toEqual([]);
  expect(flag.write(false)).toEqual([]);
});

it('a list has no order, a row has one', () => {
  expect(list.write(['b', 'a'])).toEqual(['a,b']);
  expect(row([]).write(['b', 'a'])).toEqual(['b,a']);
  expect(row([]).read(['b,a', 'b'])).toEqual(['b', 'a']);
});

it('what cannot be read is nothing', () => {
  expect(oneOf(['a', 'b'], 'a').read(['c'])).toBeUndefined();
  expect(whole.read(['1.5'])).toBeUndefined();
  expect(settings.read(['nonsense', 'slo:tpot=50ms'])).toEqual({ slo: 'tpot=50ms' });
});
