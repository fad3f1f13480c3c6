import type { Strings } from '../strings/strings.ts';
import { usual } from '../strings/usual.ts';
import { noColour, type Style } from './style.ts';
import { columns, pad, wrap } from './text.ts';

/** What a terminal screen is written on. */
export interface Page {
  /** Columns a line may take. */
  width: number;
  style: Style;
  strings: Strings;
  /** Words instead of braille and glyphs, for screen readers and logs. */
  plain: boolean;
}

/** @param wish `width` is the terminal's; lines longer than 120 columns are hard to read, shorter than 60 impossible */
export function page(wish: Partial<Page> = {}): Page {
  const plain = wish.plain ?? false;
  return {
    width: Math.min(Math.max(wish.width ?? 80, 60), 120),
    style: plain ? noColour : (wish.style ?? noColour),
    strings: wish.strings ?? usual,
    plain,
  };
}

/** A heading with an optional note at the right. */
export function heading(text: string, on: Page, note = ''): string {
  const left = `  ${on.style.strong(text)}`;
  const room = on.width - columns(left) - columns(note);
  return note === '' || room < 2 ? left : `${left}${' '.repeat(room)}${on.style.quiet(note)}`;
}

/** A paragraph under a heading. */
export function paragraph(text: string, on: Page, indent = 4): string[] {
  return wrap(text, on.width - indent).map((line) => ' '.repeat(indent) + line);
}

/** Commands to give next, in the language of the screen; one that is too long goes on on a line that a shell joins again. */
export function commandLines(commands: readonly string[], on: Page, indent = 4): string[] {
  const { tag } = on.strings;
  const language = tag === 'en' ? '' : ` --language ${tag}`;
  return commands
    .flatMap((command) => continued(command + language, on.width - indent))
    .map((line) => ' '.repeat(indent) + line);
}

/** A command on lines that a shell joins again. */
function continued(command: string, width: number): string[] {
  const lines = wrap(command, width - 2);
  return lines.map((line, i) => `${i === 0 ? '' : '  '}${line}${i < lines.length - 1 ? ' \\' : ''}`);
}

/** A paragraph that must not be missed. */
export function alarm(text: string, on: Page): string[] {
  const lines = wrap(text, on.width - 4);
  return lines.map((line, i) => `  ${on.style.speaksAgainst(i === 0 ? `! ${line}` : `  ${line}`)}`);
}

/** Two texts at both ends of a line, or on two lines where they do not fit. */
export function bothEnds(left: string, right: string, on: Page): string[] {
  const room = on.width - columns(left) - columns(right);
  return room < 2 ? [left, `    ${right}`] : [`${left}${' '.repeat(room)}${right}`];
}

/** A column of a table; exactly one is `flexible`: it takes what is left and breaks into lines. */
export interface Column {
  head?: string;
  align?: 'left' | 'right';
  flexible?: boolean;
  /** Colours a cell after its width is known. */
  paint?: (text: string, row: number) => string;
}

/** The flexible column is not made narrower than this: it moves to a line of its own above the others instead. */
const narrowest = 14;

/** Rows under heads, indented, columns two spaces apart; the title on the line of the heads where it fits. */
export function table(
  shape: readonly Column[],
  rows: readonly (readonly string[])[],
  on: Page,
  title = '',
): string[] {
  const natural = shape.map((column, i) =>
    Math.max(columns(column.head ?? ''), ...rows.map((row) => columns(row[i] ?? ''))),
  );
  const flexible = shape.findIndex((column) => column.flexible);
  const others = natural.reduce((sum, width, i) => sum + (i === flexible ? 0 : width + 2), 0);
  const room = on.width - 4 - others;
  if (flexible < 0 || natural[flexible]! <= room || room >= narrowest) {
    const widths = natural.map((width, i) => (i === flexible ? Math.min(width, room) : width));
    return laidOut(shape, rows, { widths, on, title });
  }
  const rest = shape.filter((_, i) => i !== flexible);
  const restRows = rows.map((row) => row.filter((_, i) => i !== flexible));
  const widths = natural.filter((_, i) => i !== flexible);
  const lines = laidOut(rest, restRows, { widths, on, title });
  const heads = lines.length - rows.length;
  const step = Math.max(...lines.map(columns)) + 2 > on.width ? '' : '  ';
  const paint = shape[flexible]!.paint;
  return [
    ...lines.slice(0, heads).map((line, i) => (i === 1 ? step + line : line)),
    ...rows.flatMap((row, r) => [
      ...paragraph(row[flexible]!, on).map((line) => (paint ? paint(line, r) : line)),
      step + lines[heads + r]!,
    ]),
  ];
}

function laidOut(
  shape: readonly Column[],
  rows: readonly (readonly string[])[],
  { widths, on, title }: { widths: readonly number[]; on: Page; title: string },
): string[] {
  const lines = headLines(shape, widths, on, title);
  rows.forEach((row, r) => {
    const cells = row.map((cell, i) => (shape[i]!.flexible ? wrap(cell, widths[i]!) : [cell]));
    for (let line = 0; line < Math.max(...cells.map((cell) => cell.length)); line++) {
      const texts = cells.map((cell) => cell[line] ?? '');
      const last = texts.findLastIndex((text) => text !== '');
      const parts = shape.slice(0, last + 1).map((column, i) => {
        const text =
          i === last && column.align !== 'right' ? texts[i]! : pad(texts[i]!, widths[i]!, column.align);
        return column.paint ? column.paint(text, r) : text;
      });
      lines.push(`    ${parts.join('  ')}`);
    }
  });
  return lines;
}

function headLines(shape: readonly Column[], widths: readonly number[], on: Page, title: string): string[] {
  if (!shape.some((column) => column.head)) return title === '' ? [] : [heading(title, on)];
  const heads = shape.map((column, i) => pad(column.head ?? '', widths[i]!, column.align));
  return titled(`    ${heads.join('  ')}`.trimEnd(), title, on);
}

function titled(heads: string, title: string, on: Page): string[] {
  if (title === '') return [on.style.quiet(heads)];
  const blank = heads.search(/[^ ]/);
  const room = blank - columns(title) - 2;
  if (room < 2) return [heading(title, on), on.style.quiet(heads)];
  return [`${heading(title, on)}${' '.repeat(room)}${on.style.quiet(heads.slice(blank))}`];
}

/** A number with at most so many significant figures. */
export const words = (s: Strings, value: number, digits = 3): string => s.number(value, digits);
