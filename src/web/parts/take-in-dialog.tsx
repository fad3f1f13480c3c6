import { useState } from 'preact/hooks';
import { addressOf, post, Refusal } from '../api.ts';
import { useApp } from '../context.ts';
import { type ChosenFolder, readFolder } from '../state/folder-files.ts';
import { Faults } from './faults.tsx';
import { Sheet } from './sheet.tsx';

/** Takes a folder of one's own into the library: chosen here, copied whole, opened where it can be changed. */
export function TakeInDialog({ close }: { close: () => void }) {
  const { w, go, state } = useApp();
  const [folder, setFolder] = useState<ChosenFolder | null>(null);
  const [id, setId] = useState('');
  const [refused, setRefused] = useState<Refusal | null>(null);
  const chosen = async (files: FileList | null) => {
    const read = await readFolder([...(files ?? [])]);
    setFolder(read);
    setId(read.id);
    setRefused(null);
  };
  const takeIn = async () => {
    try {
      await post(addressOf(['dossiers', id, 'files']), { files: folder?.files ?? {} });
      close();
      go({ place: { at: 'screen', dossier: id, screen: 'edit' }, state: { ...state, q: '' } });
    } catch (thrown) {
      setRefused(thrown instanceof Refusal ? thrown : new Refusal(0, []));
    }
  };
  const count = folder ? Object.keys(folder.files).length : 0;
  return (
    <Sheet title={w.takeIn} kind="dialog" close={close}>
      <p>{w.takeInLead}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void takeIn();
        }}
      >
        <label>
          {w.folder}
          <input
            type="file"
            name="folder"
            multiple
            ref={(input) => input?.setAttribute('webkitdirectory', '')}
            onChange={(event) => void chosen(event.currentTarget.files)}
          />
        </label>
        {folder ? (
          <p class="note" role="status">
            {w.filesFound(count, folder.others)}
          </p>
        ) : null}
        <label>
          {w.newId}
          <input name="id" value={id} onInput={(event) => setId(event.currentTarget.value)} />
        </label>
        <button type="submit" data-take-in-now disabled={count === 0}>
          {w.takeInNow}
        </button>
      </form>
      {refused?.unanswered ? <p>{w.gone}</p> : null}
      {refused ? <Faults faults={refused.faults} /> : null}
    </Sheet>
  );
}
