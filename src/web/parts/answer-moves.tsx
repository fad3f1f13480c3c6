import { useEffect, useState } from 'preact/hooks';
import { interval, percent } from '../../report/amount.ts';
import { said } from '../../report/strings/strings.ts';
import { useApp } from '../context.ts';
import type { Draft } from '../state/draft.ts';
import { basisOf, whatIfOf } from '../state/use-run.ts';

/** The answer before and with the draft: drawn anew by the worker, nothing is written. */
export function AnswerMoves({ draft, ready }: { draft: Draft; ready: boolean }) {
  const { w, s, run, state, place } = useApp();
  const dossier = place.at === 'screen' ? place.dossier : '';
  const [asked, setAsked] = useState('');
  const { worker, engine, assessment: a } = run;
  const basis = basisOf({ dossier, ...state });
  useEffect(() => () => worker?.open(basis), []);
  const current =
    asked !== '' && engine.is !== 'idle' && engine.is !== 'failed' && engine.key.endsWith(asked);
  useEffect(() => {
    if (current && engine.is === 'open') worker?.imagine(whatIfOf(state));
  }, [current, engine.is]);
  const shown = current && engine.is === 'open' ? run.imagined : null;
  const attempt = () => {
    const mark = `draft-${Date.now()}`;
    setAsked(mark);
    worker?.open(basis, { draft: { [draft.path]: draft.text }, mark });
  };
  return (
    <section aria-live="polite">
      <button type="button" data-try disabled={!ready || !worker} onClick={attempt}>
        {w.tryIt}
      </button>
      {current && engine.is === 'drawing' ? (
        <p class="waiting">
          {w.redrawing} {s.percent(String(Math.round(100 * engine.share)))}
        </p>
      ) : null}
      {a && shown ? (
        <dl class="facts" data-moves>
          {[0, 1].flatMap((i) => {
            const question = shown.questions[i];
            const before = a.questions[i];
            if (!question || !before) return [];
            return [
              <dt key={`${question.id}-t`}>{said(question.text, s)}</dt>,
              <dd key={`${question.id}-d`} class="moves">
                <span>{percent(before.probability, s)}</span> <span aria-hidden="true">→</span>{' '}
                <strong>{percent(question.probability, s)}</strong>
              </dd>,
            ];
          })}
          <dt>{said(shown.quantities[0]!.label, s)}</dt>
          <dd class="number">
            {interval(a.quantities[0]!, '', s)} → <strong>{interval(shown.quantities[0]!, '', s)}</strong>
          </dd>
        </dl>
      ) : null}
    </section>
  );
}
