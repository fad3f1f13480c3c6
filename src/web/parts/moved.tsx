import type { Preset } from '../../assessment/assessment.ts';
import { factor, interval, nearOne, percent } from '../../report/amount.ts';
import type { Cause, Difference, MovedQuantity, MovedQuestion } from '../../report/difference.ts';
import { said } from '../../report/strings/strings.ts';
import { useApp } from '../context.ts';
import { changeOf } from './change-of.ts';
import { TableBox } from './table-box.tsx';

/** What was changed between two runs, then every figure that moved by it. */
export function Moved({ of }: { of: Difference }) {
  const { w } = useApp();
  const none = of.questions.length + of.quantities.length === 0;
  return (
    <section class="block" data-moved>
      <h2>{w.causes}</h2>
      {of.causes.length === 0 ? <p>{w.causesNone}</p> : null}
      <Causes of={of.causes.slice(0, FEW)} />
      {of.causes.length > FEW ? (
        <details class="causes">
          <summary>{w.causesMore(of.causes.length - FEW)}</summary>
          <Causes of={of.causes.slice(FEW)} />
        </details>
      ) : null}
      {of.causes.length > 1 && !none ? <p class="note">{w.causesNote}</p> : null}
      <h2>{w.figuresMoved}</h2>
      {none ? <p>{w.noDifference}</p> : <MovedTable of={of} />}
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

function CauseLine({ what, before, after }: Cause) {
  const { w, s } = useApp();
  const [key, of] = [what.split(' ')[0]!, what.replace(/^\S+ ?/, '')];
  const name =
    of === ''
      ? (w.cause[what] ?? what)
      : key === 'item'
        ? w.causeItem(of)
        : key === 'set'
          ? w.causeSet(of)
          : what;
  const side = (text: string) => {
    if (text === '') return '–';
    if (what === 'prior') return s.preset[text as Preset] ?? text;
    return key === 'item' ? w.used : text;
  };
  return (
    <>
      <span class="strong">{name}</span> {side(before)} → {side(after)}
    </>
  );
}

function MovedTable({ of }: { of: Difference }) {
  const { w } = useApp();
  return (
    <TableBox label={w.figuresMoved}>
      <table class="moved-table stacks">
        <thead>
          <tr>
            <th scope="col">{w.columns.quantity}</th>
            <th scope="col" class="id">
              {of.before}
            </th>
            <th scope="col" class="id">
              {of.after}
            </th>
            <th scope="col">{w.changeColumn}</th>
          </tr>
        </thead>
        <tbody>
          {of.questions.map((question) => (
            <QuestionRow key={question.id} question={question} of={of} />
          ))}
          {of.quantities.map((quantity) => (
            <QuantityRow key={quantity.id} quantity={quantity} of={of} />
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function QuestionRow({ question, of }: { question: MovedQuestion; of: Difference }) {
  const { w, s } = useApp();
  const { before, after } = question;
  const points = before && after ? 100 * (after.probability - before.probability) : null;
  const shown =
    points === null
      ? '–'
      : Math.abs(points) < 0.5
        ? '±0'
        : `${points > 0 ? '+' : '−'}${Math.round(Math.abs(points))}`;
  return (
    <tr>
      <th scope="row">{said(question.text, s)}</th>
      {[before, after].map((side, i) => (
        <td key={`${i}`} data-label={i === 0 ? of.before : of.after}>
          {side ? `${s.word[side.word]} (${percent(side.probability, s)})` : w.notKnown}
        </td>
      ))}
      <td class="number" data-label={w.changeColumn}>
        {points === null ? shown : w.points(shown)}
      </td>
    </tr>
  );
}

function QuantityRow({ quantity, of }: { quantity: MovedQuantity; of: Difference }) {
  const { w, s } = useApp();
  const { before, after, unit } = quantity;
  const ratio = before && after ? changeOf(before.median, after.median) : null;
  return (
    <tr>
      <th scope="row">{said(quantity.label, s)}</th>
      {[before, after].map((side, i) => (
        <td key={`${i}`} class="number" data-label={i === 0 ? of.before : of.after}>
          {side ? interval(side, unit, s) : w.notKnown}
        </td>
      ))}
      <td class="number" data-label={w.changeColumn}>
        {ratio === null ? '–' : nearOne(ratio) ? '≈' : factor(ratio)}
      </td>
    </tr>
  );
}
