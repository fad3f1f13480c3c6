import type { ItemResult, SiteResult } from '../../assessment/assessment.ts';
import type { Site } from '../../dossier/dossier.ts';
import { routes, stages } from '../../installed/world.ts';
import { gradeText } from '../../sources/grade-text.ts';
import { factor, interval, percent } from '../amount.ts';
import { saysOf } from '../claim-words.ts';
import { sitesInOrder } from '../sites-in-order.ts';
import { capital, type Strings, said, saidOtherwise } from '../strings/strings.ts';
import { byWeight } from '../terminal/evidence.ts';
import { type Html, html } from './page.ts';
import { type Look, linkTo } from './parts.ts';
import type { Exported } from './screens.ts';

/** A card for every site: what is inferred there, claimed, limited, and on what evidence. */
export function siteCards({ assessment: a, dossier }: Exported, { strings: s }: Look): Html[] {
  const written = new Map(dossier.sites.map((site) => [site.id, site]));
  return sitesInOrder(a.sites).map((site) => {
    const own = written.get(site.id);
    return card(site.name, site.id, s, [
      ...inferred(site, s),
      ...(own ? claimed(own, s) : []),
      ...onWhat(site, s),
    ]);
  });
}

function inferred(site: SiteResult, s: Strings): Html[] {
  const stage = stages.map((one) => `${s.stage[one]} ${percent(site.stages[one], s)}`);
  const runs = routes.map((route) => `${s.route[route]} ${percent(site.routes[route], s)}`);
  const amounts = [site.accelerators, site.compute, site.itLoad].map(
    (estimate) => `${said(estimate.label, s)} ${interval(estimate, estimate.unit, s)}`,
  );
  return [
    html`<p>${stage.join(' · ')}</p>`,
    html`<p>${amounts.join(' · ')}</p>`,
    html`<p>${capital(s.cards.routes)}${s.colon}${runs.join(' · ')}</p>`,
  ];
}

function claimed(site: Site, s: Strings): Html[] {
  const claims = site.claims.map((claim) => {
    const basis = claim.basis === 'derived' ? `${s.basis.derived}, ` : '';
    const says = [...saysOf(claim, s), claim.text ? said(claim.text, s) : ''].filter(Boolean).join(' · ');
    return html`<li>${says} <span class="quiet">${basis}${said(claim.by, s)}, ${claim.date.text} · ${claim.source}</span></li>`;
  });
  const limits = site.limits.map(
    ({ kind, amount, date, source }) =>
      html`<li>${s.cards.limit[kind]} ${s.quantity(amount)} <span class="quiet">${date.text} · ${source}</span></li>`,
  );
  return [
    ...(claims.length > 0 ? [html`<h4>${s.cards.claims}</h4><ul>${claims}</ul>`] : []),
    html`<h4>${s.cards.limits}</h4>`,
    limits.length > 0 ? html`<ul>${limits}</ul>` : html`<p>${s.cards.noLimits}</p>`,
  ];
}

function onWhat({ evidence }: SiteResult, s: Strings): Html[] {
  return evidence.length > 0 ? [html`<p>${s.cards.evidence}${s.colon}${evidence.join(', ')}</p>`] : [];
}

/** A card for every item: its words and their original, its source, and what it does to the answer. */
export function itemCards({ assessment: a, dossier }: Exported, { strings: s }: Look): Html[] {
  return byWeight(a.evidence).map((item) => {
    const source = dossier.sources.get(item.source);
    const quote = item.quote
      ? html`<blockquote>${item.quote}</blockquote>`
      : html`<p class="quiet">${s.cards.noOriginal}</p>`;
    const facts = [source?.producer ?? '', source ? said(source.title, s) : '', item.source].filter(Boolean);
    return card(item.says, item.id, s, [
      quote,
      html`<p>${factor(item.moved.factor)} · ${s.without} ${percent(item.moved.without, s)} · ${s.gradeHead} ${gradeText(item.grade)} · ${item.date}</p>`,
      html`<p class="quiet">${facts.join(' · ')}</p>`,
      ...addressesOf(source, s),
    ]);
  });
}

function addressesOf(source: { url: string; archive?: string } | undefined, s: Strings): Html[] {
  const links = [
    ['', source?.url],
    [`${s.cards.archive}${s.colon}`, source?.archive],
  ] as const;
  return links.flatMap(([what, url]) => linkTo(url).map((link) => html`<p class="quiet">${what}${link}</p>`));
}

function card(name: ItemResult['says'], id: string, s: Strings, body: readonly Html[]): Html {
  const other = saidOtherwise(name, s);
  return html`<section class="card"><h3>${said(name, s)}</h3><p class="quiet">${[other, id].filter(Boolean).join(' · ')}</p>${body}</section>`;
}
