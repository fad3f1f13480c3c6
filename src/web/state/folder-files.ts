import { filePath } from '../../dossier/file-path.ts';

/** What a dialog of the browser hands over: a file and, where a folder was chosen, its path from that folder's name on. */
export interface ChosenFile {
  name: string;
  webkitRelativePath: string;
  text(): Promise<string>;
}

/** A dossier in a folder that was chosen. */
export interface ChosenFolder {
  /** Name of the folder as an id; empty where it has none. */
  id: string;
  /** Texts by path, as the server takes them. */
  files: Readonly<Record<string, string>>;
  /** Files of the folder that are none of a dossier, and stay where they are. */
  others: number;
}

/** Reads the files of a dossier out of a chosen folder: its own, those in `sites/` and in `evidence/`. */
export async function readFolder(chosen: readonly ChosenFile[]): Promise<ChosenFolder> {
  const placed = chosen.map((file) => {
    const [folder = '', ...path] = file.webkitRelativePath.split('/');
    return { file, folder, path: path.join('/') || file.name };
  });
  const ours = placed.filter(({ path }) => filePath.test(path));
  const texts = await Promise.all(ours.map(async ({ path, file }) => [path, await file.text()] as const));
  return {
    id: idOf(placed[0]?.folder ?? ''),
    files: Object.fromEntries(texts),
    others: placed.length - ours.length,
  };
}

const idOf = (folder: string): string =>
  folder
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '');
