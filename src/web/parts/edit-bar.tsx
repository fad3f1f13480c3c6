import { useEffect } from 'preact/hooks';
import type { DossierFiles } from '../api.ts';
import { useApp } from '../context.ts';
import { type AllWritten, type Draft, draftOf, pathsOf } from '../state/draft.ts';
import type { Saving } from '../state/use-saving.ts';
import { Toggles } from './toggles.tsx';
import type { Checked } from './use-checked.ts';

/** What the parts of the editor share. */
export interface Bench {
  read: DossierFiles;
  written: AllWritten;
  draft: Draft;
  checked: Checked;
  saving: Saving;
  /** Shows a file, or `file:line`. */
  goTo(item: string): void;
}

interface EditBarProps extends Bench {
  mode: 'form' | 'yaml';
  setMode: (mode: 'form' | 'yaml') => void;
}

/** Which file, in which form, and what becomes of what is written. */
export function EditBar({ mode, setMode, ...bench }: EditBarProps) {
  const { w } = useApp();
  const { read, written, draft, goTo } = bench;
  return (
    <div class="bar">
      <label>
        {w.file}
        <select value={draft.path} data-file onChange={(event) => goTo(event.currentTarget.value)}>
          {pathsOf(read, written).map((path) => (
            <option key={path} value={path}>
              {written[path] ? w.unsavedFile(path) : path}
            </option>
          ))}
        </select>
      </label>
      {draft.path.startsWith('evidence') ? (
        <Toggles
          label={w.file}
          value={mode}
          choices={[
            ['yaml', w.asYaml],
            ['form', w.asForm],
          ]}
          choose={setMode}
        />
      ) : null}
      <SaveButtons {...bench} />
    </div>
  );
}

/** Saves what is in the editor as everybody is used to, in place of the browser's own saving of the page. */
function useSaveKey(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      document.querySelector<HTMLButtonElement>('[data-save]')?.click();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}

/** Errors of other files forbid nothing; those of the text itself are named on the button that saves it all the same. */
function SaveButtons({ read, written, draft, checked, saving, goTo }: Bench) {
  const { w } = useApp();
  useSaveKey();
  const { saved, thrown } = saving;
  const errorsIn = (paths: readonly string[]) =>
    checked.faults.filter(
      ({ severity, place }) =>
        severity === 'error' && paths.some((path) => place?.file === `${read.id}/${path}`),
    ).length;
  // Whoever presses a button that names errors has seen them, though the newest letters may not be checked yet.
  const seen = (among: readonly string[]) => checked.fresh || errorsIn(among) > 0;
  const paths = Object.keys(written).sort();
  const saveAll = async () => {
    const drafts = paths.map((path) => draftOf(read, path, written[path]));
    const refused = await saving.save(drafts, { seen: seen(paths) });
    if (refused) goTo(refused);
  };
  const here = errorsIn([draft.path]);
  const back = !draft.changed && thrown?.path === draft.path;
  return (
    <>
      <button
        type="button"
        data-save
        disabled={!read.writable || !draft.changed}
        onClick={() => void saving.save([draft], { seen: seen([draft.path]) })}
      >
        {draft.changed && here > 0 ? w.saveWithErrors(here) : w.save}
      </button>
      {paths.length > 1 ? (
        <button type="button" data-save-all onClick={() => void saveAll()}>
          {w.saveAll(paths.length, errorsIn(paths))}
        </button>
      ) : null}
      {draft.changed || back ? (
        <button
          type="button"
          class="quiet"
          {...{ [back ? 'data-take-back' : 'data-throw-away']: true }}
          onClick={() => (back ? saving.takeBack() : saving.throwAway(draft))}
        >
          {back ? w.bringBack : w.throwAway}
        </button>
      ) : null}
      <span class="note" role="status">
        {draft.changed ? w.unsaved : back ? w.thrownAway : saved ? w.saved(saved.path, saved.errors) : ''}
      </span>
    </>
  );
}
