/** A cell: text, a number, or nothing. */
export type Cell = string | number | null | undefined;

/**
 * Writes rows as CSV (RFC 4180, lines end in CR LF).
 * Text that a spreadsheet would run as a formula gets an apostrophe in front.
 */
export function csv(heads: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [heads, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: Cell): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
