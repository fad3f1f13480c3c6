import type { Assessment, SiteResult } from '../../assessment/assessment.ts';
import { routes, stages } from '../../installed/world.ts';
import { percent } from '../../report/amount.ts';
import { mixFigure, stripFigure } from '../../report/figures/small.ts';
import { said, saidOtherwise } from '../../report/strings/strings.ts';
import { gradeText } from '../../sources/grade-text.ts';
import { useApp } from '../context.ts';
import { Amount } from '../parts/amount.tsx';
import { SmallFigure } from '../parts/figure.tsx';
import { Head } from '../parts/head.tsx';
import { Link } from '../parts/link.tsx';
import { SiteCard } from '../parts/site-card.tsx';
import { StageBar } from '../parts/stage-bar.tsx';
import { TableBox } from '../parts/table-box.tsx';
import { Waiting } from '../parts/waiting.tsx';
import { WorldBar } from '../parts/world-bar.tsx';

/** What is at each place? A table of sites, and the card of one. */
export function SitesScreen() {
  const { w, run, place } = useApp();
  const a = run.assessment;
  if (!a) return <Waiting />;
  const id = place.at === 'screen' ? place.item : undefined;
  const site = a.sites.find((one) => one.id === id);
  if (site) return <SiteCard a={a} site={site} />;
  return (
    <article class="screen" aria-label={w.screen.sites}>
      <Head title={w.asks.sites}>
        <p class="lead">{w.sitesLead(a.hub.sites)}</p>
        <WorldBar />
        {id ? (
          <p class="notice" data-notice="not-there">
            {w.notThere(id, a.run.asOf)}
          </p>
        ) : null}
      </Head>
      <SiteTable a={a} />
    </article>
  );
}

function SiteTable({ a }: { a: Assessment }) {
  const { s, w, chosen, run } = useApp();
  const ours = a.sites.filter(({ role }) => role === 'hub');
  const others = a.sites.filter(({ role }) => role !== 'hub');
  const along = ours.flatMap(({ compute }) => [compute.high, compute.claimed?.median ?? 0]);
  return (
    <TableBox label={w.screen.sites}>
      <table class="site-table">
        <thead>
          <tr>
            <th scope="col">{w.place}</th>
            <th scope="col">{w.marked(w.stage, w.inferredMark)}</th>
            <th scope="col" colSpan={2}>
              {w.compute}
            </th>
            <th scope="col">{w.load}</th>
            <th scope="col">{s.cards.routes}</th>
            <th scope="col">{s.cards.evidence}</th>
            <th scope="col">{w.bestGrade}</th>
          </tr>
        </thead>
        <tbody>
          {[...ours, ...others].map((site, i) => [
            i === ours.length ? (
              <tr key="others" class="group">
                <th scope="rowgroup" colSpan={8}>
                  {w.outsideClaim}
                </th>
              </tr>
            ) : null,
            <tr key={site.id} data-item={site.id} class={chosen === site.id ? 'chosen' : undefined}>
              <th scope="row">
                <SiteName site={site} a={a} />
              </th>
              <td data-label={w.marked(w.stage, w.inferredMark)}>
                <StageBar site={site} />
              </td>
              <td data-label={w.compute}>
                <Strip site={site} along={along} />
              </td>
              <td>
                <Amount estimate={site.compute} world={run.world?.sites[site.id]?.compute} />
              </td>
              <td data-label={w.load}>
                <Amount estimate={site.itLoad} />
              </td>
              <td data-label={s.cards.routes}>
                <Mix site={site} />
              </td>
              <td class="number" data-label={s.cards.evidence}>
                {site.evidence.length}
              </td>
              <td class="number" data-label={w.bestGrade}>
                {bestGrade(site, a)}
              </td>
            </tr>,
          ])}
        </tbody>
      </table>
      <Legend />
    </TableBox>
  );
}

/** What the bars of the table mean. */
function Legend() {
  const { s, w } = useApp();
  return (
    <div class="bar-legend note">
      <p>
        {w.stage}:{' '}
        {stages.map((stage) => (
          <span key={stage}>
            <i class={`swatch stage-${stage}`} /> {s.stage[stage]}
          </span>
        ))}
      </p>
      <p>
        {s.cards.routes}:{' '}
        {routes.map((route) => (
          <span key={route}>
            <i class={`swatch route-${route}`} /> {s.route[route]}
          </span>
        ))}
      </p>
    </div>
  );
}

/** Best grade among the items about a site; a dash where nothing is known of it. */
function bestGrade(site: SiteResult, a: Assessment): string {
  const ids = new Set(site.evidence);
  const grades = a.evidence.filter(({ id }) => ids.has(id)).map(({ grade }) => gradeText(grade));
  return grades.sort()[0] ?? '–';
}

function SiteName({ site, a }: { site: SiteResult; a: Assessment }) {
  const { s, w } = useApp();
  const other = saidOtherwise(site.name, s);
  return (
    <>
      <Link to={{ at: 'screen', dossier: a.hub.id, screen: 'sites', item: site.id }}>
        {said(site.name, s)}
      </Link>
      <br />
      <span class="note">
        {[other, site.count > 1 ? `× ${site.count}` : '', site.role === 'context' ? w.context : '']
          .filter(Boolean)
          .join(' · ')}
      </span>
    </>
  );
}

function Strip({ site, along }: { site: SiteResult; along: readonly number[] }) {
  const { s, theme } = useApp();
  return <SmallFigure figure={stripFigure(site.compute, { width: 180, theme, strings: s, along })} />;
}

function Mix({ site }: { site: SiteResult }) {
  const { s, theme } = useApp();
  if (site.stages.lit < 0.005) return <span class="note">{percent(site.stages.lit, s)}</span>;
  return <SmallFigure figure={mixFigure(site, { width: 110, theme, strings: s })} />;
}
