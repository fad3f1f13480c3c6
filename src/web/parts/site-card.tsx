import type { Assessment, Estimate, SiteResult } from '../../assessment/assessment.ts';
import type { Dossier, Site } from '../../dossier/dossier.ts';
import { claim as claimText, percent } from '../../report/amount.ts';
import { saysOf } from '../../report/claim-words.ts';
import { dotplotFigure } from '../../report/figures/dotplot.ts';
import { type SiteFigureKind, siteFigure, siteFigureKinds } from '../../report/figures/site.ts';
import { capital, said, saidOtherwise } from '../../report/strings/strings.ts';
import { addressOf } from '../api.ts';
import { useApp } from '../context.ts';
import { reportOfSent, type SentReport } from '../state/site-report.ts';
import { Amount } from './amount.tsx';
import { Awaited } from './awaited.tsx';
import { FigureView } from './figure.tsx';
import { Link } from './link.tsx';
import { SiteEvidence } from './site-evidence.tsx';
import { StageBar } from './stage-bar.tsx';
import { Toggles } from './toggles.tsx';
import { useGet } from './use-get.ts';

/** One site: what is claimed, permitted and inferred there, and on what evidence. */
export function SiteCard({ a, site }: { a: Assessment; site: SiteResult }) {
  const { s, w, run, state, cite } = useApp();
  const written = run.dossier?.sites.find((one) => one.id === site.id);
  const other = saidOtherwise(site.name, s);
  const drawn = run.world?.sites[site.id]?.compute;
  return (
    <article class="screen site" aria-label={said(site.name, s)} data-site={site.id}>
      <p class="bar">
        <Link to={{ at: 'screen', dossier: a.hub.id, screen: 'sites' }}>{w.screen.sites}</Link>
        <Link to={{ at: 'screen', dossier: a.hub.id, screen: 'map', item: site.id }}>{w.screen.map}</Link>
        <button type="button" class="quiet" onClick={cite}>
          {w.cite}
        </button>
      </p>
      <header class="head">
        <h1>{said(site.name, s)}</h1>
        {other ? (
          <p class="other" lang={w.tag === 'zh-CN' ? 'en' : 'zh-CN'}>
            {other}
          </p>
        ) : null}
        <p class="note">
          {[
            w.region(site.region),
            s.library.sites(site.count),
            site.role === 'context' ? w.context : '',
            site.place ? w.precision(w.precisions[site.place.precision]) : w.noPlace,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {written ? (
          <p class="note">
            {written.operator ? w.pair(w.operator, said(written.operator, s)) : w.noOperator}
          </p>
        ) : null}
      </header>
      <dl class="results">
        <div>
          <dt>{w.marked(w.stage, w.inferredMark)}</dt>
          <dd>
            <StageBar site={site} />
          </dd>
        </div>
        <Result estimate={site.accelerators} world={run.world?.sites[site.id]?.accelerators} />
        <Result estimate={site.compute} world={drawn} />
        <Result estimate={site.itLoad} />
      </dl>
      <section class="block">
        <FigureView
          most={900}
          on={[site, state.shape, state.scale, drawn]}
          draw={(look) =>
            dotplotFigure(a, { ...look, site: site.id, drawn, shape: state.shape, scale: state.scale })
          }
        />
      </section>
      <div class="halves">
        <section class="block">
          <SiteEvidence a={a} ids={site.evidence} />
        </section>
        <section class="block">
          <h2>{capital(s.cards.routes)}</h2>
          <ul>
            {(Object.keys(site.routes) as (keyof typeof site.routes)[]).map((route) => (
              <li key={route}>
                {s.route[route]} <span class="number strong">{percent(site.routes[route], s)}</span>
              </li>
            ))}
          </ul>
          <p class="note">{s.routesNote}</p>
          {written ? <Written site={written} /> : null}
        </section>
      </div>
      {site.place ? (
        <PowerAndClimate hub={a.hub.id} site={site.id} chips={chipsOf(site, run.dossier)} />
      ) : null}
    </article>
  );
}

function Result({ estimate, world }: { estimate: Estimate; world?: number | undefined }) {
  const { s } = useApp();
  return (
    <div>
      <dt>{said(estimate.label, s)}</dt>
      <dd>
        <Amount estimate={estimate} world={world} />
        {estimate.claimed ? (
          <span class="note">
            {s.claimed} {claimText(estimate.claimed, estimate.unit, s)}
          </span>
        ) : null}
      </dd>
    </div>
  );
}

/** What the dossier writes about the site: claims with who made them, and limits. */
function Written({ site }: { site: Site }) {
  const { s } = useApp();
  return (
    <>
      <h3>{s.cards.claims}</h3>
      <ul class="plain-list">
        {site.claims.map((one) => (
          <li key={one.id}>
            {[...saysOf(one, s), one.text ? said(one.text, s) : ''].filter(Boolean).join(' · ')}{' '}
            <span class="note">
              {one.basis === 'derived' ? `${s.basis.derived}, ` : ''}
              {said(one.by, s)}, {one.date.text}
            </span>
          </li>
        ))}
      </ul>
      <h3>{s.cards.limits}</h3>
      {site.limits.length === 0 ? <p class="note unknown">{s.cards.noLimits}</p> : null}
      <ul class="plain-list">
        {site.limits.map((limit) => (
          <li key={`${limit.kind}-${limit.date.text}`}>
            {s.cards.limit[limit.kind]} <span class="number strong">{s.quantity(limit.amount)}</span>{' '}
            <span class="note">{limit.date.text}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The accelerators that are claimed at a site, as a fleet is written: `80500 h100-sxm5`; null where none are counted. */
function chipsOf({ accelerators }: SiteResult, dossier: Dossier | null): string | null {
  const [chip] = dossier?.hub.namedChips ?? [];
  const count = Math.round(accelerators.claimed?.median ?? 0);
  return chip && count > 0 ? `${count} ${chip}` : null;
}

/** A year of weather at the place, asked for only when somebody wants it. */
function PowerAndClimate({ hub, site, chips }: { hub: string; site: string; chips: string | null }) {
  const { w, state, go } = useApp();
  const kind: SiteFigureKind | '' = state.year;
  const wanted = kind !== '';
  const got = useGet<SentReport>(
    wanted ? addressOf(['site', `${hub}/${site}`], { ...(chips !== null && { chips }) }) : null,
  );
  return (
    <section class="block">
      <h2>{w.siteReport}</h2>
      {chips === null ? null : <p class="note">{w.siteReportOf(chips)}</p>}
      {wanted ? null : (
        <button type="button" data-year onClick={() => go({ state: { ...state, year: 'chain' } })}>
          {w.siteReportLoad}
        </button>
      )}
      <Awaited of={got} what={w.siteReportWait} />
      {got.value && wanted ? (
        <FigureView
          most={900}
          on={[got.value, kind]}
          draw={(look) => siteFigure(reportOfSent(got.value!), kind, look)}
          controls={
            <Toggles
              label={w.siteReport}
              value={kind}
              choices={siteFigureKinds.map((one) => [one, w.siteKinds[one]] as const)}
              choose={(year) => go({ state: { ...state, year } }, 'replace')}
            />
          }
        />
      ) : null}
    </section>
  );
}
