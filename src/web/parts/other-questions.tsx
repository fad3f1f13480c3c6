import type { Assessment } from '../../assessment/assessment.ts';
import { presets } from '../../assessment/assessment.ts';
import { percent } from '../../report/amount.ts';
import { said } from '../../report/strings/strings.ts';
import { useApp } from '../context.ts';

/** The other questions, the word and the three priors of each. */
export function OtherQuestions({ a }: { a: Assessment }) {
  const { s, w, why } = useApp();
  return (
    <section class="block questions" aria-label={w.otherQuestions}>
      <h2>{w.otherQuestions}</h2>
      <ul>
        {a.questions.slice(1).map((question) => (
          <li key={question.id} data-question={question.id}>
            <p class="question">{said(question.text, s)}</p>
            <p>
              <button
                type="button"
                class="figure-button"
                data-why={question.id}
                aria-label={`${said(question.text, s)} ${s.word[question.word]}, ${percent(question.probability, s)}. ${w.why}`}
                onClick={() => why(question.id)}
              >
                <span class="strong">{s.word[question.word]}</span>{' '}
                <span class="number">{percent(question.probability, s)}</span>
              </button>
            </p>
            <svg class="mini-ruler" viewBox="0 0 200 14" aria-hidden="true" focusable="false">
              <line x1={4} x2={196} y1={7} y2={7} class="axis" />
              {presets.map((preset) => {
                const x = 4 + 192 * Math.min(1, Math.max(0, question.byPreset[preset]));
                const own = preset === a.run.prior;
                return own ? (
                  <circle key={preset} cx={x} cy={7} r={4.5} />
                ) : (
                  <line key={preset} x1={x} x2={x} y1={2} y2={12} />
                );
              })}
            </svg>
            <p class="note">
              {presets
                .map((preset) => `${s.preset[preset]} ${percent(question.byPreset[preset], s)}`)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
