import { said } from '../../report/strings/strings.ts';
import { useApp } from '../context.ts';
import { movedMost } from './what-moved.tsx';

/** The five-step tour: each step is an action, done by doing it. */
export function Tour({ done, end }: { done: ReadonlySet<number>; end: () => void }) {
  const { w, s, run } = useApp();
  const steps = w.tourSteps;
  const now = steps.findIndex((_, i) => !done.has(i));
  const step = steps[now];
  const item = now === 1 && run.assessment ? movedMost(run.assessment)[0] : undefined;
  return (
    <aside class="tour" aria-label={w.tour} aria-live="polite">
      <ol aria-hidden="true">
        {steps.map(([name], i) => (
          <li key={name} class={done.has(i) ? 'done' : i === now ? 'now' : undefined} />
        ))}
      </ol>
      {step ? (
        <>
          <p class="note">{w.tourNow(now + 1, steps.length)}</p>
          <p>
            <strong>{step[0]}</strong>
            {s.stop} {step[1]}
          </p>
          {item ? <p class="note">{w.tourItem(said(item.says, s))}</p> : null}
        </>
      ) : (
        <p>{w.tourDone}</p>
      )}
      <button type="button" class="quiet" onClick={end}>
        {step ? w.skipTour : w.close}
      </button>
    </aside>
  );
}
