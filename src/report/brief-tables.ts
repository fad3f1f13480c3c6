import { type Assessment, hypotheses, presets } from '../assessment/assessment.ts';
import { routes, stages } from '../installed/world.ts';
import { gradeText } from '../sources/grade-text.ts';
import { claim, factor, interval, percent, quoted } from './amount.ts';
import { sitesInOrder } from './sites-in-order.ts';
import { screenWords } from './strings/screen-words.ts';
import { clean, type Strings, said } from './strings/strings.ts';
import { byWeight, focusBeside } from './terminal/evidence.ts';
import { routeShares } from './terminal/quantities.ts';

/** A table of a brief, in words, for whatever form it is written in. */
export interface BriefTable {
  heads: readonly string[];
  rows: readonly (readonly string[])[];
}

/** Every question under each prior and before the evidence. */
export function questionTable(a: Assessment, s: Strings): BriefTable {
  return {
    heads: ['', s.probability, '', ...presets.map((preset) => s.preset[preset]), s.beforeEvidence],
    rows: a.questions.map((question) => [
      said(question.text, s),
      percent(question.probability, s),
      s.word[question.word],
      ...presets.map((preset) => percent(question.byPreset[preset], s)),
      percent(question.prior, s),
    ]),
  };
}

/** Every quantity as claimed, as inferred, and as far as limits permit. */
export function quantityTable(a: Assessment, s: Strings): BriefTable {
  return {
    heads: ['', s.asClaimed, s.asInferred, s.permitted, s.basisHead],
    rows: a.quantities.map((quantity) => [
      said(quantity.label, s),
      quantity.claimed ? claim(quantity.claimed, quantity.unit, s) : '–',
      interval(quantity, quantity.unit, s),
      quantity.permitted ? interval(quantity.permitted, quantity.unit, s) : '–',
      quantity.bases.map((basis) => s.basis[basis]).join(', '),
    ]),
  };
}

/** What runs where anything is lit; null where nothing can be. */
export function routeTable(a: Assessment, s: Strings): BriefTable | null {
  const shares = routeShares(a.sites);
  if (shares === null) return null;
  const rows = routes.map((route) => [s.route[route], percent(shares[route], s)]);
  return { heads: ['', s.routesNote], rows };
}

/** Every site with the chances of its stages. */
export function siteTable(a: Assessment, s: Strings): BriefTable {
  const own = screenWords(s);
  return {
    heads: [
      '',
      own.projectsHead,
      s.stage.paper,
      s.stage.construction,
      s.stage.shell,
      s.stage.lit,
      own.computeHead,
    ],
    rows: sitesInOrder(a.sites).map((site) => [
      `${said(site.name, s)}${site.role === 'context' ? ` (${own.contextMark})` : ''}`,
      String(site.projects),
      ...stages.map((stage) => percent(site.stages[stage], s)),
      interval(site.compute, site.compute.unit, s),
    ]),
  };
}

/** Every item, those first that move the answer most. */
export function itemTable(a: Assessment, s: Strings): BriefTable {
  const focus = focusBeside(a);
  return {
    heads: [
      '',
      s.itemHead,
      s.without,
      ...(focus ? [s.onHeadline] : []),
      s.gradeHead,
      s.source,
      screenWords(s).dateHead,
    ],
    rows: byWeight(a.evidence).map((item) => [
      factor(item.moved.factor),
      `${said(item.says, s)}${item.quote ? ` “${clean(item.quote)}”` : ''} (${item.id})`,
      percent(item.moved.without, s),
      ...(focus ? [factor(item.factor)] : []),
      gradeText(item.grade),
      item.source,
      item.date,
    ]),
  };
}

/** How much likelier each item is under each explanation than on average. */
export function matrixTable(a: Assessment, s: Strings): BriefTable {
  return {
    heads: [s.itemHead, ...hypotheses.map((hypothesis) => s.hypothesis[hypothesis])],
    rows: a.evidence.map((item) => [
      item.id,
      ...hypotheses.map((hypothesis) => factor(item.matrix[hypothesis])),
    ]),
  };
}

/** Observations that could still be made. */
export function lookTable(a: Assessment, s: Strings): BriefTable {
  return {
    heads: ['', s.sharpening, s.sharpeningCompute, s.costHead, screenWords(s).leadHead],
    rows: a.looks.map((look) => [
      said(look.name, s),
      percent(look.sharpening, s),
      percent(look.sharpeningCompute, s),
      quoted(look.cost, s),
      quoted(look.lead, s),
    ]),
  };
}
