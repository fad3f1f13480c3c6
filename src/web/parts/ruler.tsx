import { type Preset, presets, type Question } from '../../assessment/assessment.ts';
import { percent } from '../../report/amount.ts';
import { useApp } from '../context.ts';
import { decided } from '../state/changes.ts';

/** Ends of the ICD 203 bands, as in `assessment/likelihood-word.ts`. */
const bands = [0, 0.05, 0.2, 0.45, 0.55, 0.8, 0.95, 1];

/** The three priors on one ruler of probability, so that nobody hides behind one; a press chooses. */
export function PriorRuler({ question }: { question: Question }) {
  const { s, w, state, go, did } = useApp();
  const choose = (prior: Preset) => {
    go({ state: decided(state, { prior }) });
    did(0);
  };
  const shown = (preset: Preset) => percent(question.byPreset[preset], s);
  return (
    <div class="ruler">
      <svg
        viewBox="0 0 400 34"
        role="img"
        aria-label={w.ruler({
          sceptic: shown('sceptic'),
          neutral: shown('neutral'),
          believer: shown('believer'),
        })}
      >
        {bands.slice(1).map((end, i) => (
          <rect
            key={end}
            x={8 + bands[i]! * 384}
            y={15}
            width={Math.max(0, (end - bands[i]!) * 384 - 1.5)}
            height={4}
            class={i === 3 ? 'band middle' : 'band'}
          />
        ))}
        {presets.map((preset) => {
          const x = 8 + Math.min(1, Math.max(0, question.byPreset[preset])) * 384;
          const own = preset === state.prior;
          return (
            <g key={preset} class={own ? 'tick own' : 'tick'}>
              <line x1={x} x2={x} y1={own ? 4 : 9} y2={own ? 30 : 25} />
              {own ? <circle cx={x} cy={17} r={5.5} /> : null}
            </g>
          );
        })}
      </svg>
      <div class="priors" role="group" aria-label={w.prior}>
        {presets.map((preset) => (
          <button
            key={preset}
            type="button"
            data-prior={preset}
            aria-pressed={preset === state.prior}
            title={w.priorWhy[preset]}
            onClick={() => choose(preset)}
          >
            <span>{s.preset[preset]}</span> <span class="number">{shown(preset)}</span>
          </button>
        ))}
      </div>
      <p class="note">{w.priorWhy[state.prior]}</p>
    </div>
  );
}
