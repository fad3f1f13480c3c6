import type { Fault } from '../errors/fault.ts';
import { SandtableError, sortedFaults } from '../errors/fault.ts';
import { parseSources } from '../sources/source-file.ts';
import type { Dossier } from './dossier.ts';
import type { DataFiles } from './files.ts';
import { filesIn } from './files.ts';
import { type DossierFolder, dossierFolder } from './folder.ts';
import type { ParseOptions } from './parse.ts';
import { readDossier } from './parse.ts';

export interface LoadOptions extends Pick<ParseOptions, 'kinds' | 'chips' | 'sharedSources'> {
  /** What `loadData` returned: its sources are `sharedSources`, unless these are given. */
  data?: DataFiles;
  /** Folders that hold dossiers, for those called by id. */
  dossiersFolders?: readonly string[];
}

/**
 * Reads a dossier from disk. Writes nothing.
 *
 * @param folderOrId path of a folder, or the id of a dossier in one of `dossiersFolders`
 * @throws SandtableError with every fault of all files at once; its warnings are in `dossier.warnings`
 */
export function loadDossier(folderOrId: string, options: LoadOptions): Dossier {
  const { dossier, faults } = checkDossier(folderOrId, options);
  if (!dossier) throw new SandtableError(faults);
  return dossier;
}

/** `loadDossier` for callers that show faults; the dossier is absent where one of them is an error. */
export function checkDossier(
  folderOrId: string,
  options: LoadOptions,
): { dossier?: Dossier; faults: readonly Fault[] } {
  const read = dossierFolder(folderOrId, options.dossiersFolders);
  return 'code' in read ? { faults: [read] } : checkFolder(read, options);
}

/** `checkDossier` of a folder that has been read. */
export function checkFolder(
  { folder, name, files, faults, unread }: DossierFolder,
  options: LoadOptions,
): { dossier?: Dossier; faults: readonly Fault[] } {
  if (unread.includes('')) return { faults };
  const { data, kinds, chips, sharedSources = data && parseSources(filesIn(data, 'sources')) } = options;
  const read = readDossier(files, {
    folder,
    name,
    unread,
    ...(sharedSources && { sharedSources }),
    ...(kinds && { kinds }),
    ...(chips && { chips }),
  });
  if (faults.length === 0) return read;
  return { faults: sortedFaults([...faults, ...read.faults]) };
}
