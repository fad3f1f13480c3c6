import type { ToldFault } from '../../errors/told.ts';
import { useApp } from '../context.ts';

/** Faults as they teach: what, where, what to do, and the permanent code. */
export function Faults({
  faults,
  choose,
}: {
  faults: readonly ToldFault[];
  choose?: (fault: ToldFault) => void;
}) {
  const { w } = useApp();
  if (faults.length === 0) return null;
  return (
    <section class="faults" aria-label={w.faultsHead(faults.length)}>
      <h2>{w.faultsHead(faults.length)}</h2>
      <ul>
        {faults.map((fault, i) => (
          <li key={`${fault.code}-${i}`} class={fault.severity}>
            <p class="fault-what">
              <span class="id">{fault.code}</span> {fault.what}
            </p>
            {fault.place ? (
              <p class="note">
                {choose ? (
                  <button type="button" class="quiet" onClick={() => choose(fault)}>
                    {w.line(fault.place.file, fault.place.line)}
                  </button>
                ) : (
                  w.line(fault.place.file, fault.place.line)
                )}
              </p>
            ) : null}
            {fault.excerpt ? (
              <pre>
                {fault.excerpt.map(({ line, text }) => (
                  <span key={line} class={line === fault.place?.line ? 'here' : undefined}>
                    {`${String(line).padStart(4)} │ ${text}\n`}
                  </span>
                ))}
              </pre>
            ) : null}
            {fault.why ? <p>{fault.why}</p> : null}
            <p>{fault.fix}</p>
            {fault.english ? <p lang="en">{fault.english}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
