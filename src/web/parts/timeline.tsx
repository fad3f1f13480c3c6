import { useEffect, useMemo, useState } from 'preact/hooks';
import { firstMonth } from '../../dossier/first-month.ts';
import { useApp } from '../context.ts';
import { decided, monthsOn } from '../state/changes.ts';

const monthOf = (date: string) => (/^\d{4}-\d{2}/.exec(date) ? date.slice(0, 7) : `${date.slice(0, 4)}-12`);
const index = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

/** Pause between two months of play [ms]. */
const STEP = 1600;

/** The months from the first that can be assessed to the dossier's own date, with the items as ticks. */
export function Timeline() {
  const { w, state, go, run } = useApp();
  const { dossier, assessment } = run;
  const own = monthOf(dossier?.hub.asOf.text ?? assessment?.run.asOf ?? '2026-11');
  const dates = useMemo(
    () =>
      (dossier?.evidence ?? assessment?.evidence ?? []).map((item) =>
        monthOf(typeof item.published === 'string' ? item.published : item.published.text),
      ),
    [dossier, assessment?.hub.id],
  );
  const claimed = useMemo(() => dossier && firstMonth(dossier), [dossier]);
  const first = claimed ?? (dates.length > 0 ? dates.reduce((a, b) => (a < b ? a : b)) : monthsOn(own, -24));
  const start = monthsOn(first, -1);
  const span = Math.max(1, index(own) - index(start));
  const now = state.t === '' ? own : monthOf(state.t);
  const at = Math.min(span, Math.max(0, index(now) - index(start)));
  const [playing, setPlaying] = useState(false);
  const move = (to: number, how: 'push' | 'replace' = 'push') => {
    const month = monthsOn(start, Math.min(span, Math.max(1, to)));
    go({ state: decided(state, { t: month >= own ? '' : month }) }, how);
  };
  useEffect(() => {
    if (!playing) return;
    if (run.pending) return;
    const timer = setTimeout(() => (at >= span ? setPlaying(false) : move(at + 1, 'replace')), STEP);
    return () => clearTimeout(timer);
  }, [playing, at, run.pending]);
  const counts = new Map<number, number>();
  for (const month of dates) {
    // What was published before stands at the month from which it can be used.
    const place = Math.max(1, index(month) - index(start));
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  const years = Array.from({ length: span + 1 }, (_, i) => i).filter((i) =>
    monthsOn(start, i).endsWith('-01'),
  );
  const place = (i: number) => `${(100 * i) / span}%`;
  return (
    <section class="timeline" aria-label={w.timeline}>
      <button
        type="button"
        class="round"
        data-play
        aria-pressed={playing}
        aria-label={playing ? w.pause : w.play}
        onClick={() => {
          if (at >= span && !playing) move(1);
          setPlaying(!playing);
        }}
      >
        <span aria-hidden="true">{playing ? '❚❚' : '▶'}</span>
      </button>
      <div class="track">
        <svg aria-hidden="true" preserveAspectRatio="none" viewBox={`0 0 ${span} 20`}>
          {[...counts].map(([month, count]) => (
            <rect
              key={month}
              x={month - 0.1}
              width={0.2}
              y={20 - Math.min(16, 3 + 2.4 * count)}
              height={Math.min(16, 3 + 2.4 * count)}
              class={month <= at ? 'event' : 'event later'}
            />
          ))}
        </svg>
        {years.map((i) => (
          <span key={i} class="year" style={{ left: place(i) }}>
            {monthsOn(start, i).slice(0, 4)}
          </span>
        ))}
        <input
          type="range"
          min={0}
          max={span}
          value={at}
          aria-label={`${w.asOf}. ${w.timelineHelp}`}
          aria-valuetext={`${now}${state.t === '' ? `, ${w.today}` : ''}. ${w.eventsOf(counts.get(at) ?? 0, now)}`}
          onInput={(event) => move(Number(event.currentTarget.value), 'replace')}
        />
      </div>
      <output class="as-of">
        <span class="note">{w.asOf}</span>{' '}
        <span class="number strong">{state.t === '' ? (assessment?.run.asOf ?? own) : state.t}</span>
      </output>
    </section>
  );
}
