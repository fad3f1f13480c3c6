import type { Dossier } from '../dossier/dossier.ts';
import type { TextFile } from '../dossier/files.ts';
import type { Fault } from '../errors/fault.ts';
import type { Answer, Answers } from './answers.ts';

/** Where a dossier lies, and whose it is: only the user's own are written. */
export interface Home {
  id: string;
  folder: string;
  origin: 'own' | 'bundled' | 'known';
}

/** What the server stands on; it reads and writes nothing that this does not name. */
export interface House {
  version: string;
  /** Version of the engine: part of every run id. */
  engine: string;
  /** Digest of what is known of the world, and all of it as text for `readCompiledWorld`. */
  data(): { digest: string; compiled(): Promise<string> };
  homes(): readonly Home[];
  /** Reads and checks a dossier from its files. */
  read(id: string, files: readonly TextFile[]): Promise<{ dossier?: Dossier; faults: readonly Fault[] }>;
  answers: Answers;
  /** Makes a dossier in the working folder: a copy, or a scaffold. */
  make(id: string, wishes: Readonly<Record<string, string>>): Promise<Answer>;
  /**
   * Takes files into the working folder as a new dossier, all of them or none.
   *
   * @param files texts by path, `hub.yaml` among them
   * @throws SandtableError ST-X012, ST-X013, ST-X014
   */
  takeIn(id: string, files: Readonly<Record<string, string>>): void;
  /** Folder of the built app. */
  app: string;
  /** Dossier to begin with. */
  first: string;
}
