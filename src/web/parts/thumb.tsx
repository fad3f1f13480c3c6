import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Assessment } from '../../assessment/assessment.ts';
import { claim, percent } from '../../report/amount.ts';
import { dotplotFigure } from '../../report/figures/dotplot.ts';
import { stripFigure } from '../../report/figures/small.ts';
import { capital } from '../../report/strings/strings.ts';
import { addressOf } from '../api.ts';
import { useApp } from '../context.ts';
import { SmallFigure } from './figure.tsx';
import { Svg } from './svg.tsx';
import { useGet } from './use-get.ts';
import { useWidth } from './use-width.ts';

interface ThumbProps {
  dossier: string;
  /** With a picture that has an axis and a legend, and a map. */
  whole?: boolean;
  done?: () => void;
}

/** The verdict on a dossier in little: possible worlds against the ring of the claim, the word, the day, the run. */
export function Thumb({ dossier, whole, done }: ThumbProps) {
  const { w, s, theme, state } = useApp();
  const got = useGet<Assessment>(addressOf(['assess', dossier], { prior: state.prior }));
  useEffect(() => {
    if (!got.waiting) done?.();
  }, [got.waiting]);
  if (got.failed) return null;
  const a = got.value;
  if (!a) return <div class={`skeleton ${whole ? 'tall' : 'strip'}`} role="status" aria-label={w.loading} />;
  const [fleet] = a.quantities;
  const [question] = a.questions;
  if (!fleet || !question) return null;
  const along = [fleet.low, fleet.high, fleet.claimed?.median ?? fleet.high];
  return (
    <div class={whole ? 'thumb whole' : 'thumb'} data-thumb={dossier}>
      <p>
        <span class="inferred strong">
          {capital(s.word[question.word])} {percent(question.probability, s)}
        </span>
        {fleet.claimed && !whole ? (
          <span class="claimed note">
            {' · '}
            {s.claimed} {claim(fleet.claimed, fleet.unit, s)}
          </span>
        ) : null}
      </p>
      {whole ? (
        <Pictures a={a} />
      ) : (
        <SmallFigure figure={stripFigure(fleet, { width: 240, height: 48, theme, strings: s, along })} />
      )}
      <p class="note">
        {whole ? '' : `${s.asOf(a.run.asOf)} · `}
        <span class="id">{s.run(a.run.id)}</span>
      </p>
    </div>
  );
}

/** The headline as fifty worlds on an axis, and where the sites are if somebody published it. */
function Pictures({ a }: { a: Assessment }) {
  const { s, theme } = useApp();
  const [box, width] = useWidth(480);
  const [Places, setPlaces] = useState<ComponentType<{ a: Assessment }> | null>(null);
  const located = a.sites.some(({ role, place }) => role === 'hub' && place);
  useEffect(() => {
    if (located) void import('../screens/map.tsx').then(({ MapThumb }) => setPlaces(() => MapThumb));
  }, [located]);
  return (
    <div class="pictures">
      <div ref={box}>
        <Svg node={dotplotFigure(a, { width, height: 196, bare: true, theme, strings: s }).svg} />
      </div>
      {Places ? (
        <div>
          <Places a={a} />
        </div>
      ) : null}
    </div>
  );
}
