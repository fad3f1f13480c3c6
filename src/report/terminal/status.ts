import { elsewhere, type Input } from '../../controls/branches.ts';
import type { Controls } from '../../controls/instrument.ts';
import type { Finding, Layer } from '../../controls/layers.ts';
import type { Part } from '../../controls/merge.ts';
import type { Assumption, Status } from '../../controls/status.ts';
import {
  countryName,
  instrumentName,
  knownText,
  outcomeText,
  partText,
  plain,
  readingTexts,
  saysText,
  severity,
  testText,
} from '../controls-words.ts';
import { controlsScreenWords } from '../strings/screen-words.ts';
import { clean, said } from '../strings/strings.ts';
import { alarm, commandLines, heading, type Page, page, paragraph } from './page.ts';
import { wrap } from './text.ts';

/** May this go there on that day, and why: the answer, what is missing, every layer with its arithmetic, the sources. */
export function statusScreen(answer: Status, controls: Controls, wish: Partial<Page> = {}): string {
  const on = page(wish);
  const parts = [
    head(answer, controls, on),
    missing(answer, controls, on),
    performance(answer, on),
    ...answer.layers.map((layer) => layerLines(layer, controls, on)),
    besides(answer, controls, on),
    rests(answer, controls, on),
    foot(answer, on),
  ].filter((lines) => lines.length > 0);
  return `\n${parts.map((lines) => lines.map((line) => line.trimEnd()).join('\n')).join('\n\n')}\n`;
}

/** What could make an answer worthless is not said in passing. */
const loud: ReadonlySet<Assumption> = new Set(['embargo-besides', 'party-not-held']);

function head(answer: Status, controls: Controls, on: Page): string[] {
  const { strings: s, style } = on;
  const own = controlsScreenWords(s);
  const c = s.controls;
  const { question, item, outcome, by } = answer;
  const where = own.statusHead(clean(item.name), countryName(question.to, controls, s), question.on);
  const replaced = Object.entries(item.replaced ?? {}).map(([key, text]) => `${clean(key)} = ${clean(text)}`);
  const more = [
    ...(replaced.length > 0 ? [own.withFigures(replaced.join(', '))] : []),
    ...(question.from ? [own.shippedFrom(countryName(question.from, controls, s))] : []),
    ...(question.endUser ? [c.endUser(partyName(question.endUser, controls, on))] : []),
  ];
  const paint = {
    open: style.speaksFor,
    conditional: style.claimed,
    closed: style.speaksAgainst,
    unknown: style.strong,
  };
  const { rules } = answer;
  const name = [outcomeText(answer, s), own.rulesState[rules.state](rules)].filter(Boolean).join(', ');
  const worth = [
    ...(question.asOf ? [own.asKnown(question.asOf)] : []),
    ...(rules.state === 'known' ? [] : [own.rulesStateWhy[rules.state](rules)]),
  ];
  const reason = [
    ...(by ? [c.because(instrumentName(by, controls, s))] : []),
    // What was sold openly is no finding of the rules: the report that says so is told instead.
    outcome === 'no-licence' && by ? said(controls.instruments.get(by)!.summary, s) : c.outcomeWhy[outcome],
  ].join(' ');
  return [
    ...wrap([where, ...more].join(', '), on.width - 2).map((line) => `  ${style.strong(line)}`),
    '',
    ...wrap(name.toUpperCase(), on.width - 2).map(
      (line) => `  ${paint[rules.state === 'known' ? severity(outcome) : 'unknown'](line)}`,
    ),
    ...paragraph(reason, on, 2),
    ...worth.flatMap((text) => alarm(text, on)),
    ...answer.assumed.flatMap((one) =>
      loud.has(one) ? alarm(c.assumption[one], on) : paragraph(c.assumption[one], on, 2).map(style.quiet),
    ),
  ];
}

function partyName(id: string, controls: Controls, on: Page): string {
  const party = controls.parties.get(id);
  return party ? said(party.name, on.strings) : clean(id);
}

function missing(answer: Status, controls: Controls, on: Page): string[] {
  const { strings: s } = on;
  return answer.missing.flatMap(({ input, given, parts }) => [
    heading(
      `${s.controls.needs} ${s.controls.input[input]}`,
      on,
      given.convention === undefined ? '' : s.controls.convention[String(given.convention)],
    ),
    ...parts.flatMap((part) =>
      paragraph(partText(input, placeNamed(part, { input, answer, controls }, on), s), on),
    ),
  ]);
}

/** A place by its name; one that stands for many as an example. */
function placeNamed(
  part: Part,
  { input, answer, controls }: { input: Input; answer: Status; controls: Controls },
  on: Page,
): Part {
  const { strings: s } = on;
  const own = controlsScreenWords(s);
  if (input === 'maker' && part.value === '') return { ...part, value: own.anotherMaker };
  if (typeof part.value !== 'string' || !['headquarters', 'from'].includes(input)) return part;
  if (part.value === elsewhere) return { ...part, value: s.controls.elsewhere };
  const name = countryName(part.value, controls, s);
  const example = input === 'headquarters' && part.value !== answer.question.to;
  return { ...part, value: example ? own.suchAs(name) : name };
}

function performance(answer: Status, on: Page): string[] {
  const { strings: s } = on;
  const readings = readingTexts(answer, s);
  if (readings.length === 0) return [];
  const [first] = answer.item.readings;
  const { dieArea } = answer.item;
  const { low, high } = first!.tpp;
  const exactly = low === high && dieArea.low === dieArea.high && dieArea.low > 0;
  const density = exactly
    ? [
        `${s.controls.density}${s.colon}${plain(low)} / ${plain(dieArea.low)} mm² = ${plain(low / dieArea.low)}`,
      ]
    : [`${s.controls.input.dieArea}${s.colon}${knownText(dieArea, 'mm²', s)}`];
  return [
    heading(s.controls.performance, on),
    ...[...readings, ...density].flatMap((line) => paragraph(line, on)),
  ];
}

function layerLines({ layer, findings }: Layer, controls: Controls, on: Page): string[] {
  if (findings.length === 0) return [];
  return [
    heading(on.strings.controls.layer[layer], on),
    ...findings.flatMap((finding) => findingLines(finding, controls, on)),
    ...(findings.some(({ known }) => known === 'press')
      ? paragraph(controlsScreenWords(on.strings).knownWhy, on).map(on.style.quiet)
      : []),
  ];
}

function findingLines(finding: Finding, controls: Controls, on: Page): string[] {
  const { strings: s, style } = on;
  const c = s.controls;
  const verdict = finding.met === null ? c.unsure : finding.met ? c.met : c.notMet;
  const says = saysText(finding, s);
  const known = finding.known && finding.known !== 'text' ? c.known[finding.known] : undefined;
  const label = finding.name ? clean(finding.name) : instrumentName(finding.instrument, controls, s);
  const title = [
    `${label}${s.colon}${[verdict, says].filter(Boolean).join(s.comma)}`,
    known,
    finding.flag ? controlsScreenWords(s).flagOnly : undefined,
  ]
    .filter(Boolean)
    .join(' · ');
  const mark = finding.met === null ? '?' : finding.met ? '+' : '-';
  const lines = wrap(title, on.width - 6);
  const or = finding.tests.length > 1 ? `${c.or} ` : '';
  return [
    ...lines.map((line, i) => `    ${i === 0 ? mark : ' '} ${line}`),
    ...finding.tests
      .flatMap((group, g) =>
        group.flatMap((test, t) => paragraph(`${g > 0 && t === 0 ? or : ''}${testText(test, s)}`, on, 8)),
      )
      .map(style.quiet),
    ...(finding.met !== false && finding.conditions
      ? paragraph(
          `${c.conditions}${s.colon}${finding.conditions.map((one) => said(one, s)).join('; ')}`,
          on,
          8,
        ).map(style.quiet)
      : []),
  ];
}

/** What stands beside the outcome: disputes, duty, foreign permits, the Chinese gate. */
function besides({ disputes, duty, permits, gate }: Status, controls: Controls, on: Page): string[] {
  const { strings: s } = on;
  const c = s.controls;
  const named = (text: string, by: string | undefined) =>
    by ? `${text}${s.colon}${instrumentName(by, controls, s)}` : text;
  const rate = duty.state === 'duty' ? ` ${s.percent(plain(duty.rate * 100))}` : '';
  const buyers = gate.buyers?.map((one) => c.buyer[one]).join(', ');
  return [
    ...disputes.flatMap(({ says }) => alarm(`${c.disputed}${s.colon}${said(says, s)}`, on)),
    ...(duty.state === 'not-asked' ? [] : paragraph(named(`${c.duty[duty.state]}${rate}`, duty.by), on, 2)),
    ...permits.flatMap(({ country, instrument }) =>
      paragraph(named(c.permit(countryName(country, controls, s)), instrument), on, 2),
    ),
    ...(gate.state === 'not-asked'
      ? []
      : paragraph(named(`${c.gate[gate.state]}${buyers ? ` (${buyers})` : ''}`, gate.by), on, 2)),
  ];
}

function rests({ citations }: Status, controls: Controls, on: Page): string[] {
  if (citations.length === 0) return [];
  const { strings: s } = on;
  return [
    heading(s.controls.citations, on),
    ...citations.flatMap(({ id, cite, verified, effective, judgedDays, sources }) => {
      const day = judgedDays?.includes('effective')
        ? `${effective} ${controlsScreenWords(s).judgedDay}`
        : effective;
      const facts = [cite, day, s.controls.verified[verified as 'V'], sources.join(', ')].filter(Boolean);
      return paragraph(`${instrumentName(id, controls, s)} (${id}) · ${facts.join(' · ')}`, on);
    }),
  ];
}

function foot({ item, question }: Status, on: Page): string[] {
  const { strings: s, style } = on;
  const commands = [
    ...(item.id ? [`sandtable timeline ${item.id} --to ${question.to}`] : []),
    `sandtable rules --on ${question.on}`,
  ];
  return [
    ...paragraph(s.controls.noAdvice, on, 2).map(style.quiet),
    `  ${s.controls.next}`,
    ...commandLines(commands, on),
  ];
}
