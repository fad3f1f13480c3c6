import type { DossierFiles } from '../api.ts';

/** A file that is being changed: its text, and what of it is on disk. */
export interface Draft {
  path: string;
  text: string;
  onDisk: string;
  version: string;
}

/** A file of a dossier as it was read. */
export function draftOf({ files, versions }: DossierFiles, path: string): Draft {
  const known = files[path] === undefined ? (Object.keys(files)[0] ?? 'hub.yaml') : path;
  const text = files[known] ?? '';
  return { path: known, text, onDisk: text, version: versions[known] ?? '' };
}

export const edited = (draft: Draft, text: string): Draft => ({ ...draft, text });

export const isChanged = ({ text, onDisk }: Draft): boolean => text !== onDisk;

/** The draft is on disk now. */
export const saved = (draft: Draft, version: string): Draft => ({ ...draft, onDisk: draft.text, version });

/** What somebody else wrote meanwhile, instead of the draft. */
export function taken(draft: Draft, theirs: { text: string; version: string }): Draft {
  return { ...draft, text: theirs.text, onDisk: theirs.text, version: theirs.version };
}
