import { s } from './plural.ts';

/** The editor, in English. */
export const editEn = {
  editLead: 'Change a file, see its faults at once and the answer move, then save.',
  readOnly: 'This dossier came with Sandtable and is not changed. Copy it to your folder first.',
  file: 'File',
  asForm: 'Form',
  asYaml: 'YAML',
  checkOk: 'No errors.',
  tryIt: 'See the answer move',
  save: 'Save',
  saveWithErrors: (n: number) => `Save with ${n} error${s(n)}`,
  saveAll: (n: number, errors: number) =>
    `Save all ${n}${errors > 0 ? ` with ${errors} error${s(errors)}` : ''}`,
  saveAnyway: 'Save it as it is',
  saved: (path: string, errors: number) =>
    errors > 0
      ? `Saved ${path}. The dossier has ${errors} error${s(errors)}: there is no verdict until they are mended.`
      : `Saved ${path}.`,
  unsaved: 'not saved',
  unsavedFile: (path: string) => `${path} (not saved)`,
  unsavedFiles: (n: number) => `${n} not saved`,
  throwAway: 'Throw away what I wrote',
  thrownAway: 'Thrown away.',
  bringBack: 'Take it back',
  notChecked: 'Not checked: the server does not answer.',
  notSaved: 'Not saved.',
  notSavedWhy: 'What you wrote is still here, and the file on disk is as it was.',
  putBack: 'Put the file back',
  conflict: 'The file changed on disk since you opened it. Nothing was overwritten.',
  conflictDiff: 'What differs: − on disk, + yours',
  goneFromDisk: (path: string) =>
    `${path} is not on disk any more, or cannot be read there. What you wrote is still here.`,
  noForm: 'There is no item here, or the form cannot read the text: write it as YAML.',
  conflictTheirs: 'Take what is on disk',
  conflictMine: 'Keep mine and save over it',
  addItem: 'Add an item',
  field: {
    kind: 'kind of evidence',
    about: 'about (sites, or hub)',
    finding: 'finding',
    observed: 'observed amount',
    date: 'date of the fact',
    published: 'published',
    source: 'source id',
    grade: 'grade (A1 to F6)',
    origin: 'origin',
    says: 'what it says, in English',
    quote: 'original wording',
  },
};
