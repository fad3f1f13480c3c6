/** A colour sequence: escape, bracket, numbers, `m`. */
const colour = /\p{Cc}\[[0-9;]*m/gu;

/** Columns a text takes on a terminal: two for Chinese characters, none for colours and combining marks. */
export function columns(text: string): number {
  let sum = 0;
  for (const character of text.replace(colour, '')) sum += columnsOf(character.codePointAt(0)!);
  return sum;
}

function columnsOf(code: number): number {
  if (code >= 0x300 && code <= 0x36f) return 0;
  const wide =
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0x303e) ||
    (code >= 0x3041 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x1f300 && code <= 0x1faff) ||
    (code >= 0x20000 && code <= 0x3fffd);
  return wide ? 2 : 1;
}

/** Fills up with spaces on the right, or on the left where `right` aligned. */
export function pad(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const space = ' '.repeat(Math.max(0, width - columns(text)));
  return align === 'left' ? text + space : space + text;
}

/** Cuts an uncoloured text to a width, the last column an ellipsis. */
export function cut(text: string, width: number): string {
  if (columns(text) <= width) return text;
  let kept = '';
  for (const character of text) {
    if (columns(kept + character) > width - 1) break;
    kept += character;
  }
  return width < 1 ? '' : `${kept}…`;
}

/**
 * Breaks an uncoloured text into lines of at most `width`, between words or Chinese characters.
 *
 * @param measure how wide a text is; columns of a terminal where left out
 */
export function wrap(text: string, width: number, measure: (text: string) => number = columns): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text)) {
    const longer = line + piece;
    if (line !== '' && measure(longer.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line = longer;
    while (measure(line.trimEnd()) > width) {
      const head = headOf(line, width, measure);
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  if (line.trim() !== '' || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

function headOf(text: string, width: number, measure: (text: string) => number): string {
  let kept = '';
  for (const character of text) {
    if (kept !== '' && measure(kept + character) > width) break;
    kept += character;
  }
  return kept;
}

/** Words with the space after them, and single wide characters; closing marks stay with what they close, per cent and factors with their number. */
function pieces(text: string): string[] {
  return (
    text.match(
      /[^\s\u2e80-\u9fff]*[×÷] \S+\s*|[\u2e80-\u9fff\uf900-\ufaff][，。；：、）」』？！”]*|[^\s\u2e80-\u9fff]+(?: %\S*)?\s*|\S\s*|\s+/gu,
    ) ?? []
  );
}
