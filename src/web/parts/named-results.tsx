import type { Assessment } from '../../assessment/assessment.ts';
import { percent } from '../../report/amount.ts';
import { said } from '../../report/strings/strings.ts';
import { gradeText } from '../../sources/grade-text.ts';
import { useApp } from '../context.ts';
import { Link } from './link.tsx';

/** A date outside the dossier's, weak-source alarm, a failed or rescued sampler, a conflict of evidence and supply: each is named. */
export function NamedResults({ a }: { a: Assessment }) {
  const { s, w } = useApp();
  const { diagnostics: d, weakSource: weak } = a;
  const ess = s.number(Math.max(1, Math.round(d.ess)), 2);
  return (
    <div class="named-results">
      {a.dateCaution ? <p class="notice alarm">{said(a.dateCaution.says, s)}</p> : null}
      {d.state === 'poor' ? (
        <p class="notice alarm">
          {s.poor(ess, s.number(a.run.draws, 3), d.pareto.toFixed(2), d.paretoLimit.toFixed(2))}
        </p>
      ) : null}
      {d.state === 'rescued' ? <p class="notice">{s.rescued(ess)}</p> : null}
      {d.poolFit < 0.01 ? <p class="notice alarm">{s.conflict(percent(d.poolFit, s))}</p> : null}
      {weak ? (
        <p class="notice alarm" data-weak-source>
          {s.weakSource(weak.item, s.word[weak.without], gradeText(weak.grade))}{' '}
          <Link to={{ at: 'screen', dossier: a.hub.id, screen: 'evidence', item: weak.item }}>
            {w.document}
          </Link>
        </p>
      ) : null}
      {d.claimOverPool > 1 ? <p class="notice mild">{s.supply(s.number(d.claimOverPool, 2))}</p> : null}
    </div>
  );
}
