/** A Markdown table; cells are escaped. */
export function markdownTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(heads.map(escaped)),
    line(heads.map(() => '---')),
    ...rows.map((row) => line(row.map(escaped))),
  ].join('\n');
}

/** Text that came from a file, so that it cannot become markup. */
export function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|#~]/g, '\\$&');
}
