import { expect, it } from 'vitest';
import { draftOf, edited, isChanged, saved, taken } from '../../../src/web/state/draft.ts';

const files = {
  id: 'x',
  writable: true,
  files: { 'hub.yaml': 'id: x\n' },
  versions: { 'hub.yaml': 'v1' },
  faults: [],
};

it('a draft is what is on disk until it is changed, and again when it is saved', () => {
  const draft = draftOf(files, 'hub.yaml');
  expect(isChanged(draft)).toBe(false);
  const other = edited(draft, 'id: y\n');
  expect(isChanged(other)).toBe(true);
  expect(other.version).toBe('v1');
  const kept = saved(other, 'v2');
  expect(isChanged(kept)).toBe(false);
  expect(kept).toMatchObject({ text: 'id: y\n', version: 'v2' });
});

it('what somebody else wrote can be taken instead', () => {
  const mine = edited(draftOf(files, 'hub.yaml'), 'mine');
  expect(taken(mine, { text: 'theirs', version: 'v3' })).toEqual({
    path: 'hub.yaml',
    text: 'theirs',
    onDisk: 'theirs',
    version: 'v3',
  });
});

it('a file that is not there gives way to the first', () => {
  expect(draftOf(files, 'evidence.yaml').path).toBe('hub.yaml');
});
