import type { Assessment } from '../../assessment/assessment.ts';
import { quoted } from '../../report/amount.ts';
import { said } from '../../report/strings/strings.ts';
import { percentFigure } from '../../units/percent.ts';
import { useApp } from '../context.ts';

const MOST = 6;

/** Observations still to be made, the most telling first. */
export function LookNext({ a }: { a: Assessment }) {
  const { s, w, run } = useApp();
  const worth = (look: Assessment['looks'][number]) => Math.max(look.sharpening, look.sharpeningCompute);
  const most = Math.max(0.01, ...a.looks.map(worth));
  return (
    <section class="block looks" aria-labelledby="looks-head">
      <h2 id="looks-head">{w.lookNext}</h2>
      <p class="note">
        {`${s.sharpening} · ${s.sharpeningCompute}`}
        {run.is === 'live' ? <span data-not-yet-moved> · {w.notYetMoved}</span> : null}
      </p>
      <ol>
        {a.looks.slice(0, MOST).map((look) => (
          <li key={look.id}>
            <span class="look-bar" aria-hidden="true">
              <span style={{ width: `${Math.round((100 * worth(look)) / most)}%` }} />
            </span>
            <span>
              {said(look.name, s)}{' '}
              <span class="note">
                <span class="number strong">
                  {s.percent(percentFigure(look.sharpening))} ·{' '}
                  {s.percent(percentFigure(look.sharpeningCompute))}
                </span>{' '}
                · {w.lookCost(quoted(look.cost, s), quoted(look.lead, s))}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
