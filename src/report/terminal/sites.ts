import type { Assessment, SiteResult } from '../../assessment/assessment.ts';
import { stages } from '../../installed/world.ts';
import { interval, percent } from '../amount.ts';
import { type LogAxis, logAxis } from '../log-axis.ts';
import { leastOf } from '../sentence.ts';
import { sitesInOrder } from '../sites-in-order.ts';
import { screenWords } from '../strings/screen-words.ts';
import { said } from '../strings/strings.ts';
import { stackDots } from './braille.ts';
import { type Column, type Page, paragraph, table } from './page.ts';
import { cut } from './text.ts';

const stageGlyphs = { paper: '·', construction: '░', shell: '▒', lit: '█' } as const;
const stageCells = 10;
const stripCells = 12;

/** Each site of the hub: projects, stage as a bar of ten, chance to be lit, compute, and twenty worlds as a strip. */
export function sitesTable(a: Assessment, on: Page): string[] {
  const { strings: s, style } = on;
  const own = screenWords(s);
  const shown = sitesInOrder(a.sites).filter(({ role }) => role === 'hub');
  const context = a.sites.length - shown.length;
  const axis = logAxis(
    shown.flatMap((site) => site.compute.dots),
    leastOf(shown[0]?.compute.unit ?? ''),
  );
  const wide = on.width >= 100 && !on.plain;
  const shape: Column[] = [
    { flexible: true },
    { align: 'right', head: own.projectsHead },
    ...(on.plain ? [] : [{ head: own.stageHead }]),
    { align: 'right', head: own.litHead },
    { head: own.computeHead, paint: style.inferred },
    ...(wide ? [{ head: own.rangeHead, paint: style.inferred }] : []),
  ];
  const rows = shown.map((site) => [
    nameOf(site, on),
    String(site.projects),
    ...(on.plain ? [] : [stageBar(site)]),
    percent(site.stages.lit, s),
    interval(site.compute, site.compute.unit, s),
    ...(wide ? [strip(site, axis)] : []),
  ]);
  return [
    ...table(shape, rows, on, s.sitesHead),
    ...paragraph(on.plain ? own.sitesOrder : `${stageLegend(on)} · ${own.sitesOrder}`, on).map(style.quiet),
    ...(context > 0 ? paragraph(own.contextSites(context), on).map(style.quiet) : []),
  ];
}

function nameOf(site: SiteResult, on: Page): string {
  const name = cut(said(site.name, on.strings), on.width < 100 ? 40 : 60);
  return `${name}${site.count > 1 ? ` ×${site.count}` : ''}`;
}

function stageLegend(on: Page): string {
  return stages.map((stage) => `${stageGlyphs[stage]} ${on.strings.stage[stage]}`).join(' ');
}

/** Ten cells shared out by largest remainder, so that they always add up. */
function stageBar(site: SiteResult): string {
  const exact = stages.map((stage) => site.stages[stage] * stageCells);
  const cells = exact.map(Math.floor);
  const order = exact.map((value, i) => ({ i, rest: value - cells[i]! })).sort((p, q) => q.rest - p.rest);
  const missing = stageCells - cells.reduce((sum, n) => sum + n, 0);
  for (const { i } of order.slice(0, Math.max(0, missing))) cells[i]!++;
  return stages.map((stage, i) => stageGlyphs[stage].repeat(cells[i]!)).join('');
}

/** Twenty of the fifty worlds on the axis all sites share; a world with nothing stands left of the bar. */
function strip(site: SiteResult, axis: LogAxis): string {
  const { dots, unit } = site.compute;
  const twenty = Array.from({ length: 20 }, (_, i) => dots[Math.floor(((i + 0.5) * dots.length) / 20)]!);
  const some = twenty.filter((dot) => dot >= leastOf(unit));
  const none = stackDots(new Array(20 - some.length).fill(0), 3, 1)[0]!;
  const line = stackDots(
    some.map((dot) => axis.position(dot)),
    stripCells,
    1,
  )[0]!;
  return `${none}│${line}`;
}
