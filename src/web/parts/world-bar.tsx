import { useEffect, useRef, useState } from 'preact/hooks';
import { useApp } from '../context.ts';
import { nextWorld } from '../state/changes.ts';

/** Pause between two worlds of the slow show [ms]. */
const STEP = 1500;

/** Draws one coherent world; every figure that has a value in it shows that instead of its interval. */
export function WorldBar() {
  const { w, run, state, go, did } = useApp();
  const [show, setShow] = useState(false);
  const draw = () => {
    go({ state: nextWorld(state) }, state.world === null ? 'push' : 'replace');
    did(2);
  };
  const now = useRef(draw);
  now.current = draw;
  useEffect(() => {
    if (!show) return;
    const timer = setInterval(() => now.current(), STEP);
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
              go({ state: { ...state, world: null } });
            }}
          >
            {w.backToAll}
          </button>
        </>
      ) : null}
    </div>
  );
}
