import { useApp } from '../context.ts';
import { Share } from './share.tsx';

/** One quiet line: run, how exact it is, how far the engine is, and that nothing leaves the machine. */
export function StatusBar() {
  const { w, s, run } = useApp();
  const { assessment: a, engine } = run;
  const percent = engine.is === 'drawing' ? s.percent(String(Math.round(100 * engine.share))) : '';
  const word = engine.is === 'drawing' ? w.engineState.drawing(percent) : w.engineState[engine.is];
  return (
    <p class="status" role="status">
      {run.pending ? (
        <span class="waiting">
          {run.is === 'live'
            ? run.liveMs === null
              ? w.redrawn
              : w.liveNote(String(Math.round(run.liveMs)))
            : a
              ? w.redrawing
              : w.loading}{' '}
          {run.redrawing === null ? (
            <Share of={run.address} />
          ) : (
            `${s.percent(String(Math.round(100 * run.redrawing)))} `
          )}
          <button type="button" class="quiet" data-cancel onClick={run.cancel}>
            {w.cancel}
          </button>
        </span>
      ) : null}
      {a && run.is === 'exact' ? (
        <span>
          {w.exactNote} <span class="id">{a.run.id}</span>
        </span>
      ) : null}
      <span data-engine={engine.is} data-digest={engine.is === 'open' ? engine.digest : undefined}>
        <span class="long">{word}</span>
        <span class="short" aria-hidden="true">
          {percent || w.engineShort[engine.is]}
        </span>
      </span>
      <span>{w.offline}</span>
    </p>
  );
}
