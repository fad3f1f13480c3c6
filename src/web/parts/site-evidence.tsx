import type { Assessment, ItemResult } from '../../assessment/assessment.ts';
import { factor } from '../../report/amount.ts';
import { said } from '../../report/strings/strings.ts';
import { gradeText } from '../../sources/grade-text.ts';
import { useApp } from '../context.ts';
import { Link } from './link.tsx';
import { sides } from './sides.ts';
import { Told } from './told.tsx';

/** The items about a site, by what they say to the question that the evidence is ranked by. */
export function SiteEvidence({ a, ids }: { a: Assessment; ids: readonly string[] }) {
  const { s, w } = useApp();
  const items = ids.flatMap((id) => a.evidence.find((item) => item.id === id) ?? []);
  const found = sides(items);
  const focus = a.questions.find(({ id }) => id === a.focus);
  return (
    <>
      <h2>
        {s.cards.evidence} ({items.length})
      </h2>
      {focus ? <p class="note">{w.forQuestion(said(focus.text, s))}</p> : null}
      <Side class="for" head={w.speaksFor(found.for.length)} items={found.for} a={a} />
      <Side class="against" head={w.speaksAgainst(found.against.length)} items={found.against} a={a} />
      <Side head={w.silent(found.silent.length)} note={w.silentNote} items={found.silent} a={a} />
    </>
  );
}

function Side(props: {
  class?: string;
  head: string;
  note?: string;
  items: readonly ItemResult[];
  a: Assessment;
}) {
  if (props.items.length === 0) return null;
  return (
    <>
      <h3 class={props.class}>
        {props.head} {props.note ? <span class="note">{props.note}</span> : null}
      </h3>
      <ul class="site-items">
        {props.items.map((item) => (
          <li key={item.id} data-item={item.id}>
            <span class={`number ${props.class ?? 'note'}`}>{factor(item.moved.factor)}</span>
            <span>
              <Link to={{ at: 'screen', dossier: props.a.hub.id, screen: 'evidence', item: item.id }}>
                <Told of={item.says} />
              </Link>{' '}
              <span class="note number">
                {item.date} · {gradeText(item.grade)}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
