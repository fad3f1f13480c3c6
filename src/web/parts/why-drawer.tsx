import { useRef, useState } from 'preact/hooks';
import type { Assessment } from '../../assessment/assessment.ts';
import type { Trace } from '../../assessment/trace.ts';
import type { Place } from '../../errors/fault.ts';
import { amount, intervalParts, quoted } from '../../report/amount.ts';
import { type Strings, said } from '../../report/strings/strings.ts';
import { traceWords } from '../../report/trace-words.ts';
import { addressOf } from '../api.ts';
import { useApp } from '../context.ts';
import { runQuery } from '../state/run-query.ts';
import { Awaited } from './awaited.tsx';
import { BasisMark } from './basis.tsx';
import { Link } from './link.tsx';
import { Sheet } from './sheet.tsx';
import { TryOut, VerdictMoves } from './try-out.tsx';
import { useGet } from './use-get.ts';

/**
 * Where a number comes from: formula, inputs with unit, basis and source, down to the line of YAML; and what would be so if
 * one of them were another.
 */
export function WhyDrawer({ id, close }: { id: string; close: () => void }) {
  const { w, s, place, state, run } = useApp();
  const dossier = place.at === 'screen' ? place.dossier : '';
  const got = useGet<Trace>(
    addressOf(['why', id, dossier], runQuery(state)),
    run.assessment?.run.dossierDigest,
  );
  const [first] = useState(run.assessment);
  // While another value is tried the trace before it stays, and with it what is folded out.
  const shown = useRef<Trace | null>(null);
  shown.current = got.value ?? shown.current;
  return (
    <Sheet title={w.whyOf(nameOf(id, run.assessment, s))} kind="drawer" close={close}>
      {first ? <VerdictMoves id={id} before={first} /> : null}
      <Awaited of={got} what={w.whyLoading} />
      {shown.current ? (
        <div class={got.value ? undefined : 'stale'}>
          <TraceTree trace={shown.current} depth={0} />
        </div>
      ) : null}
    </Sheet>
  );
}

/** A quantity or question as the assessment calls it; by its id where it has none of the kind. */
function nameOf(id: string, a: Assessment | null, s: Strings): string {
  const quantity = a?.quantities.find((one) => one.id === id)?.label;
  const words = quantity ?? a?.questions.find((one) => one.id === id)?.text;
  return words ? said(words, s) : id;
}

function TraceTree({ trace, depth }: { trace: Trace; depth: number }) {
  const { s } = useApp();
  const { children, basis, source, place, set } = trace;
  const { label, formula, value } = traceWords(trace, s);
  const facts = (
    <div class="trace-facts">
      {formula ? <p class="formula">{formula}</p> : null}
      <p class="note">
        {basis ? <BasisMark bases={[basis]} /> : null} {source ? <span class="id">{source}</span> : null}{' '}
        {place ? <WrittenAt place={place} /> : null}
      </p>
      {set ? <TryOut path={set} trace={trace} /> : null}
    </div>
  );
  const head = (
    <>
      <span class="trace-label">{label}</span> <TraceValue trace={{ ...trace, value }} />
    </>
  );
  if (children.length === 0) {
    return (
      <div class="trace leaf">
        {head}
        {facts}
      </div>
    );
  }
  return (
    <details class="trace" open={depth < 1}>
      <summary>{head}</summary>
      {facts}
      <div class="trace-children">
        {children.map((child, i) => (
          <TraceTree key={`${child.label}-${i}`} trace={child} depth={depth + 1} />
        ))}
      </div>
    </details>
  );
}

/** Where a figure is written; a line of the dossier is a way to change it. */
function WrittenAt({ place: { file, line } }: { place: Place }) {
  const { w, place, state } = useApp();
  const dossier = place.at === 'screen' ? place.dossier : '';
  const [, own] = file.split(`${dossier}/`);
  if (dossier === '' || own === undefined) return <span class="id">{w.line(file, line)}</span>;
  return (
    <Link
      class="id"
      to={{ at: 'screen', dossier, screen: 'edit', item: `${own}:${line}` }}
      state={{ ...state, why: '' }}
    >
      {w.line(own, line)}
    </Link>
  );
}

function TraceValue({ trace: { value, unit = '' } }: { trace: Trace }) {
  const { s, w } = useApp();
  if (value === null) return <span class="unknown">{w.notKnown}</span>;
  if (typeof value === 'string') return <span class="number strong">{quoted(value, s)}</span>;
  if (typeof value === 'number')
    return <span class="number strong">{known(() => amount(value, unit, s)) ?? `${value} ${unit}`}</span>;
  const parts = known(() => intervalParts(value, unit, s));
  if (!parts) return <span class="number strong">{`${s.number(value.median, 2)} ${unit}`}</span>;
  return (
    <span class="number">
      <span class="strong">{parts.middle}</span> ({parts.range})
    </span>
  );
}

/** A unit that the formatter does not know is written as it stands. */
function known<T>(of: () => T): T | undefined {
  try {
    return of();
  } catch {
    return undefined;
  }
}
