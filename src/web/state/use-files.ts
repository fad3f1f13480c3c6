import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { addressOf, type DossierFiles, get, Refusal } from '../api.ts';
import { landed } from './draft.ts';
import { unsaved } from './unsaved.ts';

/** The files of a dossier as they are on disk. */
export interface Files {
  /** As they were read last; null until they are. */
  read: DossierFiles | null;
  /** Why they could not be read now. */
  failed: Refusal | null;
  /** Reads them again. */
  again(): Promise<void>;
  /** A file was saved here: it is known without being read again. */
  wrote(path: string, saved: { text: string; version: string }): void;
}

/**
 * Reads the files of a dossier, again with every change on disk; what was written here and is on disk now is saved.
 *
 * @param version counts up with every change on disk
 */
export function useFiles(dossier: string, version: number): Files {
  const [read, setRead] = useState<DossierFiles | null>(null);
  const [failed, setFailed] = useState<Refusal | null>(null);
  const reading = useRef(0);
  const again = useCallback(async () => {
    reading.current += 1;
    const mine = reading.current;
    try {
      const files = await get<DossierFiles>(addressOf(['dossiers', dossier]));
      if (mine !== reading.current) return;
      for (const path of landed(files, unsaved.of(dossier))) unsaved.put(dossier, path, null);
      setRead(files);
      setFailed(null);
    } catch (thrown) {
      if (mine === reading.current) setFailed(thrown instanceof Refusal ? thrown : new Refusal(0, []));
    }
  }, [dossier]);
  useEffect(() => void again(), [again, version]);
  const wrote = (path: string, { text, version: saved }: { text: string; version: string }) => {
    // What was asked for before the save has the file as it was.
    reading.current += 1;
    setRead(
      (now) =>
        now && {
          ...now,
          files: { ...now.files, [path]: text },
          versions: { ...now.versions, [path]: saved },
        },
    );
  };
  return { read: read?.id === dossier ? read : null, failed, again, wrote };
}
