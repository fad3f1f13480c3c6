import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess.ts';
import { compiledWorld, readCompiledWorld } from '../../src/assessment/compiled-world.ts';
import { twoHalls, world } from './hubs.ts';

describe('compiledWorld', () => {
  const read = readCompiledWorld(compiledWorld(world));

  it('comes back as it was parsed', () => {
    expect(read).toEqual(world);
  });

  it('gives the answers that the parsed world gives', () => {
    expect(assess(twoHalls, read, { draws: 2048 })).toEqual(assess(twoHalls, world, { draws: 2048 }));
  });
});
