import type { Assessment } from '../../assessment/assessment.ts';
import { percent } from '../amount.ts';
import {
  type BriefTable,
  itemTable,
  lookTable,
  matrixTable,
  quantityTable,
  questionTable,
  routeTable,
  siteTable,
} from '../brief-tables.ts';
import { byPrior } from '../by-prior.ts';
import { recordLine } from '../record-line.ts';
import { editsOf, verifyCommand } from '../run-edits.ts';
import { runLine, samplingLine } from '../run-line.ts';
import { sentence } from '../sentence.ts';
import { type Strings, said, saidOtherwise } from '../strings/strings.ts';
import { focusBeside, howExact, namedResults } from '../terminal/evidence.ts';
import { page } from '../terminal/page.ts';
import { escaped, markdownTable } from './table.ts';

/** A brief to read or print: the answer, the numbers, the sites, the evidence, what to look at next. */
export function brief(a: Assessment, strings: Strings): string {
  const parts = [
    ...opening(a, strings),
    `## ${strings.otherQuestions}`,
    table(questionTable(a, strings)),
    `## ${strings.amountsTo}`,
    table(quantityTable(a, strings)),
    ...routes(a, strings),
    `## ${strings.sitesHead}`,
    table(siteTable(a, strings)),
    `## ${strings.moved}`,
    evidence(a, strings),
    `## ${strings.matrixHead}`,
    table(matrixTable(a, strings)),
    `## ${strings.lookNext}`,
    table(lookTable(a, strings)),
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
  const edits = editsOf(a, s);
  return [
    `# ${escaped(said(hub.name, s))}${other ? ` ${escaped(other)}` : ''}`,
    `${s.asOf(run.asOf)} · ${s.underPrior(s.preset[run.prior])} · ${s.scope(hub.projects, hub.sites)} · ${s.basisOfAnswer(hub.claims, hub.evidence, hub.origins)}`,
    edits.length > 0 ? `**${escaped(s.overrides(edits.join(' · ')))}**` : '',
    `## ${escaped(said(question.text, s))}`,
    `${verdict} · ${byPrior(question, s).join(' · ')} · ${s.before(percent(question.prior, s))}`,
    question.means ? escaped(said(question.means, s)) : '',
    `${s.confidence}${s.colon}**${s.confidenceWord[a.diagnostics.confidence]}**${s.stop} ${escaped(s.confidenceReasons(a.diagnostics.confidenceReasons))}`,
    a.record ? escaped(recordLine(a.record, s)) : '',
    ...alarms(a, s),
    a.quantities[0] ? escaped(sentence(a.quantities[0], s)) : '',
  ];
}

/** The same named results as on the screen, as quotations. */
function alarms(a: Assessment, s: Strings): string[] {
  const text = namedResults(a, page({ strings: s, width: 120 })).map((line) => line.trim());
  return text.length === 0 ? [] : [`> ${escaped(text.join(' '))}`];
}

const table = ({ heads, rows }: BriefTable): string => markdownTable(heads, rows);

function routes(a: Assessment, s: Strings): string[] {
  const shares = routeTable(a, s);
  return shares === null ? [] : [`## ${s.routesHead}`, table(shares)];
}

function evidence(a: Assessment, s: Strings): string {
  const focus = focusBeside(a);
  const items = table(itemTable(a, s));
  const notes = [focus ? s.rankedBy(said(focus.text, s)) : '', howExact(a, s)].filter(Boolean).join(' ');
  return notes ? `${escaped(notes)}\n\n${items}` : items;
}

function leftOut({ looksLeftOut }: Assessment, s: Strings): string {
  if (looksLeftOut.length === 0) return '';
  return escaped(s.looksLeftOut(looksLeftOut.map(({ name, why }) => ({ name: said(name, s), why }))));
}

function closing(a: Assessment, s: Strings): string {
  const { hub } = a;
  const line = runLine(a, s);
  return `${line} · ${samplingLine(a, s)}\n\n\`${verifyCommand(a, hub.id)}\``;
}
