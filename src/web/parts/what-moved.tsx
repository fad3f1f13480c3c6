import { useRef } from 'preact/hooks';
import type { Assessment, ItemResult } from '../../assessment/assessment.ts';
import { factor, percent } from '../../report/amount.ts';
import { capital, said } from '../../report/strings/strings.ts';
import { howExact } from '../../report/terminal/evidence.ts';
import { gradeText } from '../../sources/grade-text.ts';
import { useApp } from '../context.ts';
import { toggled } from '../state/changes.ts';
import { addressOfRun } from '../state/use-run.ts';
import { Link } from './link.tsx';
import { OddsBar } from './odds-bar.tsx';
import { Told } from './told.tsx';
import { useGet } from './use-get.ts';

const MOST = 7;

const strength = ({ moved }: ItemResult) => Math.abs(Math.log(moved.factor)) || 0;

/** The items that move the answer most, the strongest first. */
export const movedMost = (a: Assessment): ItemResult[] =>
  [...a.evidence].sort((p, q) => strength(q) - strength(p)).slice(0, MOST);

/** The items that move the answer most, each with its weight, to be read or left out. */
export function WhatMoved({ a }: { a: Assessment }) {
  const { s, w, run } = useApp();
  const focus = a.questions.find(({ id }) => id === a.focus)!;
  const items = movedMost(a);
  return (
    <section class="block moved" aria-labelledby="moved-head">
      <h2 id="moved-head">{w.moved}</h2>
      <p class="note">
        {a.focus === a.questions[0]!.id ? w.movedNote(said(focus.text, s)) : s.rankedBy(said(focus.text, s))}{' '}
        {howExact(a, s)}
        {run.is === 'live' ? <span data-not-yet-moved> {w.notYetMoved}</span> : null}
      </p>
      <FocusNow a={a} />
      <ul>
        <DroppedItems a={a} />
        {items.map((item) => (
          <Row key={item.id} item={item} a={a} now={focus.probability} />
        ))}
      </ul>
      <p>
        <Link to={{ at: 'screen', dossier: a.hub.id, screen: 'evidence' }}>
          {w.allEvidence} ({a.hub.evidence})
        </Link>
      </p>
    </section>
  );
}

/**
 * The answer that the items are ranked by as it stands now, and as it stands with nothing left out: of the same run
 * otherwise, and of the question that its items were ranked by, though what is left out may make another one telling.
 */
function FocusNow({ a }: { a: Assessment }) {
  const { s, w, state, run } = useApp();
  const everything = addressOfRun({ dossier: a.hub.id, ...state, drop: [] });
  const whole = useGet<Assessment>(state.drop.length > 0 && run.is === 'exact' ? everything : null);
  const known = useRef<{ address: string; a: Assessment } | null>(null);
  if (state.drop.length === 0 && run.is === 'exact') known.current = { address: everything, a };
  else if (whole.value) known.current = { address: everything, a: whole.value };
  const all = known.current?.address === everything ? known.current.a : null;
  const focus = a.questions.find(({ id }) => id === (all ?? a).focus)!;
  const before = all?.questions.find(({ id }) => id === focus.id)?.probability;
  return (
    <p class="focus-now" role="status" data-focus={focus.probability}>
      {focus.id === a.focus ? null : <span class="note">{said(focus.text, s)} </span>}
      <strong>{capital(s.word[focus.word])}</strong>{' '}
      <span class="number">{percent(focus.probability, s)}</span>
      {state.drop.length > 0 && before !== undefined ? (
        <span class="note"> {w.withEvery(percent(before, s))}</span>
      ) : null}
    </p>
  );
}

function Row({ item, a, now }: { item: ItemResult; a: Assessment; now: number }) {
  const { s, w, state, go, did, chosen } = useApp();
  return (
    <li class={chosen === item.id ? 'chosen' : undefined} data-item={item.id}>
      <input
        type="checkbox"
        checked={!state.drop.includes(item.id)}
        aria-label={w.leaveOut(said(item.says, s))}
        onChange={() => {
          go({ state: toggled(state, item.id) });
          did(1);
        }}
      />
      <OddsBar factor={item.moved.factor} />
      <span class={item.moved.factor >= 1 ? 'number for' : 'number against'}>
        {factor(item.moved.factor)}
      </span>
      <span class="says">
        <Link to={{ at: 'screen', dossier: a.hub.id, screen: 'evidence', item: item.id }} onGo={() => did(3)}>
          <Told of={item.says} />
        </Link>{' '}
        <span class="note">
          {gradeText(item.grade)} · {item.date} · {s.without} {percent(now, s)} →{' '}
          {percent(item.moved.without, s)}
          {item.reliable ? '' : ' ~'}
        </span>
      </span>
    </li>
  );
}

/** Items left out stay in the list, so that they can be taken back where they were dropped. */
function DroppedItems({ a }: { a: Assessment }) {
  const { s, w, state, go, run } = useApp();
  const gone = state.drop.filter((id) => run.is !== 'live' || !a.evidence.some((item) => item.id === id));
  const listed = gone.filter((id) => !a.evidence.some((item) => item.id === id));
  return (
    <>
      {listed.map((id) => {
        const says = run.dossier?.evidence.find((item) => item.id === id)?.says;
        return (
          <li key={id} class="left-out" data-item={id}>
            <input
              type="checkbox"
              checked={false}
              aria-label={w.leaveOut(says ? said(says, s) : id)}
              onChange={() => go({ state: toggled(state, id) })}
            />
            <span class="says">
              <s>{says ? <Told of={says} /> : id}</s> <span class="note id">{id}</span>
            </span>
          </li>
        );
      })}
    </>
  );
}
