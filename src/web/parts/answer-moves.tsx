import { useEffect, useState } from 'preact/hooks';
import { interval, percent } from '../../report/amount.ts';
import { said } from '../../report/strings/strings.ts';
import type { DossierFiles } from '../api.ts';
import { useApp } from '../context.ts';
import { basisOf, whatIfOf } from '../state/use-run.ts';

interface AnswerMovesProps {
  read: DossierFiles;
  /** Everything that is written here and not saved. */
  texts: Readonly<Record<string, string>>;
  ready: boolean;
}

/** The answer before and with what is written: drawn anew by the worker, nothing is saved. */
export function AnswerMoves({ read, texts, ready }: AnswerMovesProps) {
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
  // What is shown is the answer to these texts, saved meanwhile or not.
  useEffect(() => setAsked(''), [JSON.stringify({ ...read.files, ...texts })]);
  const shown = current && engine.is === 'open' ? run.imagined : null;
  const attempt = () => {
    const mark = `draft-${Date.now()}`;
    setAsked(mark);
    worker?.open(basis, { draft: texts, mark });
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
      {shown ? (
        <dl class="moves" data-moves>
          {[0, 1].flatMap((i) => {
            const question = shown.questions[i];
            if (!question) return [];
            // A dossier with errors on disk has no answer yet.
            const before = a?.questions[i];
            return [
              <dt key={`${question.id}-t`}>{said(question.text, s)}</dt>,
              <dd key={`${question.id}-d`}>
                <span>{before ? percent(before.probability, s) : '–'}</span> <span aria-hidden="true">→</span>{' '}
                <strong>{percent(question.probability, s)}</strong>
              </dd>,
            ];
          })}
          <dt>{said(shown.quantities[0]!.label, s)}</dt>
          <dd>
            <span>{a ? interval(a.quantities[0]!, '', s) : '–'}</span> <span aria-hidden="true">→</span>{' '}
            <strong>{interval(shown.quantities[0]!, '', s)}</strong>
          </dd>
        </dl>
      ) : null}
    </section>
  );
}
