import { calendarDay } from './date.ts';
import type { PartialDate, Source } from './source.ts';

export const citationStyles = ['apa', 'bibtex', 'ris', 'csl'] as const;
export type CitationStyle = (typeof citationStyles)[number];

/** The parts of a source that a citation needs. */
export type Cited = Pick<Source, 'id' | 'title' | 'producer' | 'type' | 'published' | 'url' | 'language'> &
  Partial<Pick<Source, 'accessed' | 'via' | 'archive'>>;

/** The run whose figure rests on what is cited. */
export interface CitedBy {
  id: string;
  /** Command line that makes it again. */
  verify?: string;
}

/**
 * Writes a citation.
 *
 * @param style `apa` (APA 7), `bibtex` (BibLaTeX fields), `ris` or `csl` (CSL-JSON)
 * @param run added as a note, the command letter by letter
 */
export function cite(source: Cited, style: CitationStyle, run?: CitedBy): string {
  const notes = [
    source.via && `Read at: ${source.via}.`,
    run && `Sandtable run ${run.id}.`,
    run?.verify && `${toVerify}${run.verify}`,
  ]
    .filter(Boolean)
    .join(' ');
  switch (style) {
    case 'apa':
      return apa(source, notes);
    case 'bibtex':
      return bibtex(source, notes);
    case 'ris':
      return ris(source, notes);
    case 'csl':
      return JSON.stringify(csl(source, notes), null, 2);
  }
}

const toVerify = 'To verify: ';

/** Months in English, January first. */
export const monthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August'].concat([
  'September',
  'October',
  'November',
  'December',
]);

/** Parts of a date as far as they are known; a quarter counts as its year. */
function partsOf(date: PartialDate): [year: number, month?: number, day?: number] {
  const { year, month, day } = calendarDay(date.from);
  if (date.from === date.to) return [year, month, day];
  return date.to - date.from < 31 ? [year, month] : [year];
}

function apaDate(date: PartialDate): string {
  const [year, month, day] = partsOf(date);
  if (month === undefined) return String(year);
  const name = monthNames[month - 1]!;
  return `${year}, ${name}${day === undefined ? '' : ` ${day}`}`;
}

/** https://apastyle.apa.org/style-grammar-guidelines/references: author, date, title, address. */
function apa(source: Cited, notes: string): string {
  const { title, producer, published, url } = source;
  const own = source.title.zh && source.language.startsWith('zh') ? source.title.zh : undefined;
  const shown = own ? `${own} [${title.en}]` : title.en;
  return [`${producer}. (${apaDate(published)}). *${shown}*.`, url, notes].filter(Boolean).join(' ');
}

function bibtex(source: Cited, notes: string): string {
  const iso = (date: PartialDate) =>
    partsOf(date)
      .map((part) => String(part).padStart(2, '0'))
      .join('-');
  const fields: [string, string | undefined][] = [
    ['author', `{${escaped(source.producer)}}`],
    ['title', `{${escaped(source.title.en)}}`],
    ['date', iso(source.published)],
    ['url', source.url],
    ['urldate', source.accessed && iso(source.accessed)],
    ['langid', source.language],
    ['note', notes && texNotes(notes)],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},`] : []));
  return [`@${source.type === 'paper' ? 'article' : 'online'}{${source.id},`, ...lines, '}'].join('\n');
}

/** Notes for TeX; in a command two hyphens stay two, and quotes straight. */
function texNotes(notes: string): string {
  const [before, command] = notes.split(toVerify);
  if (command === undefined) return escaped(notes);
  const literal = escaped(command).replaceAll('--', '-{}-').replaceAll("'", '\\textquotesingle{}');
  return `${escaped(before!)}${toVerify}\\texttt{${literal}}`;
}

/** Escapes what TeX would obey. */
function escaped(text: string): string {
  return text.replace(/[\\{}$&#%_^~]/g, (character) => texNames[character] ?? `\\${character}`);
}

const texNames: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
};

const risTypes: Partial<Record<Source['type'], string>> = {
  journalism: 'NEWS',
  paper: 'JOUR',
  dataset: 'DATA',
  court: 'CASE',
};

/** Tags of the RIS format: two letters, two spaces, hyphen, space. */
function ris(source: Cited, notes: string): string {
  const [year, month, day] = partsOf(source.published);
  const two = (part: number | undefined) => (part === undefined ? '' : String(part).padStart(2, '0'));
  const lines: [string, string | undefined][] = [
    ['TY', risTypes[source.type] ?? 'ELEC'],
    ['AU', source.producer],
    ['TI', source.title.en],
    ['TT', source.title.zh],
    ['PY', String(year)],
    ['DA', `${year}/${two(month)}/${two(day)}/`],
    ['UR', source.url],
    ['LA', source.language],
    ['N1', notes],
    ['ID', source.id],
  ];
  const written = lines.flatMap(([tag, value]) =>
    value ? [`${tag}  - ${value.replaceAll(/\s+/g, ' ')}`] : [],
  );
  return [...written, 'ER  - '].join('\n');
}

const cslTypes: Partial<Record<Source['type'], string>> = {
  journalism: 'article-newspaper',
  paper: 'article-journal',
  dataset: 'dataset',
  court: 'legal_case',
  'think-tank': 'report',
};

/** An item of CSL-JSON (citation-style-language/schema, csl-data.json). */
function csl(source: Cited, notes: string): Record<string, unknown> {
  return {
    id: source.id,
    type: cslTypes[source.type] ?? 'webpage',
    title: source.title.en,
    author: [{ literal: source.producer }],
    issued: { 'date-parts': [partsOf(source.published)] },
    ...(source.accessed && { accessed: { 'date-parts': [partsOf(source.accessed)] } }),
    URL: source.url,
    language: source.language,
    ...(source.archive && { archive_location: source.archive }),
    ...(notes && { note: notes }),
  };
}
