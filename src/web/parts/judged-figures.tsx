import type { Assessment } from '../../assessment/assessment.ts';
import { said } from '../../report/strings/strings.ts';
import { useApp } from '../context.ts';
import { Amount } from './amount.tsx';
import { BasisMark } from './basis.tsx';

/** The figures that rest on our own guesses: quantities of the hub, and what the dossier itself fixes. */
export function JudgedFigures({ a }: { a: Assessment }) {
  const { w, s, run } = useApp();
  const quantities = a.quantities.filter(({ bases }) => bases.includes('judged'));
  const fixed = (run.dossier?.assumptions ?? []).filter(({ citation }) => citation.basis === 'judged');
  return (
    <section data-judged-figures>
      <p>
        {w.judged(a.hub.judged, a.hub.figures)}. {w.judgedLead}
      </p>
      {quantities.length + fixed.length === 0 ? <p>{w.judgedNone}</p> : null}
      <ul class="sources">
        {quantities.map((one) => (
          <li key={one.id} data-item={one.id}>
            {said(one.label, s)} <BasisMark bases={one.bases} />
            <br />
            <Amount estimate={one} why={one.id} />
          </li>
        ))}
        {fixed.map(({ path, value, citation }) => (
          <li key={path} data-item={path}>
            <span class="id">{path}</span> <span class="number strong">{s.quantity(value)}</span>{' '}
            <span class="note">
              {w.fixedHere}
              {citation.basis === 'judged' ? ` · ${citation.by}` : ''}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
