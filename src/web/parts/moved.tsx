import type { Cause, Difference } from '../../report/difference.ts';
import { causeWords, movedTable } from '../../report/difference-words.ts';
import { useApp } from '../context.ts';
import { TableBox } from './table-box.tsx';

/** What was changed between two runs, then every figure that moved by it. */
export function Moved({ of }: { of: Difference }) {
  const { w, s } = useApp();
  const none = of.questions.length + of.quantities.length === 0;
  return (
    <section class="block" data-moved>
      <h2>{s.compare.causes}</h2>
      {of.causes.length === 0 ? <p>{s.compare.noCauses}</p> : null}
      <Causes of={of.causes.slice(0, FEW)} />
      {of.causes.length > FEW ? (
        <details class="causes">
          <summary>{w.causesMore(of.causes.length - FEW)}</summary>
          <Causes of={of.causes.slice(FEW)} />
        </details>
      ) : null}
      {of.causes.length > 1 && !none ? <p class="note">{s.compare.together}</p> : null}
      <h2>{s.compare.moved}</h2>
      {none ? <p>{s.same}</p> : <MovedTable of={of} />}
    </section>
  );
}

/** Edits that are listed before the others are folded away. */
const FEW = 10;

const Causes = ({ of }: { of: readonly Cause[] }) => (
  <ul class="plain-list causes">
    {of.map((cause) => (
      <li key={cause.what}>
        <CauseLine {...cause} />
      </li>
    ))}
  </ul>
);

function CauseLine(cause: Cause) {
  const { name, before, after } = causeWords(cause, useApp().s);
  return (
    <>
      <span class="strong">{name}</span> {before} → {after}
    </>
  );
}

function MovedTable({ of }: { of: Difference }) {
  const { s } = useApp();
  const { heads, rows } = movedTable(of, s);
  return (
    <TableBox label={s.compare.moved}>
      <table class="moved-table stacks">
        <thead>
          <tr>
            {heads.map((head, i) => (
              <th key={`${i}`} scope="col" class={i === 1 || i === 2 ? 'id' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, i) => (
                <td key={`${i}`} class="number" data-label={heads[i + 1]}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
