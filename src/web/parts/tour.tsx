import { useApp } from '../context.ts';

/** The five-step tour: each step is an action, done by doing it. */
export function Tour({ done, end }: { done: ReadonlySet<number>; end: () => void }) {
  const { w } = useApp();
  const steps = w.tourSteps;
  const now = steps.findIndex((_, i) => !done.has(i));
  const step = steps[now];
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
            <strong>{step[0]}</strong>. {step[1]}
          </p>
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
