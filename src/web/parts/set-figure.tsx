import { useId, useRef, useState } from 'preact/hooks';
import type { Trace } from '../../assessment/trace.ts';
import { traceWords } from '../../report/trace-words.ts';
import { addressOf } from '../api.ts';
import { type App, useApp } from '../context.ts';
import { withSetting } from '../state/changes.ts';
import { lettersOf } from '../state/letters.ts';
import { presentValue, settableIn } from '../state/present-values.ts';
import { runQuery } from '../state/run-query.ts';
import { BasisMark } from './basis.tsx';
import { useGet } from './use-get.ts';

/** Figures that are worth trying, before those of the run are known. */
const offered = [
  'world.poolShare',
  'world.namedShare',
  'world.realisation',
  'world.pace',
  'world.lagLit',
  'world.fullShare',
  'pool',
];

/** A figure of the model or the dossier by its path, what it is now, and the box for another value. */
export function SetFigure() {
  const { w, s, state, go } = useApp();
  const [open, setOpen] = useState(false);
  const [path, setPath] = useState('');
  const [value, setValue] = useState('');
  const list = useId();
  const { known, fresh } = usePresent(open);
  const at = path.trim();
  // Of a figure that is set for one prior, what the prior of the run has.
  const trace = known.get(at) ?? known.get(at.replace(`.${state.prior}`, ''));
  const paths = known.size > 0 ? [...known] : offered.map((one) => [one, undefined] as const);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{w.setFigure}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (at && value.trim()) go({ state: withSetting(state, at, value.trim()) });
          setValue('');
        }}
      >
        <label>
          {w.figurePath}
          <input
            list={list}
            value={path}
            name="path"
            onInput={(event) => setPath(event.currentTarget.value)}
          />
        </label>
        <datalist id={list}>
          {paths.map(([one, of]) => (
            <option key={one} value={one} label={of && traceWords(of, s).label} />
          ))}
        </datalist>
        {trace ? <p class="note">{traceWords(trace, s).label}</p> : null}
        <label>
          {w.figureValue}
          <Now path={at} trace={trace} fresh={fresh} />
          <input value={value} name="value" onInput={(event) => setValue(event.currentTarget.value)} />
        </label>
        <button type="submit">{w.apply}</button>
      </form>
    </details>
  );
}

/** What the figure is now, as part of the name of the box below; nothing where no figure has this path. */
function Now({ path, trace, fresh }: { path: string; trace: Trace | undefined; fresh: boolean }) {
  const app = useApp();
  const text = trace ? presentValue(trace, app.s) : letterOf(path, app);
  if (text === undefined) return null;
  return (
    <span class={fresh ? 'now' : 'now stale'} data-now>
      {app.w.figureNow} <strong class="number">{text}</strong>{' '}
      {trace?.basis ? <BasisMark bases={[trace.basis]} /> : null}
    </span>
  );
}

/** The letter that everything an origin says bears. */
function letterOf(path: string, { run, state, w }: App): string | undefined {
  const [, origin] = /^origins\.(.+)\.reliability$/.exec(path) ?? [];
  const own = run.dossier?.evidence.find((item) => item.origin === origin)?.grade.reliability;
  const letter = lettersOf(state.set)[origin ?? ''] ?? own;
  return letter && `${letter}, ${w.letters[letter]}`;
}

/** What can be set in the run on the screen, with what it is now; what was known before, until it comes anew. */
function usePresent(wanted: boolean): { known: ReadonlyMap<string, Trace>; fresh: boolean } {
  const { place, state, run } = useApp();
  const dossier = place.at === 'screen' ? place.dossier : '';
  const address = addressOf(['why', 'accelerators', dossier], runQuery(state));
  const got = useGet<Trace>(wanted && run.assessment ? address : null, run.assessment?.run.dossierDigest);
  const kept = useRef<ReadonlyMap<string, Trace>>(new Map());
  if (got.value) kept.current = settableIn(got.value);
  return { known: kept.current, fresh: got.value !== null };
}
