import { useApp } from '../context.ts';
import { withSetting } from '../state/changes.ts';
import { letterPath, letters, lettersOf } from '../state/letters.ts';

/** How far a source is trusted, to be dragged: the letter of the grade that everything it says bears. */
export function Trust({ origin }: { origin: string }) {
  const { w, state, go, run } = useApp();
  const said = (run.dossier?.evidence ?? []).filter((item) => item.origin === origin);
  const [own] = said.map(({ grade }) => grade.reliability).sort();
  if (!own) return null;
  const now = lettersOf(state.set)[origin] ?? own;
  const choose = (letter: string) =>
    go({ state: withSetting(state, letterPath(origin), letter === own ? '' : letter) }, 'replace');
  const words = `${now}, ${w.letters[now]}`;
  return (
    <div class="trust" data-trust={origin}>
      <label>
        <span class="note">{w.trust(origin)}</span>
        <input
          type="range"
          min={0}
          max={letters.length - 1}
          value={letters.indexOf(now)}
          aria-valuetext={words}
          onInput={(event) => choose(letters[Number(event.currentTarget.value)]!)}
        />
      </label>
      <span class="number">{words}</span>
      {now === own ? null : (
        <button type="button" class="quiet" onClick={() => choose(own)}>
          {w.asGraded(own)}
        </button>
      )}
    </div>
  );
}
