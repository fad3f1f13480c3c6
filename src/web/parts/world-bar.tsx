import { useEffect, useRef, useState } from 'preact/hooks';
import { useApp } from '../context.ts';

/** Pause between two worlds of the slow show [ms]. */
const STEP = 1500;

/** Draws one coherent world; every figure that has a value in it shows that instead of its interval. */
export function WorldBar() {
  const { w, run, did } = useApp();
  const [show, setShow] = useState(false);
  const now = useRef(run);
  now.current = run;
  const draw = () => {
    now.current.nextWorld();
    did(2);
  };
  useEffect(() => {
    if (!show) return;
    const timer = setInterval(draw, STEP);
    return () => clearInterval(timer);
  }, [show]);
  const still = typeof matchMedia !== 'undefined' && matchMedia('(prefers-reduced-motion: reduce)').matches;
  return (
    <div class="world-bar" data-world={run.world ? 'drawn' : ''}>
      <button type="button" data-draw disabled={run.engine.is !== 'open'} onClick={draw}>
        {w.drawWorld}
      </button>
      {still ? null : (
        <button
          type="button"
          class="quiet"
          aria-pressed={show}
          disabled={run.engine.is !== 'open'}
          onClick={() => setShow(!show)}
        >
          {w.slowShow}
        </button>
      )}
      {run.world ? (
        <>
          <span aria-live="polite">{w.drawnWorld(run.worldNumber)}</span>
          <button
            type="button"
            class="quiet"
            onClick={() => {
              setShow(false);
              run.backToAll();
            }}
          >
            {w.backToAll}
          </button>
        </>
      ) : null}
    </div>
  );
}
