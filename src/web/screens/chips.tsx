import { useState } from 'preact/hooks';
import type { Instrument } from '../../controls/instrument.ts';
import { isoDay } from '../../controls/known-rules.ts';
import { said } from '../../report/strings/strings.ts';
import { parsePartialDate } from '../../sources/date.ts';
import { addressOf } from '../api.ts';
import { useApp } from '../context.ts';
import { ChipStatus } from '../parts/chip-status.tsx';
import { Faults } from '../parts/faults.tsx';
import { Head } from '../parts/head.tsx';
import { useGet } from '../parts/use-get.ts';
import { Waiting } from '../parts/waiting.tsx';
import { WorldFigure } from '../parts/world-figure.tsx';
import { Worth } from '../parts/worth.tsx';
import type { State } from '../state/state.ts';

/** The last day that a date can mean. */
function lastDay(date: string): string {
  const meant = parsePartialDate(date);
  return 'to' in meant ? isoDay(meant.to) : date;
}

/** What could they have, by law? Rules as regions, chips as points, and both through time. */
export function ChipsScreen() {
  const { w, run, state } = useApp();
  const { chips, chip: asked } = state;
  const a = run.assessment;
  if (!a) return <Waiting />;
  const on = lastDay(state.t || a.run.asOf);
  return (
    <article class="screen" aria-label={w.screen.chips}>
      <Head title={w.asks.chips}>
        <p class="lead">{w.chipsLead}</p>
        <p class="note">{w.noAdvice}</p>
      </Head>
      <section class="block">
        <WorldFigure headed of="timeline" on={on} chips={chips} assessment={a} />
        <ChipList />
      </section>
      <ChipStatus chip={asked} on={on} />
      <section class="block">
        <WorldFigure headed of="thresholds" on={on} assessment={a} />
      </section>
      <Worth a={a} />
      <section class="block">
        <WorldFigure headed of="supply" on={on} assessment={a} />
      </section>
      <Rules on={on} />
    </article>
  );
}

function ChipList() {
  const { w, state, go } = useApp();
  const [name, setName] = useState('');
  const known = useGet<readonly { id: string; name: string }[]>(addressOf(['chips']));
  const { chips } = state;
  const show = (change: Partial<Pick<State, 'chips' | 'chip'>>) =>
    go({ state: { ...state, ...change } }, 'replace');
  return (
    <>
      <div class="chips" role="group" aria-label={w.chipsChosen}>
        {chips.map((chip) => (
          <span key={chip} class="chip">
            <button
              type="button"
              aria-pressed={chip === state.chip}
              data-chip={chip}
              onClick={() => show({ chip })}
            >
              {chip}
            </button>
            <button
              type="button"
              class="quiet"
              aria-label={w.takeBack(chip)}
              onClick={() => show({ chips: chips.filter((one) => one !== chip) })}
            >
              ×
            </button>
          </span>
        ))}
      </div>
      <form
        class="bar"
        onSubmit={(event) => {
          event.preventDefault();
          const id = name.trim();
          if (id === '') return;
          show({ chips: [...new Set([...chips, id])], chip: id });
          setName('');
        }}
      >
        <label>
          {w.chipName}
          <input
            data-search
            value={name}
            name="chip"
            list="chip-names"
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
        <datalist id="chip-names">
          {known.value?.map((chip) => (
            <option key={chip.id} value={chip.id}>
              {chip.name}
            </option>
          ))}
        </datalist>
        <button type="submit">{w.addChip}</button>
      </form>
    </>
  );
}

const FEW = 8;

/** Instruments, newest first; those after the day are quiet, all but a few are folded away. */
function Rules({ on }: { on: string }) {
  const { w, s, state, go } = useApp();
  const wanted = state.rule;
  const got = useGet<readonly Instrument[]>(addressOf(['rules']));
  const all = [...(got.value ?? [])].sort((a, b) => (a.announced.text < b.announced.text ? 1 : -1));
  const matches = ({ id, name, issuer, cite }: Instrument) =>
    [id, name.en, name.zh ?? '', issuer, s.controls.issuer(issuer), cite ?? ''].some((text) =>
      text.toLowerCase().includes(wanted.toLowerCase()),
    );
  const found = all.filter(matches);
  const later = all.filter(({ announced }) => announced.text > on).length;
  const row = (rule: Instrument) => (
    <li key={rule.id} class={rule.announced.text > on ? 'future' : undefined} data-item={rule.id}>
      <span class="number">{rule.announced.text}</span>
      <span>
        {said(rule.name, s)}{' '}
        <span class="note">{[s.controls.issuer(rule.issuer), rule.cite].filter(Boolean).join(' · ')}</span>
      </span>
    </li>
  );
  const past = found.filter(({ announced }) => announced.text <= on);
  return (
    <section class="block">
      <h2>{w.rulesHead}</h2>
      {later > 0 ? <p class="note">{w.rulesLater(later)}</p> : null}
      {got.waiting ? <div class="skeleton" role="status" aria-label={w.loading} /> : null}
      {got.failed ? <Faults faults={got.faults} /> : null}
      <label class="search">
        {w.findRule}
        <input
          type="search"
          value={wanted}
          onInput={(event) => go({ state: { ...state, rule: event.currentTarget.value } }, 'replace')}
        />
      </label>
      {wanted !== '' ? (
        <ul class="rules">{found.map(row)}</ul>
      ) : (
        <>
          <ul class="rules">{past.slice(0, FEW).map(row)}</ul>
          {all.length > FEW ? (
            <details>
              <summary>{w.rulesShown(all.length)}</summary>
              <ul class="rules">{all.map(row)}</ul>
            </details>
          ) : null}
        </>
      )}
      {got.value && found.length === 0 ? <p>{w.nothingFound}</p> : null}
    </section>
  );
}
