/** A file as text, by its path within its folder, with `/` on every system: `sites/yiwu.yaml`. */
export interface TextFile {
  path: string;
  text: string;
}

/** The YAML files of a data folder, and their digest. */
export interface DataFiles {
  /** Paths begin with `data/`, as they do in messages and citations. */
  files: readonly TextFile[];
  /** SHA-256 over all of them, hex. */
  digest: string;
}

/** The files below a folder of the data: `filesIn(data, 'chips')`; `data/grades.yaml` is in `''`. */
export function filesIn(data: DataFiles, folder: string): readonly TextFile[] {
  const prefix = folder === '' ? 'data/' : `data/${folder}/`;
  return data.files.filter(
    ({ path }) => path.startsWith(prefix) && (folder !== '' || !path.slice(prefix.length).includes('/')),
  );
}
