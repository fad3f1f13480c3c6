import { describe, expect, it } from 'vitest';
import { draftOf, edited, firstOf, landed, pathsOf, plain, textsOf } from '../../../src/web/state/draft.ts';

const read = {
  id: 'x',
  writable: true,
  files: { 'hub.yaml': 'id: x\n', 'sites/a.yaml': '[]\n' },
  versions: { 'hub.yaml': 'v1', 'sites/a.yaml': 's1' },
  faults: [],
};

describe('a draft', () => {
  it('is what is on disk until something is written, and again when that is undone', () => {
    const draft = draftOf(read, 'hub.yaml');
    expect(draft).toMatchObject({ text: 'id: x\n', version: 'v1', changed: false, disk: 'same' });
    const written = edited(draft, 'id: y\n', read.files['hub.yaml'])!;
    expect(written).toEqual({ text: 'id: y\n', version: 'v1' });
    expect(draftOf(read, 'hub.yaml', written)).toMatchObject({
      text: 'id: y\n',
      changed: true,
      disk: 'same',
    });
    expect(edited(draftOf(read, 'hub.yaml', written), 'id: x\n', read.files['hub.yaml'])).toBeNull();
  });

  it('that was not touched follows the disk; one that was keeps its text and the version it was made from', () => {
    const now = { ...read, files: { 'hub.yaml': 'id: z\n' }, versions: { 'hub.yaml': 'v2' } };
    expect(draftOf(now, 'hub.yaml')).toMatchObject({ text: 'id: z\n', version: 'v2', disk: 'same' });
    const written = { text: 'id: y\n', version: 'v1' };
    const draft = draftOf(now, 'hub.yaml', written);
    expect(draft).toMatchObject({ text: 'id: y\n', version: 'v1', disk: 'other' });
    expect(edited(draft, 'id: yy\n', 'id: z\n')).toEqual({ text: 'id: yy\n', version: 'v1' });
  });

  it('of a file that is gone is still there', () => {
    const written = { 'evidence.yaml': { text: '- id: a\n', version: 'e1' } };
    expect(pathsOf(read, written)).toEqual(['evidence.yaml', 'hub.yaml', 'sites/a.yaml']);
    expect(draftOf(read, 'evidence.yaml', written['evidence.yaml'])).toMatchObject({ disk: 'gone' });
  });

  it('keeps the line ends of its file, though a box of a page knows only line feeds', () => {
    const windows = { ...read, files: { 'hub.yaml': 'id: x\r\nname: a\r\n' } };
    const onDisk = windows.files['hub.yaml'];
    const draft = draftOf(windows, 'hub.yaml');
    expect(edited(draft, 'id: x\nname: b\n', onDisk)?.text).toBe('id: x\r\nname: b\r\n');
    expect(edited(draft, plain(onDisk), onDisk)).toBeNull();
    expect(edited(draft, 'id: x\n', '')?.text).toBe('id: x\n');
    expect(edited(draft, 'a\nb\n', 'x\n\r\ny\nz\n')?.text).toBe('a\nb\n');
  });
});

it('the editor begins with what was asked for, else with what is not saved, else with the evidence', () => {
  const files = { ...read.files, 'evidence/b.yaml': '[]\n' };
  const all = { ...read, files };
  expect(firstOf(all, {}, 'sites/a.yaml')).toBe('sites/a.yaml');
  expect(firstOf(all, {}, 'nosuch.yaml')).toBe('evidence/b.yaml');
  expect(firstOf(all, { 'hub.yaml': { text: 'y', version: 'v1' } })).toBe('hub.yaml');
  expect(firstOf(read, {})).toBe('hub.yaml');
  expect(firstOf({ ...read, files: { 'sites/a.yaml': '' } }, {})).toBe('sites/a.yaml');
});

it('what is on disk by whatever way is saved', () => {
  const written = {
    'hub.yaml': { text: 'id: x\n', version: 'v0' },
    'sites/a.yaml': { text: '- id: a\n', version: 's1' },
  };
  expect(landed(read, written)).toEqual(['hub.yaml']);
  expect(textsOf(written)).toEqual({ 'hub.yaml': 'id: x\n', 'sites/a.yaml': '- id: a\n' });
});
