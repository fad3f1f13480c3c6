import { useMemo } from 'preact/hooks';
import { useApp } from '../context.ts';
import { lineDiff } from '../state/line-diff.ts';
import type { Bench } from './edit-bar.tsx';
import { Faults } from './faults.tsx';

/** Why a file is not saved, and the ways out: it is another on disk, it is gone, or it was refused. */
export function NotSaved({ read, draft, checked, saving }: Bench) {
  const refused = saving.refused?.path === draft.path ? saving.refused.refusal : null;
  if (draft.disk === 'other') {
    return <Conflict draft={draft} theirs={read.files[draft.path] ?? ''} {...{ read, checked, saving }} />;
  }
  if (draft.disk === 'gone') return <Gone draft={draft} saving={saving} />;
  return refused ? <Refused draft={draft} saving={saving} refusal={refused} /> : null;
}

type Part = Pick<Bench, 'draft' | 'saving'>;

function Conflict({ draft, theirs, read, saving }: Omit<Bench, 'goTo' | 'written'> & { theirs: string }) {
  const { w } = useApp();
  const lines = useMemo(() => lineDiff(theirs, draft.text), [theirs, draft.text]);
  return (
    <section class="notice alarm" data-notice="conflict" role="alert">
      <p>{w.conflict}</p>
      <pre class="citation" tabIndex={0} role="region" aria-label={w.conflictDiff}>
        {lines.map(({ mark, text }, i) => (
          <span key={i} class={mark === '−' ? 'theirs' : mark === '+' ? 'ours' : undefined}>
            {`${mark} ${text}\n`}
          </span>
        ))}
      </pre>
      <p class="note">{w.conflictDiff}</p>
      <button type="button" data-take-theirs onClick={() => saving.throwAway(draft)}>
        {w.conflictTheirs}
      </button>{' '}
      <button
        type="button"
        data-keep-mine
        onClick={() => void saving.save([draft], { over: read.versions[draft.path] ?? null, seen: true })}
      >
        {w.conflictMine}
      </button>
    </section>
  );
}

function Gone({ draft, saving }: Part) {
  const { w } = useApp();
  return (
    <section class="notice alarm" data-notice="deleted" role="alert">
      <p>{w.goneFromDisk(draft.path)}</p>
      {saving.refused?.path === draft.path ? <Faults faults={saving.refused.refusal.faults} /> : null}
      <button
        type="button"
        data-put-back
        onClick={() => void saving.save([draft], { over: null, seen: true })}
      >
        {w.putBack}
      </button>
    </section>
  );
}

function Refused({
  draft,
  saving,
  refusal,
}: Part & { refusal: NonNullable<Bench['saving']['refused']>['refusal'] }) {
  const { w } = useApp();
  const errors = refusal.status === 422;
  return (
    <section class="notice alarm" data-notice="not-saved" role="alert">
      <p>
        <strong>{w.notSaved}</strong> {w.notSavedWhy}
      </p>
      {refusal.unanswered ? <p>{`${w.gone}. ${w.goneWhy}`}</p> : null}
      <Faults faults={refusal.faults} />
      <button
        type="button"
        {...{ [errors ? 'data-save-anyway' : 'data-save-again']: true }}
        onClick={() => void saving.save([draft], { seen: errors })}
      >
        {errors ? w.saveAnyway : w.retry}
      </button>
    </section>
  );
}
