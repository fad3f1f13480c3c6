import { expect, it } from 'vitest';
import { readFolder } from '../../../src/web/state/folder-files.ts';

const file = (path: string, text = `text of ${path}`) => ({
  name: path.split('/').at(-1)!,
  webkitRelativePath: path.includes('/') ? path : '',
  text: async () => text,
});

it('reads the files of a dossier, and leaves what is none', async () => {
  const read = await readFolder([
    file('My Hub 2/hub.yaml'),
    file('My Hub 2/sites/a.yaml'),
    file('My Hub 2/outcome/outcome.yaml'),
    file('My Hub 2/notes.txt'),
    file('My Hub 2/sites/deep/b.yaml'),
    file('My Hub 2/.git/config'),
  ]);
  expect(read).toEqual({
    id: 'my-hub-2',
    files: { 'hub.yaml': 'text of My Hub 2/hub.yaml', 'sites/a.yaml': 'text of My Hub 2/sites/a.yaml' },
    others: 4,
  });
});

it('takes single files where the browser chooses no folders, and finds nothing in nothing', async () => {
  expect(await readFolder([file('hub.yaml')])).toMatchObject({
    id: '',
    files: { 'hub.yaml': 'text of hub.yaml' },
  });
  expect(await readFolder([])).toEqual({ id: '', files: {}, others: 0 });
});
