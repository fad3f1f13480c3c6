import type { Assessment, SiteResult } from '../../assessment/assessment.ts';
import { routes } from '../../installed/world.ts';
import type { Basis } from '../../sources/source.ts';
import { claim, interval, percent } from '../amount.ts';
import { said } from '../strings/strings.ts';
import { heading, type Page, paragraph, table } from './page.ts';

/** One glyph a basis, the same everywhere. */
export const basisGlyphs: Readonly<Record<Basis, string>> = {
  measured: '●',
  reported: '◐',
  claimed: '○',
  derived: 'ƒ',
  judged: '✎',
};

/** Each quantity as claimed and as inferred. */
export function amountsTo(a: Assessment, on: Page): string[] {
  const { strings: s, style } = on;
  const rows = a.quantities.map((quantity) => [
    said(quantity.label, s),
    quantity.claimed ? claim(quantity.claimed, quantity.unit, s) : '–',
    interval(quantity, quantity.unit, s),
    quantity.bases.map((basis) => (on.plain ? s.basis[basis] : basisGlyphs[basis])).join(' '),
  ]);
  return [
    ...table(
      [
        { flexible: true },
        { align: 'right', head: s.asClaimed, paint: style.claimed },
        { head: s.asInferred, paint: style.inferred },
        { head: s.basisHead },
      ],
      rows,
      on,
      s.amountsTo,
    ),
    ...spansOf(a, on).flatMap((line) => paragraph(line, on)),
    ...(on.plain ? [] : paragraph(legend(a, on), on).map(style.quiet)),
  ];
}

/** The largest runs in other times than their own, a line each of all sites and of one. */
function spansOf({ quantities }: Assessment, { strings: s }: Page): string[] {
  return quantities
    .slice(0, quantities.findIndex(({ id }) => id === 'largest-run-site') + 1)
    .flatMap((run) => {
      if (!run.spans) return [];
      const each = run.spans.map((span) => `${s.spans(String(span.days))} ${interval(span, run.unit, s)}`);
      return [`${said(run.label, s)}${s.colon}${each.join(' · ')} (${s.spansNote})`];
    });
}

function legend(a: Assessment, on: Page): string {
  const used = [...new Set(a.quantities.flatMap((quantity) => quantity.bases))];
  return used.map((basis) => `${basisGlyphs[basis]} ${on.strings.basis[basis]}`).join(' · ');
}

/** Expected share of lit sites of the hub by what runs in them; null where nothing can be lit. */
export function routeShares(sites: readonly SiteResult[]): Record<(typeof routes)[number], number> | null {
  const hub = sites.filter((site) => site.role === 'hub');
  const lit = hub.reduce((sum, site) => sum + site.count * site.stages.lit, 0);
  if (!(lit > 0)) return null;
  const share = (route: (typeof routes)[number]) =>
    hub.reduce((sum, site) => sum + site.count * site.stages.lit * site.routes[route], 0) / lit;
  return { named: share('named'), legal: share('legal'), domestic: share('domestic') };
}

/** What runs instead of what was claimed. */
export function runsInstead(a: Assessment, on: Page): string[] {
  const shares = routeShares(a.sites);
  if (shares === null) return [];
  const { strings: s, style } = on;
  const rows = routes.map((route) => [
    s.route[route],
    percent(shares[route], s),
    on.plain ? '' : '■'.repeat(Math.round(shares[route] * 24)) || '▏',
  ]);
  return [
    heading(s.routesHead, on, s.routesNote),
    ...table([{}, { align: 'right' }, { flexible: true, paint: style.inferred }], rows, on),
  ];
}
