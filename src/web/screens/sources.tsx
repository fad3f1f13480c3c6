import { saidOtherwise } from '../../report/strings/strings.ts';
import { gradeText } from '../../sources/grade-text.ts';
import type { Source } from '../../sources/source.ts';
import { useApp } from '../context.ts';
import { CiteBox } from '../parts/cite-dialog.tsx';
import { Formulas } from '../parts/formulas.tsx';
import { Head } from '../parts/head.tsx';
import { JudgedFigures } from '../parts/judged-figures.tsx';
import { Link } from '../parts/link.tsx';
import { Replies } from '../parts/replies.tsx';
import { SearchBox } from '../parts/search-box.tsx';
import { Told } from '../parts/told.tsx';
import { Waiting } from '../parts/waiting.tsx';

/** What does it rest on? Publications with grades, the method, and the citation of the run. */
export function SourcesScreen() {
  const { w, s, run, state, go } = useApp();
  const { judged } = state;
  const a = run.assessment;
  if (!a) return <Waiting />;
  const supports = ({ id }: Source) => a.evidence.filter(({ source }) => source === id);
  // What most rests on first.
  const sources = [...(run.dossier?.sources.values() ?? [])].sort(
    (p, q) => supports(q).length - supports(p).length,
  );
  const wanted = state.q.toLowerCase();
  const found = sources.filter((source) =>
    [source.id, source.title.en, source.title.zh ?? '', source.producer].some((text) =>
      text.toLowerCase().includes(wanted),
    ),
  );
  return (
    <article class="screen" aria-label={w.screen.sources}>
      <Head title={w.asks.sources}>
        <p class="lead">
          {run.dossier ? w.sourcesLead(sources.length) : w.loading} {w.judged(a.hub.judged, a.hub.figures)}
          {s.stop}
        </p>
      </Head>
      <div class="halves">
        <section class="block">
          <p class="aside-tool">
            <button
              type="button"
              aria-pressed={judged}
              data-judged
              onClick={() => go({ state: { ...state, judged: !judged } }, 'replace')}
            >
              ✎ {w.onlyJudged}
            </button>
          </p>
          {judged ? <JudgedFigures a={a} /> : null}
          <div hidden={judged}>
            <h2>{w.source}</h2>
            <SearchBox />
            <ul class="sources">
              {found.map((source) => (
                <SourceEntry
                  key={source.id}
                  source={source}
                  supports={supports(source).map(({ id }) => id)}
                  hub={a.hub.id}
                />
              ))}
            </ul>
            {run.dossier && found.length === 0 ? <p>{w.nothingFound}</p> : null}
          </div>
        </section>
        <div>
          <section class="block">
            <h2>{w.cite}</h2>
            <CiteBox />
          </section>
          <section class="block method">
            <h2>{w.method}</h2>
            {w.methodText.map((text) => (
              <p key={text}>{text}</p>
            ))}
            <Formulas a={a} />
          </section>
          <Replies />
          <section class="block">
            <h2>{w.warnings(a.warnings.length)}</h2>
            <ul class="plain-list">
              {a.warnings.map((warning, i) => (
                <li key={`${warning.code}-${i}`}>
                  <span class="id">{warning.code}</span> {warning.what}
                </li>
              ))}
            </ul>
            <p class="note">{s.judgedLine(a.hub.judged, a.hub.figures, 0)}</p>
          </section>
        </div>
      </div>
    </article>
  );
}

/** `Chinese` for `zh`, in the reader's language. */
function languageName(tag: string, reader: string): string {
  try {
    return new Intl.DisplayNames([reader], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

function SourceEntry(props: { source: Source; supports: readonly string[]; hub: string }) {
  const { w, s } = useApp();
  const { source, supports, hub } = props;
  const other = saidOtherwise(source.title, s);
  return (
    <li data-item={source.id}>
      <p>
        <strong>
          <Told of={source.title} />
        </strong>{' '}
        {other ? (
          <span class="other" lang={w.tag === 'zh-CN' ? 'en' : 'zh-CN'}>
            {other}
          </span>
        ) : null}
      </p>
      <p class="note">
        <span class="strong">{gradeText(source.grade)}</span>
        {' · '}
        {[
          source.producer,
          source.published.text,
          w.sourceType[source.type],
          languageName(source.language, w.tag),
        ].join(' · ')}
      </p>
      <p class="id">{source.url}</p>
      <p class="note">
        {source.archive ? <span class="id">{w.pair(s.cards.archive, source.archive)}</span> : w.noArchive}
      </p>
      {supports.length > 0 ? (
        <details class="note">
          <summary>{w.supports(supports.length)}</summary>
          {supports.map((id) => (
            <Link key={id} class="id" to={{ at: 'screen', dossier: hub, screen: 'evidence', item: id }}>
              {id}
            </Link>
          ))}
        </details>
      ) : (
        <p class="note">{w.supports(0)}</p>
      )}
    </li>
  );
}
