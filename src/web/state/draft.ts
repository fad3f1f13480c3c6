import type { DossierFiles } from '../api.ts';

/** What somebody wrote and has not saved: the text, and the version of the file that it was made from. */
export interface Written {
  text: string;
  version: string;
}

/** What was written and not saved, by path. */
export type AllWritten = Readonly<Record<string, Written>>;

/** A file in the editor. */
export interface Draft extends Written {
  path: string;
  changed: boolean;
  /** How the file on disk is to the one that was read: the same, another by now, or gone. */
  disk: 'same' | 'other' | 'gone';
}

/** Paths of a dossier's files, those among them that are written but no longer on disk. */
export function pathsOf({ files }: DossierFiles, written: AllWritten): string[] {
  return [...new Set([...Object.keys(files), ...Object.keys(written)])].sort();
}

/** The file to begin with: the one that was asked for, else one that is not saved, else the evidence. */
export function firstOf(read: DossierFiles, written: AllWritten, asked = ''): string {
  const paths = pathsOf(read, written);
  if (paths.includes(asked)) return asked;
  const usual = paths.find((path) => path.startsWith('evidence')) ?? 'hub.yaml';
  return Object.keys(written).sort()[0] ?? (paths.includes(usual) ? usual : (paths[0] ?? 'hub.yaml'));
}

/** A file as it is to be seen: as it was written here, else as it is on disk. */
export function draftOf({ files, versions }: DossierFiles, path: string, written?: Written): Draft {
  const onDisk = files[path];
  const version = versions[path] ?? '';
  if (!written) return { path, text: onDisk ?? '', version, changed: false, disk: 'same' };
  const disk = onDisk === undefined ? 'gone' : version === written.version ? 'same' : 'other';
  return { path, ...written, changed: true, disk };
}

/**
 * What is to be kept of a text that was just typed; nothing where it is what is on disk.
 * A box of a page knows only line feeds: the file keeps the line ends that it has.
 */
export function edited(draft: Draft, text: string, onDisk = ''): Written | null {
  if (plain(text) === plain(onDisk)) return null;
  const windows = onDisk.split('\r\n').length > onDisk.split('\n').length / 2 && onDisk.includes('\r\n');
  return { text: windows ? plain(text).replaceAll('\n', '\r\n') : plain(text), version: draft.version };
}

/** A text with line feeds alone. */
export const plain = (text: string): string => text.replaceAll('\r\n', '\n');

/** Paths of what was written that is on disk by now, by whatever way. */
export function landed({ files }: DossierFiles, written: AllWritten): string[] {
  return Object.keys(written).filter((path) => files[path] === written[path]!.text);
}

/** The texts that were written, by path: as the server checks them together. */
export function textsOf(written: AllWritten): Record<string, string> {
  return Object.fromEntries(Object.entries(written).map(([path, { text }]) => [path, text]));
}
