import { counted, predicted } from '../../report/amount.ts';
import {
  servingFrontFigure,
  servingRooflineFigure,
  servingTimeFigure,
} from '../../report/figures/serving.ts';
import { capital } from '../../report/strings/strings.ts';
import {
  loadWords,
  nearestNote,
  otherWords,
  placementWords,
  pointWords,
  servingCaution,
  trafficWords,
} from '../../report/terminal/serve.ts';
import { costNote, costWords, groundWords, sourcesWords } from '../../report/terminal/serve-cost.ts';
import { softwareWords, targetWords, wait } from '../../report/terminal/serve-head.ts';
import type { ServingAnswer } from '../../serving/serve.ts';
import { useApp } from '../context.ts';
import { FigureView, TableTwin } from './figure.tsx';
import { Footing, Nearest } from './nearest.tsx';
import { Planner, Results } from './planner.tsx';

const precisions = ['bf16', 'fp8', 'int8', 'fp4'] as const;

/** How a fleet would serve a model. */
export function ServingPlanner() {
  const { w } = useApp();
  return (
    <Planner<ServingAnswer>
      door="serve"
      title={w.planServing}
      lead={w.servingLead}
      first={{
        ...{ model: 'deepseek-v3', chips: '64xh20', slo: 'tpot=50ms', precision: '' },
        ...{ input: '4096', output: '1024', region: 'other' },
      }}
      fields={[
        { key: 'model', label: w.model, help: 'deepseek-v3, qwen3-32b' },
        { key: 'chips', label: w.fleet, help: w.servingFleetHelp },
        { key: 'slo', label: w.slo, help: w.sloHelp },
        {
          ...{ key: 'precision', label: w.precisionOfWeights },
          choices: [['', w.usualPrecision], ...precisions.map((one) => [one, one.toUpperCase()] as const)],
        },
        { key: 'input', label: w.promptTokens },
        { key: 'output', label: w.answerTokens },
        { key: 'region', label: w.planRegion, help: w.planRegionHelp },
      ]}
      query={({ chips, slo, precision, input, output, region }) => ({
        ...{ chips, slo, precision, input, region },
        outputTokens: output,
      })}
    >
      {(answer) => <Served answer={answer} />}
    </Planner>
  );
}

function Served({ answer }: { answer: ServingAnswer }) {
  const { s, w } = useApp();
  const t = s.serve;
  const { best, engines, memory, most } = answer;
  const range = (of: ServingAnswer['written']) => predicted(of, '', s);
  const gib = (bytes: number) => (bytes / 2 ** 30).toFixed(1);
  const other = otherWords(answer, s);
  return (
    <div data-planned={answer.model.id}>
      <p class="lead">
        {answer.model.name}:{' '}
        {best.apart
          ? pointWords(best, s)
          : `${t.placement(s.number(engines, 6), s.number(best.chips, 6))}${s.comma}${placementWords(best.placement, s)}`}
      </p>
      <p class="note">{capital(targetWords(answer, s))}</p>
      <p class="note">{softwareWords(answer, s)}</p>
      <Results
        rows={[
          [t.written, range(answer.written)],
          [most ? t.dayAtLoad : t.dayWritten, range(answer.day.written)],
          [t.read, range(answer.read)],
          [t.tpot, wait(s, best.tpot)],
          [t.ttft, wait(s, best.ttft)],
          [t.batch, counted(best.batch, s)],
          [t.memoryHead, t.of(gib(memory.weights + memory.cache), gib(memory.capacity))],
        ]}
      />
      {most ? (
        <div data-load>
          <h3>{capital(t.loadHead(most.percentile.slice(1)))}</h3>
          <Results rows={[[t.mostRequests, t.aSecond(s.number(most.rate, 3))], ...loadWords(most, s)]} />
          <p class="note">{trafficWords(most, s)}</p>
        </div>
      ) : null}
      <TokenCost answer={answer} />
      {other ? (
        <p class="note">
          {capital(other[0])}
          {s.colon}
          {other[1]}
        </p>
      ) : null}
      <p class="note">
        <Footing extrapolates={answer.spread.extrapolated} published={answer.nearest.length} />{' '}
        {w.middleEighty}
      </p>
      {answer.cautions.map((caution) => (
        <p key={servingCaution(caution, s)} class="notice">
          {servingCaution(caution, s)}
        </p>
      ))}
      <FigureView most={900} on={[answer]} draw={(look) => servingFrontFigure(answer, look)} />
      <FigureView most={900} on={[answer]} draw={(look) => servingTimeFigure(answer, look)} />
      <FigureView
        most={900}
        on={[answer]}
        draw={(look) => servingRooflineFigure(answer, answer.roofline, look)}
      />
      <Nearest
        of={answer.nearest}
        words={t}
        row={({ model, chips, chip, phase, source }) =>
          `${model}, ${s.number(chips, 6)} × ${chip}, ${phase} (${source})`
        }
        written={(value) => s.number(value, 3)}
      />
      {answer.nearest.length > 0 ? <p class="note">{nearestNote(answer.nearest, s)}</p> : null}
    </div>
  );
}

/** What a million tokens cost and use at the load of an answer, and what that rests on. */
function TokenCost({ answer }: { answer: ServingAnswer }) {
  const { s, w } = useApp();
  const t = s.serve;
  const { cost } = answer;
  if (!cost) return <p class="note">{t.costNone}</p>;
  return (
    <div data-cost>
      <h3>{capital(t.costHead)}</h3>
      <Results rows={costWords(answer, s)} />
      <p class="note">
        {costNote(answer, s)} {w.middleEighty}
      </p>
      <TableTwin
        caption={t.costRests}
        table={{
          columns: [t.costRests, '', s.basisHead, w.source].map((label, i) => ({ id: String(i), label })),
          rows: cost.grounds.map((ground) => [
            t.ground[ground.of],
            groundWords(ground, s),
            s.basis[ground.basis],
            sourcesWords(ground, s),
          ]),
        }}
      />
    </div>
  );
}
