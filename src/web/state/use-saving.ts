import { useRef, useState } from 'preact/hooks';
import type { Fault } from '../../errors/fault.ts';
import { addressOf, put, Refusal } from '../api.ts';
import type { Draft, Written } from './draft.ts';
import { unsaved } from './unsaved.ts';
import type { Files } from './use-files.ts';

/** How a file is to be saved. */
export interface How {
  /** Version that is written over, where it is not the one that was read; null puts back a file that is gone. */
  over?: string | null;
  /** Whether the writer has seen what errors the text has. */
  seen: boolean;
}

/** What became of saving. */
export interface Saving {
  /** The file that was saved last, and the errors that the dossier has with it. */
  saved: { path: string; errors: number } | null;
  /** Why a file was not saved. */
  refused: { path: string; refusal: Refusal } | null;
  /** What was thrown away last, to be taken back. */
  thrown: ({ path: string } & Written) | null;
  /** Saves files one after the other, up to the first that is refused. @returns path of that one */
  save(drafts: readonly Draft[], how: How): Promise<string | undefined>;
  throwAway(draft: Draft): void;
  takeBack(): void;
}

/** Saves each file where it is still what was read; else what was written stays, and the disk is looked at anew. */
export function useSaving(dossier: string, { wrote, again }: Pick<Files, 'wrote' | 'again'>): Saving {
  const [saved, setSaved] = useState<Saving['saved']>(null);
  const [refused, setRefused] = useState<Saving['refused']>(null);
  const [thrown, setThrown] = useState<Saving['thrown']>(null);
  const busy = useRef(false);
  const one = async (draft: Draft, { over = draft.version, seen }: How) => {
    const { path, text } = draft;
    const address = addressOf(['dossiers', dossier, 'files', path], seen ? { anyway: 'true' } : {});
    const { version, faults } = await put(address, text, over);
    // What was typed while the file was being saved is made from the file as it is now.
    const now = unsaved.of(dossier)[path];
    unsaved.put(dossier, path, now && now.text !== text ? { ...now, version } : null);
    wrote(path, { text, version });
    setSaved({ path, errors: faults.filter((fault: Fault) => fault.severity === 'error').length });
  };
  const save = async (drafts: readonly Draft[], how: How) => {
    if (busy.current) return undefined;
    busy.current = true;
    setRefused(null);
    setSaved(null);
    setThrown(null);
    try {
      for (const draft of drafts) {
        const refusal = await one(draft, how).catch((problem) => problem);
        if (refusal === undefined) continue;
        const told = refusal instanceof Refusal ? refusal : new Refusal(0, []);
        if (told.status === 409 || told.status === 412) await again();
        setRefused({ path: draft.path, refusal: told });
        return draft.path;
      }
    } finally {
      busy.current = false;
    }
    return undefined;
  };
  const throwAway = ({ path, text, version }: Draft) => {
    unsaved.put(dossier, path, null);
    setThrown({ path, text, version });
    setRefused(null);
    setSaved(null);
  };
  const takeBack = () => {
    if (thrown) unsaved.put(dossier, thrown.path, { text: thrown.text, version: thrown.version });
    setThrown(null);
  };
  return { saved, refused, thrown, save, throwAway, takeBack };
}
