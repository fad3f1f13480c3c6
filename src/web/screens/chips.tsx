import { useState } from 'preact/hooks';
import type { Instrument } from '../../controls/instrument.ts';
import type { Status } from '../../controls/status.ts';
import { outcomeText, testText } from '../../report/controls-words.ts';
import { said } from '../../report/strings/strings.ts';
import { addressOf } from '../api.ts';
import { useApp } from '../context.ts';
import { Faults } from '../parts/faults.tsx';
import { Head } from '../parts/head.tsx';
import { useGet } from '../parts/use-get.ts';
import { Waiting } from '../parts/waiting.tsx';
import { WorldFigure } from '../parts/world-figure.tsx';

const first = ['h100-sxm5', 'h200-sxm', 'h800-sxm', 'h20', 'ascend-910b2'];

/** The last day that a date can mean. */
function dayOf(date: string): string {
  const [year, month, day] = date.split('-');
  if (day) return date;
  if (!month) return `${year}-12-31`;
  return new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10);
}

/** What could they have, by law? Rules as regions, chips as points, and both through time. */
export function ChipsScreen() {
  const { w, run, state } = useApp();
  const [chips, setChips] = useState<readonly string[]>(first);
  const [asked, setAsked] = useState('h20');
  const a = run.assessment;
  if (!a) return <Waiting />;
  const on = dayOf(state.t || a.run.asOf);
  return (
    <article class="screen" aria-label={w.screen.chips}>
      <Head title={w.asks.chips}>
        <p class="lead">
          {w.chipsLead} {w.noAdvice}
        </p>
      </Head>
      <section class="block">
        <WorldFigure of="timeline" on={on} chips={chips} />
        <ChipList chips={chips} setChips={setChips} ask={setAsked} asked={asked} />
      </section>
      <ChipStatus chip={asked} on={on} />
      <section class="block">
        <WorldFigure of="thresholds" on={on} />
      </section>
      <section class="block">
        <WorldFigure of="supply" on={on} assessment={a} />
      </section>
      <Rules on={on} />
    </article>
  );
}

function ChipList(props: {
  chips: readonly string[];
  setChips: (chips: readonly string[]) => void;
  ask: (chip: string) => void;
  asked: string;
}) {
  const { w } = useApp();
  const [name, setName] = useState('');
  const { chips, setChips, ask } = props;
  return (
    <>
      <div class="chips" role="group" aria-label={w.chipsChosen}>
        {chips.map((chip) => (
          <span key={chip}>
            <button
              type="button"
              aria-pressed={chip === props.asked}
              data-chip={chip}
              onClick={() => ask(chip)}
            >
              {chip}
            </button>
            <button
              type="button"
              class="quiet"
              aria-label={w.takeBack(chip)}
              onClick={() => setChips(chips.filter((one) => one !== chip))}
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
          setChips([...new Set([...chips, id])]);
          ask(id);
          setName('');
        }}
      >
        <label>
          {w.chipName}
          <input
            data-search
            value={name}
            name="chip"
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
        <button type="submit">{w.addChip}</button>
      </form>
    </>
  );
}

/** Outcome for one chip on the day, with the arithmetic. */
function ChipStatus({ chip, on }: { chip: string; on: string }) {
  const { w, s } = useApp();
  const got = useGet<Status>(addressOf(['status', chip], { on, to: 'CN' }));
  if (got.failed) return <Faults faults={got.faults} />;
  const status = got.value;
  if (!status) return <div class="skeleton" role="status" aria-label={w.loading} />;
  const tests = status.layers.flatMap((layer) =>
    layer.findings.flatMap((finding) =>
      finding.tests.flat().map((test) => ({
        name: finding.name ?? finding.instrument,
        // JSON has no infinity: an end that is not known is null.
        text: testText({ ...test, known: { low: test.known.low, high: test.known.high ?? Infinity } }, s),
      })),
    ),
  );
  return (
    <section class="block" data-status={status.outcome}>
      <h2>
        {status.item.name}: {outcomeText(status, s)}
      </h2>
      <p class="note">{[on, status.by, ...status.paragraphs].filter(Boolean).join(' · ')}</p>
      {tests.length > 0 ? (
        <details>
          <summary>{w.arithmetic}</summary>
          <ul class="plain-list">
            {tests.map(({ name, text }, i) => (
              <li key={`${i}`}>
                <span class="id">{name}</span> {text}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

/** Instruments in order of their dates; those after the day are quiet. */
function Rules({ on }: { on: string }) {
  const { w, s } = useApp();
  const got = useGet<readonly Instrument[]>(addressOf(['rules']));
  const rules = [...(got.value ?? [])].sort((a, b) => (a.announced.text < b.announced.text ? 1 : -1));
  return (
    <section class="block">
      <h2>{w.rulesHead}</h2>
      {got.waiting ? <div class="skeleton" role="status" aria-label={w.loading} /> : null}
      <ul class="rules">
        {rules.map((rule) => (
          <li key={rule.id} class={rule.announced.text > on ? 'future' : undefined} data-item={rule.id}>
            <span class="number">{rule.announced.text}</span>
            <span>
              {said(rule.name, s)}{' '}
              <span class="note">{[rule.issuer, rule.cite].filter(Boolean).join(' · ')}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
