import { type Assessment, hypotheses, presets } from '../../assessment/assessment.ts';
import { amount, claim, factor, interval, percent } from '../amount.ts';
import { sentence } from '../sentence.ts';
import { clean, type Strings, said, saidOtherwise } from '../strings/strings.ts';
import { byWeight, focusBeside, gradeText, namedResults } from '../terminal/evidence.ts';
import { page } from '../terminal/page.ts';
import { routeShares } from '../terminal/quantities.ts';
import { escaped, markdownTable } from './table.ts';

/** A brief to read or print: the answer, the numbers, the sites, the evidence, what to look at next. */
export function brief(a: Assessment, strings: Strings): string {
  const parts = [
    ...opening(a, strings),
    `## ${strings.otherQuestions}`,
    questions(a, strings),
    `## ${strings.amountsTo}`,
    quantities(a, strings),
    ...routes(a, strings),
    `## ${strings.sitesHead}`,
    sites(a, strings),
    `## ${strings.moved}`,
    evidence(a, strings),
    `## ${strings.matrixHead}`,
    matrix(a, strings),
    `## ${strings.lookNext}`,
    looks(a, strings),
    leftOut(a, strings),
    '---',
    closing(a, strings),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function opening(a: Assessment, s: Strings): string[] {
  const question = a.questions[0]!;
  const other = saidOtherwise(a.hub.name, s);
  const verdict =
    a.diagnostics.state === 'poor'
      ? `**${s.notConverged}**`
      : `**${s.word[question.word].toUpperCase()}** (${percent(question.probability, s)})`;
  const { hub, run } = a;
  return [
    `# ${escaped(said(hub.name, s))}${other ? ` ${escaped(other)}` : ''}`,
    `${s.asOf(run.asOf)} · ${s.underPrior(s.preset[run.prior])} · ${s.scope(hub.projects, hub.sites)} · ${s.basisOfAnswer(hub.claims, hub.evidence, hub.origins)}`,
    `## ${escaped(said(question.text, s))}`,
    `${verdict} · ${presets.map((preset) => `${s.preset[preset]} ${percent(question.byPreset[preset], s)}`).join(' · ')} · ${s.before(percent(question.prior, s))}`,
    `${s.confidence}: **${s.confidenceWord[a.diagnostics.confidence]}**. ${escaped(s.confidenceReasons(a.diagnostics.confidenceReasons))}`,
    ...alarms(a, s),
    a.quantities[0] ? escaped(sentence(a.quantities[0], s)) : '',
  ];
}

/** The same named results as on the screen, as quotations. */
function alarms(a: Assessment, s: Strings): string[] {
  const text = namedResults(a, page({ strings: s, width: 120 })).map((line) => line.trim());
  return text.length === 0 ? [] : [`> ${escaped(text.join(' '))}`];
}

function questions(a: Assessment, s: Strings): string {
  return markdownTable(
    ['', s.probability, '', ...presets.map((preset) => s.preset[preset]), s.beforeEvidence],
    a.questions.map((question) => [
      said(question.text, s),
      percent(question.probability, s),
      s.word[question.word],
      ...presets.map((preset) => percent(question.byPreset[preset], s)),
      percent(question.prior, s),
    ]),
  );
}

function quantities(a: Assessment, s: Strings): string {
  return markdownTable(
    ['', s.asClaimed, s.asInferred, s.permitted, s.basisHead],
    a.quantities.map((quantity) => [
      said(quantity.label, s),
      quantity.claimed ? claim(quantity.claimed, quantity.unit, s) : '–',
      interval(quantity, quantity.unit, s),
      quantity.permitted ? s.upTo(amount(quantity.permitted.median, quantity.unit, s)) : '–',
      quantity.bases.map((basis) => s.basis[basis]).join(', '),
    ]),
  );
}

function routes(a: Assessment, s: Strings): string[] {
  const shares = routeShares(a.sites);
  if (shares === null) return [];
  const rows = (['named', 'legal', 'domestic'] as const).map((route) => [
    s.route[route],
    percent(shares[route], s),
  ]);
  return [`## ${s.routesHead}`, markdownTable(['', s.routesNote], rows)];
}

function sites(a: Assessment, s: Strings): string {
  return markdownTable(
    ['', s.projectsHead, s.stage.paper, s.stage.construction, s.stage.shell, s.stage.lit, s.computeHead],
    a.sites.map((site) => [
      `${said(site.name, s)}${site.role === 'context' ? ` (${s.contextMark})` : ''}`,
      String(site.projects),
      ...(['paper', 'construction', 'shell', 'lit'] as const).map((stage) => percent(site.stages[stage], s)),
      interval(site.compute, site.compute.unit, s),
    ]),
  );
}

function evidence(a: Assessment, s: Strings): string {
  const focus = focusBeside(a);
  const table = markdownTable(
    ['', s.itemHead, s.without, ...(focus ? [s.onHeadline] : []), s.gradeHead, s.source, s.dateHead],
    byWeight(a.evidence).map((item) => [
      factor(item.moved.factor),
      `${said(item.says, s)}${item.quote ? ` “${clean(item.quote)}”` : ''} (${item.id})`,
      percent(item.moved.without, s),
      ...(focus ? [factor(item.factor)] : []),
      gradeText(item.grade),
      item.source,
      item.date,
    ]),
  );
  return focus ? `${escaped(s.rankedBy(said(focus.text, s)))}\n\n${table}` : table;
}

function matrix(a: Assessment, s: Strings): string {
  return markdownTable(
    [s.itemHead, ...hypotheses.map((hypothesis) => s.hypothesis[hypothesis])],
    a.evidence.map((item) => [item.id, ...hypotheses.map((hypothesis) => factor(item.matrix[hypothesis]))]),
  );
}

function looks(a: Assessment, s: Strings): string {
  return markdownTable(
    ['', s.sharpening, s.sharpeningCompute, s.costHead, s.leadHead],
    a.looks.map((look) => [
      said(look.name, s),
      percent(look.sharpening, s),
      percent(look.sharpeningCompute, s),
      look.cost,
      look.lead,
    ]),
  );
}

function leftOut({ looksLeftOut }: Assessment, s: Strings): string {
  if (looksLeftOut.length === 0) return '';
  return escaped(s.looksLeftOut(looksLeftOut.map(({ name, why }) => ({ name: said(name, s), why }))));
}

function closing(a: Assessment, s: Strings): string {
  const { run } = a;
  return s.runLine({
    id: run.id,
    seed: run.seed,
    draws: s.number(run.draws, 3),
    engine: run.engine,
    data: run.dataDigest.slice(0, 8),
  });
}
