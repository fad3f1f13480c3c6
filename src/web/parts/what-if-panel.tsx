import { presets } from '../../assessment/assessment.ts';
import { said } from '../../report/strings/strings.ts';
import { useApp } from '../context.ts';
import { changes, decided, plain, toggled, withSetting } from '../state/changes.ts';
import { SetFigure } from './set-figure.tsx';
import { Toggles } from './toggles.tsx';

/** What was changed from the dossier as it stands, each to be taken back; and a figure to set. */
export function WhatIfPanel() {
  const { w, s, state, go, place, did, run } = useApp();
  const count = changes(state);
  const chips = [
    ...state.drop.map((id) => {
      const says = run.dossier?.evidence.find((item) => item.id === id)?.says;
      return { text: w.without(says ? said(says, s) : id), back: () => go({ state: toggled(state, id) }) };
    }),
    ...Object.entries(state.set).map(([at, to]) => ({
      text: `${at} = ${to}`,
      back: () => go({ state: withSetting(state, at, '') }),
    })),
    ...(state.t
      ? [{ text: `${w.asOf} ${state.t}`, back: () => go({ state: decided(state, { t: '' }) }) }]
      : []),
    ...(state.seed === null
      ? []
      : [{ text: `seed ${state.seed}`, back: () => go({ state: decided(state, { seed: null }) }) }]),
  ];
  return (
    <section class="what-if" aria-label={w.whatIf}>
      <h2>
        {w.whatIf} {count > 0 ? <span class="badge">{count}</span> : null}
      </h2>
      {place.at === 'screen' && place.screen !== 'verdict' ? (
        <Toggles
          label={w.prior}
          value={state.prior}
          choices={presets.map((preset) => [preset, s.preset[preset]] as const)}
          choose={(prior) => {
            go({ state: decided(state, { prior }) });
            did(0);
          }}
        />
      ) : null}
      {chips.length === 0 ? <p class="note">{w.noChanges}</p> : null}
      <ul>
        {chips.map(({ text, back }) => (
          <li key={text}>
            <span>{text}</span>
            <button type="button" class="quiet" aria-label={w.takeBack(text)} onClick={back}>
              ×
            </button>
          </li>
        ))}
      </ul>
      {count > 0 ? (
        <button type="button" class="quiet" data-reset onClick={() => go({ state: plain(state) })}>
          {w.reset}
        </button>
      ) : null}
      <SetFigure />
    </section>
  );
}
