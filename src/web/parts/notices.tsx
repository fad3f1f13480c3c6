import type { Fault } from '../../errors/fault.ts';
import type { Difference } from '../../report/difference.ts';
import { causeWords } from '../../report/difference-words.ts';
import { addressOf } from '../api.ts';
import { useApp } from '../context.ts';
import { plain } from '../state/changes.ts';
import { notUnderstood } from '../state/state.ts';
import { Faults } from './faults.tsx';
import { useGet } from './use-get.ts';

/** What must be said about the run on the screen: another run than the link's, not trusted, cancelled, refused, no server. */
export function Notices({ changed }: { changed: string }) {
  const { w, run, state, go, place } = useApp();
  const dossier = place.at === 'screen' ? place.dossier : '';
  const edit = (fault: Fault) => {
    const [, own] = fault.place?.file.split(`${dossier}/`) ?? [];
    if (own !== undefined)
      go({ place: { at: 'screen', dossier, screen: 'edit', item: `${own}:${fault.place!.line}` } });
  };
  const here = run.is === 'exact' ? run.assessment!.run.id : '';
  const other = state.run !== '' && here !== '' && state.run !== here;
  const differs = useGet<Difference>(other ? addressOf(['diff', state.run, here]) : null);
  return (
    <div class="notices" aria-live="polite">
      {other ? (
        <section class="notice" data-notice="other-run">
          <p>{w.otherRun(state.run, here)}</p>
          {differs.failed ? <p class="note">{w.otherRunNotKept}</p> : null}
          {differs.value ? (
            <>
              <Causes of={differs.value.causes} />
              <button
                type="button"
                onClick={() => go({ place: { at: 'compare' }, state: { ...state, a: state.run, b: here } })}
              >
                {w.showDifference}
              </button>{' '}
            </>
          ) : null}
          <button
            type="button"
            class="quiet"
            onClick={() => go({ state: { ...state, run: here } }, 'replace')}
          >
            {w.useThis}
          </button>
        </section>
      ) : null}
      <NotUnderstood />
      {changed && run.pending ? (
        <section class="notice" data-notice="changed">
          <p>{w.changedOnDisk(changed)}</p>
        </section>
      ) : null}
      {run.untrusted ? (
        <section class="notice" data-notice="untrusted">
          <p>{w.untrusted}</p>
        </section>
      ) : null}
      {run.cancelled ? (
        <section class="notice" data-notice="cancelled">
          <p>{w.cancelled}</p>
          <button type="button" onClick={run.retry}>
            {w.retry}
          </button>
        </section>
      ) : null}
      {run.gone ? (
        <section class="notice alarm" data-notice="gone">
          <p>
            <strong>{w.gone}.</strong> {w.goneWhy}
          </p>
          <button type="button" onClick={run.retry}>
            {w.retry}
          </button>
        </section>
      ) : null}
      {/* The editor lists them itself, and better. */}
      {place.at === 'screen' && place.screen === 'edit' ? null : <Faults faults={run.faults} choose={edit} />}
      {run.faults.length > 0 && run.assessment && run.is === 'stale' ? (
        <p class="notice" data-notice="stale">
          {w.stillShown(run.assessment.run.asOf, run.assessment.run.id)}{' '}
          <button type="button" onClick={() => go({ state: plain(state) })}>
            {w.reset}
          </button>
        </p>
      ) : null}
    </div>
  );
}

/** The edits between the run of the link and this one, in a line. */
function Causes({ of }: { of: Difference['causes'] }) {
  const { s } = useApp();
  const words = of.map((cause) => {
    const { name, before, after } = causeWords(cause, s);
    return `${name} ${before} → ${after}`;
  });
  return <p class="note">{words.join(' · ')}</p>;
}

/** What of the address means nothing here. */
export function NotUnderstood() {
  const { w } = useApp();
  const lost = typeof location === 'undefined' ? [] : notUnderstood(location.pathname, location.search);
  if (lost.length === 0) return null;
  return (
    <p class="notice" data-notice="not-understood">
      {w.notUnderstood(lost.join(' · '))}
    </p>
  );
}
