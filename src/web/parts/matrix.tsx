import { Fragment } from 'preact';
import { type Assessment, hypotheses, type ItemResult } from '../../assessment/assessment.ts';
import { nearOne } from '../../report/amount.ts';
import { said } from '../../report/strings/strings.ts';
import { matrixCell, tellsNothing } from '../../report/terminal/evidence.ts';
import { gradeText } from '../../sources/grade-text.ts';
import { useApp } from '../context.ts';
import { toggled } from '../state/changes.ts';
import { Link } from './link.tsx';
import { TableBox } from './table-box.tsx';
import { Told } from './told.tsx';
import { Trust } from './trust.tsx';

/** Items in rows, hypotheses in columns: how much likelier each item is in such worlds than on average. */
export function Matrix({ a, items }: { a: Assessment; items: readonly ItemResult[] }) {
  const { s, w, state } = useApp();
  const wanted = state.q.toLowerCase();
  const found = items.filter(
    (item) =>
      wanted === '' ||
      [item.id, item.kind, item.origin, item.source, item.says.en, item.says.zh ?? '', item.quote ?? ''].some(
        (text) => text.toLowerCase().includes(wanted),
      ),
  );
  const groups = state.group ? grouped(found) : [['', found] as const];
  return (
    <TableBox label={s.matrixHead}>
      <p class="note when-stacked">{w.equalLeftOut}</p>
      <table class="matrix">
        <caption class="hidden">{s.matrixHead}</caption>
        <thead>
          <tr>
            <th scope="col">{w.use}</th>
            <th scope="col">{w.item}</th>
            <th scope="col">{w.date}</th>
            <th scope="col">{w.grade}</th>
            {hypotheses.map((hypothesis) => (
              <th key={hypothesis} scope="col" class="cell">
                {s.hypothesis[hypothesis]}
              </th>
            ))}
            <th scope="col">{w.tells}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map(([origin, list]) => (
            <Fragment key={origin}>
              {origin ? (
                <tr class="group">
                  <th colSpan={5 + hypotheses.length} scope="rowgroup">
                    {w.origin}: <span class="id">{origin}</span> · {s.library.items(list.length)}
                    <Trust origin={origin} />
                  </th>
                </tr>
              ) : null}
              {list.map((item) => (
                <Row key={item.id} item={item} dossier={a.hub.id} />
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
      {found.length === 0 ? <p>{w.nothingFound}</p> : null}
    </TableBox>
  );
}

function grouped(items: readonly ItemResult[]): (readonly [string, readonly ItemResult[]])[] {
  const origins = [...new Set(items.map(({ origin }) => origin))];
  return origins.map((origin) => [origin, items.filter((item) => item.origin === origin)] as const);
}

function Row({ item, dossier }: { item: ItemResult; dossier: string }) {
  const { s, w, state, go, did, chosen } = useApp();
  const mute = tellsNothing(item);
  return (
    <tr class={[mute ? 'silent' : '', chosen === item.id ? 'chosen' : ''].join(' ')} data-item={item.id}>
      <td>
        <input
          type="checkbox"
          checked={!state.drop.includes(item.id)}
          aria-label={w.leaveOut(said(item.says, s))}
          onChange={() => {
            go({ state: toggled(state, item.id) });
            did(1);
          }}
        />
      </td>
      <th scope="row">
        <Link to={{ at: 'screen', dossier, screen: 'evidence', item: item.id }} onGo={() => did(3)}>
          <Told of={item.says} />
        </Link>
        {mute ? <span class="note"> {w.tellsNothing}</span> : null}
      </th>
      <td class="number date">{item.date}</td>
      <td class="graded">{gradeText(item.grade)}</td>
      {hypotheses.map((hypothesis) => (
        <td
          key={hypothesis}
          class={nearOne(item.matrix[hypothesis] ?? 1) ? 'cell equal' : 'cell'}
          data-label={s.hypothesis[hypothesis]}
        >
          <Cell ratio={item.matrix[hypothesis]} />
        </td>
      ))}
      <td class="number note bits">
        {w.bits(item.diagnosticity < LEAST_BITS ? `<${LEAST_BITS}` : s.number(item.diagnosticity, 2))}
      </td>
    </tr>
  );
}

/** Less is not worth its digits [bit]. */
const LEAST_BITS = 0.001;

/** Likelihood ratio that fills half of a cell. */
const WHOLE = Math.log(10);

function Cell({ ratio }: { ratio: number | null }) {
  const { s } = useApp();
  if (ratio === null) {
    return (
      <span class="note" title={s.noSuchWorld}>
        <span aria-hidden="true">{matrixCell(ratio)}</span>
        <span class="hidden">{s.noSuchWorld}</span>
      </span>
    );
  }
  const size = Math.min(1, (Math.abs(Math.log(ratio)) || 0) / WHOLE) * 35;
  const speaksFor = ratio >= 1;
  return (
    <>
      <svg viewBox="0 0 72 12" aria-hidden="true" focusable="false">
        <line x1={36} x2={36} y1={0} y2={12} />
        <rect
          x={speaksFor ? 36 : 36 - size}
          y={3}
          width={size}
          height={6}
          class={speaksFor ? 'for' : 'against'}
        />
      </svg>
      <span class="number">{matrixCell(ratio)}</span>
    </>
  );
}
