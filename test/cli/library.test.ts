import { expect, it } from 'vitest';
import { library } from '../../src/cli/library.ts';
import { SandtableError } from '../../src/errors/fault.ts';
import { folder } from './harness.ts';

const { dossier } = await library.check('two-halls', process.cwd());
const few = { draws: 2048, seed: 3 };
const context = (cwd: string) => ({ engine: library, effects: { cwd } as never });

async function faultOf(work: () => Promise<unknown>): Promise<string> {
  const problem = await work().catch((thrown: unknown) => thrown);
  expect(problem).toBeInstanceOf(SandtableError);
  return (problem as SandtableError).message;
}

it('gives the same run whatever the number of workers', async () => {
  const one = await library.assess(dossier!, few, () => {});
  expect(await library.assess(dossier!, { ...few, workers: 3 }, () => {})).toEqual(one);
  expect(one.run).toMatchObject({ seed: 3, draws: 2048 });
});

it('joins shards in any order to the same run, and refuses others', async () => {
  const whole = await library.assess(dossier!, few, () => {});
  const shards = await Promise.all(
    [2, 1].map((part) => library.shard(dossier!, few, { part, count: 2 }, 'two-halls')),
  );
  const at = context(folder());
  expect(await library.merge(shards, at)).toEqual(whole);
  expect(await faultOf(() => library.merge(shards.slice(0, 1), at))).toContain('missing: 1.');
  expect(await faultOf(() => library.merge([...shards, shards[0]!], at))).toContain('twice');
  expect(await faultOf(() => library.merge([new Uint8Array(9)], at))).toContain('is no shard');
  const other = await library.shard(dossier!, { ...few, seed: 4 }, { part: 1, count: 2 }, 'two-halls');
  expect(await faultOf(() => library.merge([shards[0]!, other], at))).toContain('2 runs');
});

it('explains every quantity, each tree ending in a file', async () => {
  for (const id of library.quantities(dossier!)) {
    const trace = await library.why(dossier!, few, id);
    expect(trace.label).not.toBe('');
    expect(JSON.stringify(trace)).toMatch(/"file":"[^"]*two-halls/);
  }
});

it('names the item and the parameter that are not there', async () => {
  const text = await faultOf(() =>
    library.assess(dossier!, { drop: ['hall-a-lti'], set: { 'world.namedShar': '20%' } }, () => {}),
  );
  expect(text).toContain('Did you mean hall-a-lit?');
  expect(text).toContain('Did you mean world.namedShare?');
});
