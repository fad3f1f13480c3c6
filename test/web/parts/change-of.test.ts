import { describe, expect, it } from 'vitest';
import { changeOf } from '../../../src/web/parts/change-of.ts';

describe('changeOf', () => {
  it('is the later amount over the earlier', () => {
    expect(changeOf(4, 10)).toBe(2.5);
  });

  it('is not there where either is nothing', () => {
    expect(changeOf(0, 10)).toBeNull();
    expect(changeOf(10, 0)).toBeNull();
  });
});
