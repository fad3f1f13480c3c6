import { useId, useState } from 'preact/hooks';
import type { Assessment } from '../../assessment/assessment.ts';
import type { Trace } from '../../assessment/trace.ts';
import { interval, percent } from '../../report/amount.ts';
import { said } from '../../report/strings/strings.ts';
import { useApp } from '../context.ts';
import { withSetting } from '../state/changes.ts';
import { Share } from './share.tsx';

/** The value of a trace as one would write it down. */
export function writtenValue({ value }: Pick<Trace, 'value'>): string {
  if (value === null) return '';
  if (typeof value !== 'object') return String(value);
  const [low, high] = [value.low, value.high].map((one) => Number(one.toPrecision(2)));
  return low === high ? String(low) : `${low} to ${high}`;
}

/** Another value for one figure of the trace: the whole run is drawn with it. */
export function TryOut({ path, trace }: { path: string; trace: Trace }) {
  const { w, state, go } = useApp();
  const id = useId();
  const now = state.set[path];
  const [value, setValue] = useState(now ?? writtenValue(trace));
  const set = (to: string) => go({ state: withSetting(state, path, to) });
  return (
    <details class="try" open={now !== undefined}>
      <summary>{w.asWhatIf}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (value.trim()) set(value.trim());
        }}
      >
        <label for={id}>{w.figureValue}</label>
        <span class="bar">
          <input id={id} name="try" value={value} onInput={(event) => setValue(event.currentTarget.value)} />
          <button type="submit" data-try-value>
            {w.tryValue}
          </button>
          {now === undefined ? null : (
            <button type="button" class="quiet" data-untry onClick={() => set('')}>
              {w.takeBackIt}
            </button>
          )}
        </span>
        <span class="id">{path}</span>
      </form>
    </details>
  );
}

/** How the answer moved since the drawer was opened; nothing while nothing was tried. */
export function VerdictMoves({ id, before }: { id: string; before: Assessment }) {
  const { w, s, run } = useApp();
  const now = run.assessment;
  const sameRun = now?.run.id === before.run.id && run.is === 'exact';
  if (sameRun || !now) return null;
  if (run.faults.length > 0) return null;
  if (run.is === 'stale') {
    return (
      <p class="moves-now waiting" role="status">
        {w.redrawing}
        <Share of={run.address} />{' '}
        <button type="button" class="quiet" data-cancel onClick={run.cancel}>
          {w.cancel}
        </button>
      </p>
    );
  }
  const [question, was] = [now.questions[0]!, before.questions[0]!];
  const [amount, wasAmount] = [now, before].map(({ quantities }) => quantities.find((one) => one.id === id));
  return (
    <div class="moves-now" role="status">
      <dl class="facts" data-verdict-moves>
        <dt>{said(question.text, s)}</dt>
        <dd>
          {percent(was.probability, s)} → <strong>{percent(question.probability, s)}</strong>{' '}
          {s.word[question.word]}
        </dd>
        {amount && wasAmount ? (
          <>
            <dt>{said(amount.label, s)}</dt>
            <dd class="number">
              {interval(wasAmount, wasAmount.unit, s)} → <strong>{interval(amount, amount.unit, s)}</strong>
            </dd>
          </>
        ) : null}
      </dl>
    </div>
  );
}
