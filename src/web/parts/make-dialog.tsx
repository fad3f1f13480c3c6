import { useState } from 'preact/hooks';
import { addressOf, post, Refusal } from '../api.ts';
import { useApp } from '../context.ts';
import { Faults } from './faults.tsx';
import { Sheet } from './sheet.tsx';

/** Begins a dossier, or copies one, in the working folder. */
export function MakeDialog({ from, close }: { from?: string | undefined; close: () => void }) {
  const { w, go, state } = useApp();
  const [id, setId] = useState(from ? `${from}-mine` : 'my-hub');
  const [refused, setRefused] = useState<Refusal | null>(null);
  const make = async () => {
    try {
      if (from) await post(addressOf(['dossiers', from, 'copy']), { as: id });
      else await post(addressOf(['dossiers']), { id });
      close();
      go({ place: { at: 'screen', dossier: id, screen: 'edit' }, state: { ...state, q: '' } });
    } catch (thrown) {
      setRefused(thrown instanceof Refusal ? thrown : new Refusal(0, []));
    }
  };
  return (
    <Sheet title={from ? w.makeCopy : w.newDossier} kind="dialog" close={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <label>
          {from ? w.copyAs : w.newId}
          <input name="id" value={id} onInput={(event) => setId(event.currentTarget.value)} />
        </label>
        <button type="submit">{w.make}</button>
      </form>
      {refused?.unanswered ? <p>{w.gone}</p> : null}
      {refused ? <Faults faults={refused.faults} /> : null}
    </Sheet>
  );
}
