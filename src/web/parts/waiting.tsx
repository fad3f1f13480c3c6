import { useApp } from '../context.ts';
import { useFirst } from '../state/progress.ts';
import { FirstAnswer } from './first-answer.tsx';
import { Head } from './head.tsx';
import { Share } from './share.tsx';

/** In place of a screen whose run is not there yet. */
export function Waiting() {
  const { w, run, place } = useApp();
  const first = useFirst(run.address);
  const dossier = place.at === 'screen' ? place.dossier : '';
  // What is wrong stands above; the screen has its heading all the same.
  if (run.faults.length > 0 || run.gone)
    return (
      <article class="screen" aria-label={place.at === 'screen' ? w.screen[place.screen] : w.loading}>
        <Head title={place.at === 'screen' ? w.asks[place.screen] : w.name}>
          <p class="note id">{dossier}</p>
        </Head>
      </article>
    );
  return (
    <div class="placeholder" role="status" aria-busy="true">
      <p class="waiting">
        {w.loading}
        <Share of={run.address} />
      </p>
      {first && place.at === 'screen' && place.screen === 'verdict' ? (
        <FirstAnswer question={first[0]!} />
      ) : (
        <>
          <div class="skeleton wide" />
          <div class="skeleton" />
        </>
      )}
      <div class="skeleton tall" />
    </div>
  );
}
