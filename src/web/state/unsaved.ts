import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { AllWritten, Written } from './draft.ts';

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const mark = 'sandtable-unsaved/';
const none: AllWritten = {};

/** Pause in typing after which what was typed is stored [ms]. */
const PAUSE = 300;

/**
 * What was written and not saved, of every dossier: kept while the page is open, whatever screen is on it, and in the
 * session's store, so that it is there again after a reload. Where that store is full or forbidden, the page alone has it.
 */
export class Unsaved {
  private readonly all = new Map<string, AllWritten>();
  private readonly hearers = new Set<() => void>();
  private readonly toStore = new Map<string, Written | null>();
  private clock: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly store: Store | null,
    private readonly pause = PAUSE,
  ) {
    for (const [dossier, path, written] of stored(store)) {
      this.all.set(dossier, { ...this.of(dossier), [path]: written });
    }
  }

  of(dossier: string): AllWritten {
    return this.all.get(dossier) ?? none;
  }

  get any(): boolean {
    return [...this.all.values()].some((written) => Object.keys(written).length > 0);
  }

  /** Keeps what was written into a file; null throws it away. */
  put(dossier: string, path: string, written: Written | null): void {
    const { [path]: before, ...others } = this.of(dossier);
    if (!before && !written) return;
    this.all.set(dossier, written ? { ...others, [path]: written } : others);
    this.toStore.set(`${mark}${dossier}/${path}`, written);
    clearTimeout(this.clock);
    this.clock = setTimeout(() => this.flush(), this.pause);
    for (const hear of this.hearers) hear();
  }

  /** Stores at once what waits for a pause in typing. */
  flush(): void {
    clearTimeout(this.clock);
    for (const [key, written] of this.toStore) {
      try {
        if (written) this.store?.setItem(key, JSON.stringify(written));
        else this.store?.removeItem(key);
      } catch {
        // An older text in the store would come back in place of the newer one.
        this.store?.removeItem(key);
      }
    }
    this.toStore.clear();
  }

  hear(hearer: () => void): () => void {
    this.hearers.add(hearer);
    return () => void this.hearers.delete(hearer);
  }
}

function stored(store: Store | null): [dossier: string, path: string, written: Written][] {
  const keys = Array.from({ length: store?.length ?? 0 }, (_, i) => store!.key(i) ?? '');
  return keys.flatMap((key) => {
    const [, dossier, path] = /^sandtable-unsaved\/([^/]+)\/(.+)$/.exec(key) ?? [];
    const written = writtenIn(store!.getItem(key));
    return dossier && path && written ? [[dossier, path, written] as [string, string, Written]] : [];
  });
}

function writtenIn(text: string | null): Written | null {
  try {
    const { text: written, version } = JSON.parse(text ?? '');
    return typeof written === 'string' && typeof version === 'string' ? { text: written, version } : null;
  } catch {
    return null;
  }
}

function session(): Store | null {
  try {
    return typeof sessionStorage === 'undefined' ? null : sessionStorage;
  } catch {
    return null;
  }
}

/** What is not saved on this page. */
export const unsaved = new Unsaved(session());

/** What is not saved of a dossier, anew with every change. */
export function useUnsaved(dossier: string): AllWritten {
  const [, look] = useState(0);
  useLayoutEffect(() => unsaved.hear(() => look((looks) => looks + 1)), []);
  return unsaved.of(dossier);
}

/** Has the browser ask before the page is left while something is not saved, and stores it either way. */
export function useLeaving(): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      unsaved.flush();
      if (unsaved.any) event.preventDefault();
    };
    const leave = () => unsaved.flush();
    addEventListener('beforeunload', ask);
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('beforeunload', ask);
      removeEventListener('pagehide', leave);
    };
  }, []);
}
