import type { Code, Explanation } from '../../errors/catalogue.ts';
import { catalogue } from '../../errors/catalogue.ts';
import type { Fault, Place } from '../../errors/fault.ts';
import { type FaultWords, type Translation, told } from '../../errors/told.ts';
import { pad, wrap } from './text.ts';

export interface RenderOptions {
  /** Whether to colour with terminal sequences. */
  colour?: boolean;
  /** Columns to wrap at, 60 to 100. */
  width?: number;
  /** Of the language to write in, from `translationOf` of `sandtable/report`; English where left out. */
  translation?: Translation | undefined;
}

/** What a list of faults says in English. */
export const englishWords: FaultWords = {
  fix: 'Do',
  more: 'More',
  english: 'English',
  rest: (number) => `… and ${number} more, best looked at once these are mended`,
  counts: (errors, warnings) => [...counted(errors, 'error'), ...counted(warnings, 'warning')].join(', '),
  stopped: 'nothing was worked out, your files are unchanged',
  sound: ({ id, sites, items, sources, next }) =>
    `${id}: ${counted(sites, 'site record')[0]}, ${items} evidence items, ${sources} sources, no errors. Next: ${next}`,
  remedy: 'What to do: ',
};

const counted = (number: number, noun: string) =>
  number === 0 ? [] : [`${number} ${noun}${number === 1 ? '' : 's'}`];

/** No more faults than this are written out; the rest are counted. */
const most = 50;

/**
 * Writes faults for a terminal: code and title, place, the lines around it with a caret, what, why and what to do.
 * What a code means is told where it first appears.
 */
export function renderFaults(faults: readonly Fault[], options: RenderOptions = {}): string {
  const page: Page = {
    width: Math.min(Math.max(options.width ?? 80, 60), 100),
    style: options.colour ? colours : plain,
    translation: options.translation,
    words: options.translation?.words ?? englishWords,
  };
  const explained = new Set<Code>();
  const blocks = faults.slice(0, most).map((fault) => {
    const first = !explained.has(fault.code);
    explained.add(fault.code);
    return renderFault(fault, page, first);
  });
  const rest = faults.length - most;
  if (rest > 0) blocks.push(`  ${page.words.rest(rest)}\n`);
  return `${blocks.join('\n')}${summary(faults, page)}`;
}

interface Page {
  width: number;
  style: Style;
  translation: Translation | undefined;
  words: FaultWords;
}

type Style = Record<'error' | 'warning' | 'faint' | 'strong', (text: string) => string>;

const paint = (code: number) => (text: string) => `\u001b[${code}m${text}\u001b[0m`;
const colours: Style = { error: paint(31), warning: paint(33), faint: paint(2), strong: paint(1) };
const same = (text: string) => text;
const plain: Style = { error: same, warning: same, faint: same, strong: same };

function renderFault(fault: Fault, page: Page, first: boolean): string {
  const { style, translation, words } = page;
  const { title, why }: Explanation = (translation?.catalogue ?? catalogue)[fault.code];
  const [shown] = told([fault], translation) as [ReturnType<typeof told>[number]];
  const mark = fault.severity === 'error' ? style.error('✖') : style.warning('!');
  const reason = shown.why ?? (first ? why : undefined);
  const more = `sandtable explain ${fault.code}${translation ? ` --language ${translation.tag}` : ''}`;
  const lines = [
    `${mark} ${style.strong(fault.code)} · ${style.strong(title)}`,
    ...(fault.place ? [`  ${placeText(fault.place)}`, ...frame(fault, page)] : []),
    // What is told in English alone has the title in its place, which is written above.
    ...(translation && !fault.said?.what ? [] : paragraph(shown.what, page.width)),
    ...(reason ? paragraph(reason, page.width) : []),
    ...labelled(words.fix, shown.fix, page.width),
    ...(shown.english ? labelled(words.english, shown.english, page.width) : []),
    ...labelled(words.more, more, page.width),
  ];
  return `${lines.join('\n')}\n`;
}

function placeText({ file, line, column }: Place): string {
  return `${visible(file)}:${line}:${column}`;
}

/** The line of a fault, its neighbours, and a caret under the characters meant. */
function frame({ place, excerpt }: Fault, { width, style }: Page): string[] {
  if (!place || !excerpt) return [];
  const digits = String(Math.max(...excerpt.map(({ line }) => line))).length;
  const room = width - digits - 8;
  // A long line is cut on the left where the caret would fall outside.
  const cut = Math.max(0, place.column - 1 + Math.min(place.length ?? 1, 10) - room);
  return excerpt.flatMap(({ line, text }) => {
    const here = line === place.line;
    const shown = visible(text.slice(cut, cut + room));
    const numbered = `${here ? '  › ' : '    '}${String(line).padStart(digits)} │ ${shown}`.trimEnd();
    if (!here) return [style.faint(numbered)];
    const start = place.column - 1;
    const before = visible(text.slice(cut, start)).replace(wide, '\u3000').replace(narrow, ' ');
    const under = visible(text.slice(start, Math.min(start + (place.length ?? 1), cut + room)));
    const carets = under.replace(wide, '^^').replace(otherThanCaret, '^') || '^';
    return [numbered, `    ${' '.repeat(digits)} │ ${before}${style.error(carets)}`];
  });
}

/** Characters of two columns, so that a caret stands below the right one; a wide space takes their place. */
const wide =
  /\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}|[\u3000-\u303f\uff01-\uff60]/gu;
const narrow = /[^\u3000]/gu;
const otherThanCaret = /[^^]/gu;

function paragraph(text: string, width: number): string[] {
  return wrapped(text, width - 2).map((line) => `  ${line}`);
}

function labelled(label: string, text: string, width: number): string[] {
  return wrapped(text, width - 11).map((line, i) => `  ${pad(i === 0 ? label : '', 9)}${line}`);
}

function wrapped(text: string, width: number): string[] {
  return wrap(visible(text).replace(/\s+/g, ' '), width);
}

/** Shows characters that a terminal would obey as their code. */
function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, (character) => {
    if (character === '\n') return ' ';
    return `\\u${character.codePointAt(0)!.toString(16).padStart(4, '0')}`;
  });
}

function summary(faults: readonly Fault[], { style, words }: Page): string {
  const errors = faults.filter(({ severity }) => severity === 'error');
  // Usage errors have a last line of their own, and a run may have been done.
  const stopped = errors.some(({ code }) => !code.startsWith('ST-X'));
  if (faults.length < 2 && !stopped) return '';
  const counts = words.counts(errors.length, faults.length - errors.length);
  return `  ${style.faint(stopped ? `${counts} · ${words.stopped}` : counts)}\n`;
}
