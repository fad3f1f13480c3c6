import { useState } from 'preact/hooks';
import { intervalParts } from '../../report/amount.ts';
import { dotplotFigure } from '../../report/figures/dotplot.ts';
import { hubPowerFigure } from '../../report/figures/power-steps.ts';
import { planFrontFigure, timeFigure } from '../../report/figures/training.ts';
import { planWords } from '../../report/plan-words.ts';
import { said } from '../../report/strings/strings.ts';
import { cautionWords } from '../../report/terminal/train.ts';
import type { TrainingAnswer } from '../../training/answer.ts';
import { addressOf } from '../api.ts';
import { useApp } from '../context.ts';
import { Amount } from '../parts/amount.tsx';
import { Faults } from '../parts/faults.tsx';
import { FigureView } from '../parts/figure.tsx';
import { Head } from '../parts/head.tsx';
import { useGet } from '../parts/use-get.ts';
import { Waiting } from '../parts/waiting.tsx';

/** What could it train? What the hub amounts to, and a planner for any model on any fleet. */
export function CapabilityScreen() {
  const { w, s, run, state } = useApp();
  const a = run.assessment;
  if (!a) return <Waiting />;
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
                {estimate.claimed ? (
                  <span class="note">
                    {w.fromClaim} {intervalParts(estimate.claimed, estimate.unit, s).middle}
                  </span>
                ) : null}
              </dd>
            </div>
          ))}
        </dl>
      </Head>
      <FigureView
        most={980}
        on={[a, state.shape, state.scale]}
        draw={(look) =>
          dotplotFigure(a, { ...look, quantity: 'largest-run', shape: state.shape, scale: state.scale })
        }
      />
      <Planner />
      <section class="block">
        <FigureView most={900} on={[a]} draw={(look) => hubPowerFigure(a, look)} />
      </section>
    </article>
  );
}

interface Wish {
  model: string;
  chips: string;
  tokens: string;
  sites: string;
}

function Planner() {
  const { w } = useApp();
  const [wish, setWish] = useState<Wish>({
    model: 'deepseek-v3',
    chips: '2048xh800-sxm',
    tokens: '',
    sites: '',
  });
  const [asked, setAsked] = useState<Wish | null>(null);
  const got = useGet<TrainingAnswer>(
    asked &&
      addressOf(['train', asked.model], { chips: asked.chips, tokens: asked.tokens, sites: asked.sites }),
  );
  const field = (key: keyof Wish, label: string, help: string) => (
    <label>
      {label} {help ? <span class="note">({help})</span> : null}
      <input
        name={key}
        value={wish[key]}
        onInput={(event) => setWish({ ...wish, [key]: event.currentTarget.value })}
      />
    </label>
  );
  return (
    <section class="block planner">
      <h2>{w.plan}</h2>
      <p>{w.capabilityLead}</p>
      <form
        class="form-grid"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(wish);
        }}
      >
        {field('model', w.model, 'deepseek-v3, llama-3.1-405b')}
        {field('chips', w.fleet, w.fleetHelp)}
        {field('tokens', w.tokens, w.tokensHelp)}
        {field('sites', w.sitesApart, w.sitesHelp)}
        <button type="submit" data-plan>
          {w.plan}
        </button>
      </form>
      {got.waiting ? (
        <p class="waiting" role="status">
          {w.planning}
        </p>
      ) : null}
      {got.failed ? <Faults faults={got.faults} /> : null}
      {got.value ? <Planned answer={got.value} /> : null}
    </section>
  );
}

interface Range {
  value: number;
  low: number;
  high: number;
}

function Planned({ answer }: { answer: TrainingAnswer }) {
  const { s } = useApp();
  const t = s.train;
  const [group] = answer.groups;
  const range = ({ value, low, high }: Range, by = 1) =>
    `${s.number(value * by, 3)} (${s.number(low * by, 2)} – ${s.number(high * by, 2)})`;
  const quarter = answer.largest.find(({ days }) => days === 90);
  const rows: [string, string][] = [
    [t.step, s.seconds(range(answer.step))],
    [t.calendar, t.days(range(answer.run.days))],
    [t.chipHours, t.million(range(answer.run.chipHours, 1e-6))],
    [t.utilisation, `${s.percent(s.number(100 * group!.utilisation.causal, 2))} ${t.causal}`],
    ...(answer.run.energy ? [[t.energy, `${range(answer.run.energy, 1e-3)} GWh`] as [string, string]] : []),
    ...(quarter
      ? [[t.largestHead, `${s.number(quarter.flop.value, 2)} FLOP · ${t.days('90')}`] as [string, string]]
      : []),
  ];
  return (
    <div data-planned={answer.model.id}>
      <p class="lead">
        {answer.model.name}: {planWords(group!.plan)}
      </p>
      <dl class="results">
        {rows.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd class="number">{text}</dd>
          </div>
        ))}
      </dl>
      {answer.cautions.map((caution) => (
        <p key={caution.kind} class="notice">
          {cautionWords(caution, s)}
        </p>
      ))}
      <FigureView most={900} on={[answer]} draw={(look) => timeFigure(answer, look)} />
      <FigureView most={900} on={[answer]} draw={(look) => planFrontFigure(answer, look)} />
    </div>
  );
}
