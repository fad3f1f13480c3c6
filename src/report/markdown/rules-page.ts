import { boundUnits } from '../../controls/bound.ts';
import {
  type Bounds,
  type Controls,
  type Instrument,
  type JudgeableDay,
  kinds,
  type Places,
} from '../../controls/instrument.ts';
import { en } from '../strings/en.ts';
import { controlsScreenWords } from '../strings/screen-words.ts';
import { escaped } from './table.ts';

/** The reference page of all instruments, as Markdown. */
export function rulesPage(controls: Controls): string {
  const all = [...controls.instruments.values()];
  const sections = kinds.flatMap((kind) => {
    const own = all.filter((one) => one.kind === kind);
    const title = en.controls.kind[kind];
    return own.length === 0 ? [] : [`## ${title[0]!.toUpperCase()}${title.slice(1)}\n`, ...own.map(entry)];
  });
  const groups = [...controls.groups.values()].map(
    ({ id, name, members, note }) =>
      `- **${id}**, ${name.en}: ${[...members].sort().join(', ')}.${note ? ` ${note}` : ''}`,
  );
  return [
    '# Rules\n',
    introduction(all.length),
    ...sections,
    '## Country groups\n',
    `${groups.join('\n')}\n`,
  ].join('\n');
}

const introduction = (
  count: number,
) => `Generated from \`data/controls\`; do not edit. ${count} instruments, those of both sides.

This page describes texts and reports; it is no legal advice. "Read" says how well each is known: text read, press or law
firm, one weak source, recalled. Of a letter whose text is not public the limits come from press or law firms, also where the
filing that tells of it was read. A day that no source gives is marked (day judged): answers around it turn on a judgement.
What is computed of an instrument stands in code type; what does not stand so is told and not computed.
`;

function entry(one: Instrument): string {
  const judged = (day: JudgeableDay) =>
    one.judgedDays.includes(day) ? ` ${controlsScreenWords(en).judgedDay}` : '';
  const dates = [
    `announced ${one.announced.text}`,
    one.effective
      ? `effective ${one.effective.text}${one.time ? ` ${one.time}` : ''}${judged('effective')}`
      : 'not in force',
    one.compliance && `to comply with from ${one.compliance.text}${judged('compliance')}`,
    one.until && `until ${one.until.text}${judged('until')}`,
  ].filter(Boolean);
  const facts = [
    `\`${one.id}\``,
    one.cite,
    one.issuer,
    dates.join(', '),
    en.controls.verified[one.verified],
  ].filter(Boolean);
  const computed = computedOf(one);
  return [
    `### ${one.name.en}\n`,
    `${facts.join(' · ')}\n`,
    `${escaped(one.summary.en)}\n`,
    ...(one.note ? [`${escaped(one.note.en)}\n`] : []),
    ...(computed.length > 0 ? [`${computed.map((line) => `- \`${line}\``).join('\n')}\n`] : []),
    `Sources: ${one.sources.join(', ')}\n`,
  ].join('\n');
}

/** What an engine reads of an instrument, a line each. */
function computedOf(one: Instrument): string[] {
  const paragraphs = [...one.paragraphs, ...one.presumptions];
  return [
    ...paragraphs.map(({ paragraph, all }) => `${paragraph}: ${text(all)}`),
    ...one.outside.map(({ name, all }) => `${name}: outside, not for data centres and ${text(all)}`),
    ...one.licences.map(({ classes, to, headquartered, policy }) =>
      [
        `class ${classes.join(', ')} to ${places(to)}`,
        headquartered && `or headquarters in ${places(headquartered)}`,
        `: ${policy}`,
      ]
        .filter(Boolean)
        .join(' ')
        .replace(' :', ':'),
    ),
    ...one.exceptions.map(({ name, to }) => `exception ${name}${to ? ` to ${places(to)}` : ''}`),
    ...one.letters.map(
      ({ addressee, names, any, to }) =>
        `${addressee}: ${[...names, ...any.map(text)].join(' or ')} to ${places(to)}`,
    ),
    ...one.lists.map(({ parties }) => `listed: ${parties.join(', ')}`),
    ...(one.ownership ? [`owned by listed parties: >= ${one.ownership.share * 100} %`] : []),
    ...one.suspends.map(
      ({ instrument, until, after }) => `suspends ${instrument} to ${until.text}, then ${after}`,
    ),
    ...one.reviews.map(
      ({ from, to, all, policy, otherwise }) =>
        `from ${from.join(', ')} to ${places(to)}, ${text(all)}: ${policy}, else ${otherwise}`,
    ),
    ...one.decisions.map(({ result, chips, to }) => `${result}: ${chips.join(', ')} to ${places(to)}`),
    ...one.enforcement.map(({ of, activity, state }) => `${state}: ${(of ?? [activity]).join(', ')}`),
    ...one.violations.map(
      ({ names, designedIn }) =>
        `presumed violation: ${names.join(', ')}; designed in ${designedIn.join(', ')}`,
    ),
    ...one.tariffs.flatMap(({ rate, bands }) =>
      bands.map(({ name, all }) => `${rate * 100} %, ${name}: ${text(all)}`),
    ),
    ...one.gate.map(({ effect, chips, foreign, buyers, parties }) =>
      [`${effect}: ${foreign ? 'foreign chips' : chips.join(', ')}`, [...buyers, ...parties].join(', ')]
        .filter(Boolean)
        .join(' for '),
    ),
    ...one.permits.map(({ country }) => `permit of ${country}`),
  ];
}

const text = (bounds: Bounds): string =>
  bounds
    .map(({ quantity, bound }) => `${quantity} ${bound.sign} ${bound.value} ${boundUnits[quantity]}`.trim())
    .join(', ');

function places({ world, groups, countries, exceptGroups, exceptCountries }: Places): string {
  const except = [...exceptGroups, ...exceptCountries];
  const named = [...(world ? ['all the world'] : []), ...groups, ...countries].join(', ');
  return except.length > 0 ? `${named} without ${except.join(', ')}` : named;
}
