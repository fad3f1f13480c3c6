import { predicted } from '../../report/amount.ts';
import { planFrontFigure, timeFigure } from '../../report/figures/training.ts';
import { planWords } from '../../report/plan-words.ts';
import { capital } from '../../report/strings/strings.ts';
import {
  batchWords,
  cautionWords,
  flopWords,
  peakTimes,
  runWords,
  splitWords,
} from '../../report/terminal/train.ts';
import type { TrainingAnswer } from '../../training/answer.ts';
import { useApp } from '../context.ts';
import { FigureView } from './figure.tsx';
import { Footing, Nearest } from './nearest.tsx';
import { Planner, Results } from './planner.tsx';

/** How a fleet would train a model. */
export function TrainingPlanner() {
  const { w } = useApp();
  return (
    <Planner<TrainingAnswer>
      door="train"
      title={w.planTraining}
      lead={w.capabilityLead}
      first={{ model: 'deepseek-v3', chips: '2048xh800-sxm', tokens: '', sites: '' }}
      fields={[
        { key: 'model', label: w.model, help: 'deepseek-v3, llama-3.1-405b' },
        { key: 'chips', label: w.fleet, help: w.fleetHelp },
        { key: 'tokens', label: w.tokens, help: w.tokensHelp },
        { key: 'sites', label: w.sitesApart, help: w.sitesHelp },
      ]}
      query={({ chips, tokens, sites }) => ({ chips, tokens, sites })}
    >
      {(answer) => <Trained answer={answer} />}
    </Planner>
  );
}

interface Range {
  value: number;
  low: number;
  high: number;
}

function Trained({ answer }: { answer: TrainingAnswer }) {
  const { s, w } = useApp();
  const t = s.train;
  const [group] = answer.groups;
  const range = ({ value, low, high }: Range) =>
    `${s.number(value, 3)} (${s.number(low, 2)} – ${s.number(high, 2)})`;
  const spoken = (of: Range, unit = '') => predicted(of, unit, s);
  const { run } = answer;
  const { precision } = group!.plan;
  const share = (times: number) =>
    `${s.percent(s.number((100 * group!.utilisation.causal) / times, 2))} ${t.causal}`;
  return (
    <div data-planned={answer.model.id}>
      <p class="lead">
        {answer.model.name}: {planWords(group!.plan)}
      </p>
      <p class="note">{batchWords(answer, s).join(' · ')}</p>
      <Results
        rows={[
          [t.step, s.seconds(range(answer.step))],
          ...(precision === 'bf16'
            ? []
            : [[t.utilisationOf(precision.toUpperCase()), share(peakTimes(group!))] as const]),
          [t.utilisation, share(1)],
        ]}
      />
      <h3>{capital(runWords(answer, s))}</h3>
      <Results
        rows={[
          [t.calendar, t.days(range(run.days))],
          [t.chipHours, spoken(run.chipHours)],
          ...(run.energy ? [[t.energy, spoken(run.energy, 'MWh')] as const] : []),
        ]}
      />
      <h3>{capital(t.largestHead)}</h3>
      <Results rows={answer.largest.map(({ days, flop }) => [t.days(String(days)), flopWords(flop)])} />
      <p class="note">
        <Footing
          extrapolates={answer.cautions.some(({ kind }) => kind === 'no-record')}
          published={answer.nearest.length}
        />{' '}
        {w.middleEighty}
      </p>
      {run.sites ? <p data-split>{splitWords(run.sites, s)}</p> : null}
      {answer.cautions.map((caution) => (
        <p key={caution.kind} class="notice">
          {cautionWords(caution, s)}
        </p>
      ))}
      <FigureView most={900} on={[answer]} draw={(look) => timeFigure(answer, look)} />
      <FigureView most={900} on={[answer]} draw={(look) => planFrontFigure(answer, look)} />
      <Nearest
        of={answer.nearest}
        words={t}
        row={({ model, chips, chip, source }) => `${model}, ${s.number(chips, 6)} × ${chip} (${source})`}
        written={(value) => s.seconds(s.number(value, 3))}
      />
    </div>
  );
}
