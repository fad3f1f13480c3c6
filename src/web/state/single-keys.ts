const NAME = 'sandtable-single-keys';

type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined;

/** What the browser keeps for this reader; nothing where it may not. */
function kept(): Kept {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}

/** Whether single letters and signs are keys of the app; it concerns the reader, not the run, and is kept on this machine. */
export const singleKeys = (storage = kept()): boolean => storage?.getItem(NAME) !== 'off';

export function turnSingleKeys(on: boolean, storage = kept()): void {
  if (on) storage?.removeItem(NAME);
  else storage?.setItem(NAME, 'off');
}

/** Keys that are typed in words: those that people who speak to their machine press without meaning to. */
export const isSingle = (key: string): boolean => [...key].length === 1 && key !== ' ';
