import { useState } from 'preact/hooks';
import type { Assessment, Estimate } from '../../assessment/assessment.ts';
import type { Trace } from '../../assessment/trace.ts';
import { said } from '../../report/strings/strings.ts';
import { traceWords } from '../../report/trace-words.ts';
import { addressOf } from '../api.ts';
import { useApp } from '../context.ts';
import { runQuery } from '../state/run-query.ts';
import { NotYet } from './not-yet.tsx';
import { useGet } from './use-get.ts';

const pages = ['from-evidence-to-odds', 'inference', 'three-priors', 'supply', 'training', 'sites', 'limits'];

/** The formula of every quantity, asked for when opened, and where the documentation says more. */
export function Formulas({ a }: { a: Assessment }) {
  const { w } = useApp();
  const [open, setOpen] = useState(false);
  return (
    <>
      <details onToggle={(event) => setOpen(event.currentTarget.open)} data-formulas>
        <summary>{w.formulas}</summary>
        {open ? (
          <dl class="layers">
            {a.quantities.map((one) => (
              <FormulaOf key={one.id} estimate={one} />
            ))}
          </dl>
        ) : null}
      </details>
      <h3>{w.docsHead}</h3>
      <ul>
        {pages.map((page) => (
          <li key={page} class="id">{`docs/explanation/${page}.md`}</li>
        ))}
      </ul>
    </>
  );
}

function FormulaOf({ estimate }: { estimate: Estimate }) {
  const { s, w, state, place, why, run } = useApp();
  const dossier = place.at === 'screen' ? place.dossier : '';
  const got = useGet<Trace>(
    addressOf(['why', estimate.id, dossier], runQuery(state)),
    run.assessment?.run.dossierDigest,
  );
  const label = said(estimate.label, s);
  return (
    <div>
      <dt>{label}</dt>
      <dd class="formula">
        {got.value ? (traceWords(got.value, s).formula ?? '–') : <NotYet failed={got.failed} />}{' '}
        <button
          type="button"
          class="quiet"
          aria-label={`${w.why}: ${label}`}
          onClick={() => why(estimate.id)}
        >
          {w.why}
        </button>
      </dd>
    </div>
  );
}
