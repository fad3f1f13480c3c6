import type { Assessment } from '../../assessment/assessment.ts';
import type { Dossier } from '../../dossier/dossier.ts';
import { factor, percent } from '../../report/amount.ts';
import { said } from '../../report/strings/strings.ts';
import { gradeText } from '../../sources/grade-text.ts';
import { useApp } from '../context.ts';
import { toggled } from '../state/changes.ts';
import { Link } from './link.tsx';
import { Replies } from './replies.tsx';
import { Told } from './told.tsx';
import { Trust } from './trust.tsx';

/** An item as a document: the original left, the translation right, source, effect, and the parties' replies. */
export function ItemDocument({ a, id }: { a: Assessment; id: string }) {
  const { s, w, run, state, go } = useApp();
  const result = a.evidence.find((item) => item.id === id);
  const item = run.dossier?.evidence.find((one) => one.id === id);
  const says = result?.says ?? item?.says;
  if (!says)
    return run.dossier ? (
      <p class="notice" data-notice="not-there">
        {w.notThere(id, a.run.asOf)}{' '}
        <Link to={{ at: 'screen', dossier: a.hub.id, screen: 'evidence' }}>{w.allEvidence}</Link>
      </p>
    ) : (
      <p class="block">{w.loading}</p>
    );
  const language = run.dossier?.sources.get(item?.source ?? '')?.language;
  const order = a.evidence.map((one) => one.id);
  const at = order.indexOf(id);
  const focus = a.questions.find((question) => question.id === a.focus)!;
  const quote = result?.quote ?? item?.quote;
  const step = (to: string | undefined, text: string) =>
    to === undefined ? null : (
      <Link to={{ at: 'screen', dossier: a.hub.id, screen: 'evidence', item: to }}>{text}</Link>
    );
  return (
    <article class="screen document" aria-label={w.document} data-document={id}>
      <p class="bar">
        <Link to={{ at: 'screen', dossier: a.hub.id, screen: 'evidence' }}>{w.allEvidence}</Link>
        {step(order[at - 1], w.previous)}
        {step(order[at + 1], w.next)}
      </p>
      <header class="head">
        <h1>
          <Told of={says} />
        </h1>
        <p class="note id">{id}</p>
      </header>
      <div class="pair">
        <section>
          <h2>{quote || says.zh === undefined ? s.cards.original : w.inChinese}</h2>
          {(quote ?? says.zh) ? (
            <blockquote class="quote" lang={(quote && language) || 'zh-CN'}>
              {quote ?? says.zh}
            </blockquote>
          ) : null}
          {quote ? null : <p class="note">{s.cards.noOriginal}</p>}
        </section>
        <section>
          <h2>{w.translation}</h2>
          <blockquote class="quote" lang="en">
            {says.en}
          </blockquote>
        </section>
      </div>
      {result ? (
        <section class="block">
          <h2>{w.effect}</h2>
          <p>
            <span class={result.moved.factor >= 1 ? 'for strong' : 'against strong'}>
              {factor(result.moved.factor)}
            </span>{' '}
            {said(focus.text, s)}{' '}
            {w.effectWithout(percent(focus.probability, s), percent(result.moved.without, s))}
          </p>
          <label class="check">
            <input
              type="checkbox"
              checked={!state.drop.includes(id)}
              onChange={() => go({ state: toggled(state, id) })}
            />{' '}
            {w.useThisItem}
          </label>
          <Trust origin={result.origin} />
        </section>
      ) : null}
      <SourceFacts id={id} dossier={run.dossier} a={a} />
      <Replies to={item?.source ?? result?.source} />
    </article>
  );
}

function SourceFacts({ id, dossier, a }: { id: string; dossier: Dossier | null; a: Assessment }) {
  const { s, w } = useApp();
  const item = dossier?.evidence.find((one) => one.id === id);
  const result = a.evidence.find((one) => one.id === id);
  const source = item && dossier?.sources.get(item.source);
  const grade = item?.grade ?? result?.grade;
  const rows: [string, string | undefined][] = [
    [w.source, source ? `${source.producer}: ${said(source.title, s)}` : result?.source],
    [w.address, source?.url],
    [s.cards.archive, source?.archive],
    [w.publishedOn, item?.published.text ?? result?.published],
    [w.date, item?.date.text ?? result?.date],
    [w.kind, result ? said(result.kindName, s) : item?.kind],
    [w.observed, item?.observed ? s.quantity(item.observed) : item?.finding && w.found(item.finding)],
    [w.grade, grade && gradeText(grade)],
    [w.origin, item?.origin ?? result?.origin],
    [w.coded, item && w.line(item.place.file, item.place.line)],
    ['', item?.note && said(item.note, s)],
  ];
  return (
    <section class="block">
      <h2>{w.source}</h2>
      <dl class="facts">
        {rows.flatMap(([term, text]) =>
          text
            ? [
                <dt key={`${term}-t`}>{term}</dt>,
                <dd
                  key={`${term}-d`}
                  class={term === w.address || term === s.cards.archive ? 'id' : undefined}
                >
                  {text}
                </dd>,
              ]
            : [],
        )}
      </dl>
      {source?.url ? <p class="note">{w.readThere}</p> : null}
    </section>
  );
}
