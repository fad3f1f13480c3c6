import type { Estimate } from '../../assessment/assessment.ts';
import { amount, interval, intervalParts } from '../../report/amount.ts';
import { dotplotFigure } from '../../report/figures/dotplot.ts';
import { hubPowerFigure } from '../../report/figures/power-steps.ts';
import { capital, said } from '../../report/strings/strings.ts';
import { useApp } from '../context.ts';
import { Amount } from '../parts/amount.tsx';
import { FigureView } from '../parts/figure.tsx';
import { Head } from '../parts/head.tsx';
import { HubServes } from '../parts/hub-serves.tsx';
import { ServingPlanner } from '../parts/serving-planner.tsx';
import { TrainingPlanner } from '../parts/training-planner.tsx';
import { Waiting } from '../parts/waiting.tsx';
import { WorldFigure } from '../parts/world-figure.tsx';

/** What could it train or serve? What the hub amounts to, and planners for any model on any fleet. */
export function CapabilityScreen() {
  const { w, s, run, state } = useApp();
  const a = run.assessment;
  if (!a) return <Waiting />;
  const drawn = run.world?.quantities['largest-run'];
  const runs = a.quantities.filter(({ id }) => id.startsWith('largest-run'));
  return (
    <article class="screen" aria-label={w.screen.capability}>
      <Head title={w.asks.capability}>
        <p class="lead">{w.hubTraining}</p>
        <dl class="results">
          {runs.map((estimate) => (
            <div key={estimate.id}>
              <dt>{said(estimate.label, s)}</dt>
              <dd>
                <Amount estimate={estimate} why={estimate.id} />
                <Spans estimate={estimate} />
                {estimate.claimed ? (
                  <span class="note">
                    {w.fromClaim} {intervalParts(estimate.claimed, estimate.unit, s).middle}
                  </span>
                ) : null}
              </dd>
            </div>
          ))}
        </dl>
        <p class="note">{capital(s.spansNote)}</p>
      </Head>
      <FigureView
        most={980}
        on={[a, state.shape, state.scale, drawn]}
        draw={(look) =>
          dotplotFigure(a, {
            ...{ ...look, quantity: 'largest-run', drawn },
            ...{ shape: state.shape, scale: state.scale },
          })
        }
      />
      <section class="block">
        <h2>{s.figures.runs.title}</h2>
        <WorldFigure of="runs" on={a.run.asOf} assessment={a} />
      </section>
      <section class="block">
        <h2>{s.figures.power.title(said(a.hub.name, s))}</h2>
        <FigureView most={900} on={[a]} draw={(look) => hubPowerFigure(a, look)} />
      </section>
      <HubServes a={a} />
      <TrainingPlanner />
      <ServingPlanner />
    </article>
  );
}

/** The same run in 30 and in 180 days; in a world that is drawn, as large as it is there. */
function Spans({ estimate: { id, unit, spans = [] } }: { estimate: Estimate }) {
  const { s, run } = useApp();
  const drawn = run.world?.quantities[id];
  const others = spans.filter((span) => span.days !== 90);
  return (
    <ul class="plain-list note" data-spans={id}>
      {others.map((span) => (
        <li key={span.days}>
          {s.spans(String(span.days))}{' '}
          <span class="number">
            {drawn === undefined ? interval(span, unit, s) : amount((drawn * span.days) / 90, unit, s)}
          </span>
        </li>
      ))}
    </ul>
  );
}
