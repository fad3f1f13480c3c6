import type { Assessment } from '../../assessment/assessment.ts';
import { percent } from '../../report/amount.ts';
import { dotplotFigure } from '../../report/figures/dotplot.ts';
import { recordLine } from '../../report/record-line.ts';
import { runLine, samplingLine } from '../../report/run-line.ts';
import { said } from '../../report/strings/strings.ts';
import { useApp } from '../context.ts';
import { FigureView } from '../parts/figure.tsx';
import { Head } from '../parts/head.tsx';
import { LookNext } from '../parts/look-next.tsx';
import { NamedResults } from '../parts/named-results.tsx';
import { OtherQuestions } from '../parts/other-questions.tsx';
import { PriorRuler } from '../parts/ruler.tsx';
import { ThreeColumns } from '../parts/three-columns.tsx';
import { Toggles } from '../parts/toggles.tsx';
import { Waiting } from '../parts/waiting.tsx';
import { WhatMoved } from '../parts/what-moved.tsx';
import { WorldBar } from '../parts/world-bar.tsx';

/** Is it real? Sentence, picture, evidence, arithmetic. */
export function VerdictScreen() {
  const { w, run } = useApp();
  const a = run.assessment;
  if (!a) return <Waiting />;
  return (
    <article class={run.is === 'stale' ? 'screen stale' : 'screen'} aria-label={w.screen.verdict}>
      <Answer a={a} />
      <NamedResults a={a} />
      <Picture a={a} />
      <ThreeColumns a={a} />
      <div class="halves">
        <WhatMoved a={a} />
        <LookNext a={a} />
      </div>
      <OtherQuestions a={a} />
      <Fine a={a} />
    </article>
  );
}

function Answer({ a }: { a: Assessment }) {
  const { s, w, run } = useApp();
  const question = a.questions[0]!;
  const poor = a.diagnostics.state === 'poor';
  return (
    <Head title={said(question.text, s)}>
      <div class="answer-row">
        <div>
          <p class="answer" data-answer>
            <span class="word">{poor ? s.notConverged : s.word[question.word]}</span>
            {poor ? null : (
              <span class="number probability" data-probability={question.probability}>
                {percent(question.probability, s)}
              </span>
            )}
          </p>
          {question.means ? <p class="note">{said(question.means, s)}</p> : null}
          <p class="confidence">
            {s.confidence + s.colon}
            <strong>{s.confidenceWord[a.diagnostics.confidence]}</strong>
            {run.is === 'live' ? (
              <span class="note" data-not-yet-moved>
                {' '}
                {w.notYetMoved}
              </span>
            ) : null}
          </p>
          <p class="note">{s.confidenceReasons(a.diagnostics.confidenceReasons)}</p>
          <p class="note">
            {s.scope(a.hub.projects, a.hub.sites)} ·{' '}
            {s.basisOfAnswer(a.hub.claims, a.hub.evidence, a.hub.origins)} ·{' '}
            {w.judged(a.hub.judged, a.hub.figures)}
          </p>
        </div>
        <PriorRuler question={question} />
      </div>
    </Head>
  );
}

function Picture({ a }: { a: Assessment }) {
  const { w, state, go, run } = useApp();
  const drawn = run.world?.quantities[a.quantities[0]!.id];
  return (
    <section class="block">
      <FigureView
        most={980}
        on={[a.questions, a.quantities, state.shape, state.scale, drawn]}
        draw={(look) => dotplotFigure(a, { ...look, shape: state.shape, scale: state.scale, drawn })}
        controls={
          <>
            <Toggles
              label={w.shapeGroup}
              value={state.shape}
              choices={[
                ['dots', w.dots],
                ['cdf', w.cdf],
              ]}
              choose={(shape) => go({ state: { ...state, shape } }, 'replace')}
            />
            <Toggles
              label={w.scaleGroup}
              value={state.scale}
              choices={[
                ['log', w.log],
                ['lin', w.lin],
              ]}
              choose={(scale) => go({ state: { ...state, scale } }, 'replace')}
            />
          </>
        }
      />
      <WorldBar />
    </section>
  );
}

/** The arithmetic, last: what the run is made of. */
function Fine({ a }: { a: Assessment }) {
  const { s, w, run } = useApp();
  return (
    <section class="block fine" aria-label={w.mathHead}>
      <h2>{w.mathHead}</h2>
      <p>{w.methodText[1]}</p>
      {a.record ? <p>{recordLine(a.record, s)}</p> : null}
      <p class="note">{run.is === 'exact' ? runLine(a, s) : w.redrawing}</p>
      <p class="note">{samplingLine(a, s)}</p>
    </section>
  );
}
