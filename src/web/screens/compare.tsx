import { useState } from 'preact/hooks';
import type { Assessment } from '../../assessment/assessment.ts';
import { percent } from '../../report/amount.ts';
import { type Difference, difference } from '../../report/difference.ts';
import { dotplotFigure, shownValues } from '../../report/figures/dotplot.ts';
import { said } from '../../report/strings/strings.ts';
import { addressOf, type Card } from '../api.ts';
import { useApp } from '../context.ts';
import { Faults } from '../parts/faults.tsx';
import { FigureView } from '../parts/figure.tsx';
import { Head } from '../parts/head.tsx';
import { Link } from '../parts/link.tsx';
import { Moved } from '../parts/moved.tsx';
import { useGet } from '../parts/use-get.ts';
import { initial, stateOf } from '../state/state.ts';
import { addressOfRun } from '../state/use-run.ts';
import type { Words } from '../strings/en.ts';

/** The address of one side: a dossier, and what follows `?` in its link. */
function sideAddress(side: string): string | null {
  const [dossier, query = ''] = side.split('?');
  if (!dossier || dossier.startsWith('st1-')) return null;
  return addressOfRun({ dossier, ...(query ? stateOf(query) : initial) });
}

const isRun = (side: string) => side.startsWith('st1-');

/** Two runs side by side: every figure that moved, and the edits that can have moved it. */
export function CompareScreen() {
  const { w, s, state } = useApp();
  const byId = isRun(state.a) && isRun(state.b);
  const mixed = isRun(state.a) !== isRun(state.b);
  return (
    <article class="screen" aria-label={w.compare}>
      <Head title={w.compare}>
        <p class="lead">{s.compare.lead}</p>
        <SideForm key={`${state.a}|${state.b}`} />
      </Head>
      {byId ? <KeptRuns /> : mixed ? <p class="notice">{w.compareMixed}</p> : <TwoRuns />}
    </article>
  );
}

/** Pairs to begin with: a hub under two priors, and the first two hubs. */
function examplesOf(
  cards: readonly Card[],
  w: Words,
  name: (card: Card) => string,
): (readonly [string, string, string])[] {
  const [first, second] = cards.filter(({ origin, errors }) => origin !== 'known' && errors === 0);
  if (!first) return [];
  const priors = [
    w.pairPriors(name(first)),
    `${first.id}?prior=sceptic`,
    `${first.id}?prior=believer`,
  ] as const;
  return second ? [priors, [w.pairHubs, first.id, second.id]] : [priors];
}

function SideForm() {
  const { w, s, state, go } = useApp();
  const [a, setA] = useState(state.a || 'xinjiang-qinghai');
  const [b, setB] = useState(state.b || 'xinjiang-qinghai?prior=sceptic');
  const library = useGet<{ dossiers: readonly Card[] }>(addressOf(['dossiers']));
  return (
    <form
      class="bar"
      onSubmit={(event) => {
        event.preventDefault();
        go({ state: { ...state, a: a.trim(), b: b.trim() } });
      }}
    >
      <label>
        {w.sideA} <span class="note">({w.compareHelp})</span>
        <input name="a" list="dossiers" value={a} onInput={(event) => setA(event.currentTarget.value)} />
      </label>
      <label>
        {w.sideB}
        <input name="b" list="dossiers" value={b} onInput={(event) => setB(event.currentTarget.value)} />
      </label>
      <datalist id="dossiers">
        {library.value?.dossiers.map(({ id }) => (
          <option key={id} value={id} />
        ))}
      </datalist>
      <button type="submit" data-compare>
        {w.compareIt}
      </button>
      <p class="note examples">
        {w.tryPairs}:{' '}
        {examplesOf(library.value?.dossiers ?? [], w, (card) => said(card.name, s)).map(
          ([name, one, two]) => (
            <Link key={name} to={{ at: 'compare' }} state={{ ...state, a: one, b: two }}>
              {name}
            </Link>
          ),
        )}
      </p>
    </form>
  );
}

function KeptRuns() {
  const { state } = useApp();
  const got = useGet<Difference>(addressOf(['diff', state.a, state.b]));
  if (got.failed) return <Faults faults={got.faults} />;
  return got.value ? <Moved of={got.value} /> : <div class="skeleton tall" />;
}

function TwoRuns() {
  const { w, s, state } = useApp();
  const one = useGet<Assessment>(sideAddress(state.a));
  const two = useGet<Assessment>(sideAddress(state.b));
  if (one.failed || two.failed) return <Faults faults={[...one.faults, ...two.faults]} />;
  if (one.waiting || two.waiting) return <p class="waiting">{w.loading}</p>;
  if (!one.value || !two.value) return null;
  const along = [one.value, two.value].flatMap(shownValues);
  return (
    <>
      <div class="pair" data-compared>
        {[one.value, two.value].map((a, i) => (
          <section key={`${a.run.id}-${i}`} class="block">
            <h2>{said(a.hub.name, s)}</h2>
            <p class="note">
              {s.underPrior(s.preset[a.run.prior])} · {s.asOf(a.run.asOf)} ·{' '}
              <span class="id">{a.run.id}</span>
            </p>
            <p class="answer">
              <span class="word">{s.word[a.questions[0]!.word]}</span>
              <span class="number probability">{percent(a.questions[0]!.probability, s)}</span>
            </p>
            <FigureView
              name={i === 0 ? 'first' : 'second'}
              most={560}
              on={[a, along.join()]}
              draw={(look) => dotplotFigure(a, { ...look, along })}
            />
          </section>
        ))}
      </div>
      <Moved of={difference(one.value, two.value)} />
    </>
  );
}
