import { useEffect } from 'preact/hooks';
import type { Assessment } from '../../assessment/assessment.ts';
import { claim, percent } from '../../report/amount.ts';
import { stripFigure } from '../../report/figures/small.ts';
import { addressOf } from '../api.ts';
import { useApp } from '../context.ts';
import { SmallFigure } from './figure.tsx';
import { useGet } from './use-get.ts';

/** The verdict on a dossier in little: twenty possible worlds against the ring of the claim, the word, the run. */
export function Thumb({ dossier, done }: { dossier: string; done?: () => void }) {
  const { w, s, theme, state } = useApp();
  const got = useGet<Assessment>(addressOf(['assess', dossier], { prior: state.prior }));
  useEffect(() => {
    if (!got.waiting) done?.();
  }, [got.waiting]);
  if (got.failed) return null;
  const a = got.value;
  if (!a) return <div class="skeleton strip" role="status" aria-label={w.loading} />;
  const [fleet] = a.quantities;
  const [question] = a.questions;
  if (!fleet || !question) return null;
  const along = [fleet.low, fleet.high, fleet.claimed?.median ?? fleet.high];
  return (
    <div class="thumb" data-thumb={dossier}>
      <SmallFigure figure={stripFigure(fleet, { width: 260, height: 40, theme, strings: s, along })} />
      <p class="note">
        <span class="inferred strong">
          {s.word[question.word]} {percent(question.probability, s)}
        </span>
        {fleet.claimed ? (
          <span class="claimed">
            {' · '}
            {s.claimed} {claim(fleet.claimed, fleet.unit, s)}
          </span>
        ) : null}
      </p>
      <p class="note id">{a.run.id}</p>
    </div>
  );
}
