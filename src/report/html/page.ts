import { sans, serif, type Theme, themes } from '../figures/theme.ts';
import type { Strings } from '../strings/strings.ts';

/** Markup that was made here, and is not escaped again. */
export interface Html {
  html: string;
}

/** Text that came from a file, so that it can never become markup. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** Puts markup together: what is filled in is text and escaped, unless it is markup already. */
export function html(parts: TemplateStringsArray, ...values: (string | Html | readonly Html[])[]): Html {
  const filled = values.map((value) => {
    if (typeof value === 'string') return escaped(value);
    return [value]
      .flat()
      .map((one) => (one as Html).html)
      .join('\n');
  });
  return { html: parts.map((part, i) => part + (filled[i] ?? '')).join('') };
}

export interface PageOptions {
  title: string;
  strings: Strings;
  /** Follows the reader's system where left out. */
  theme?: 'light' | 'dark' | undefined;
}

/**
 * A whole page: one file that holds all it shows, asks no network for anything, and forbids every script to itself.
 */
export function htmlPage(body: readonly Html[], { title, strings, theme }: PageOptions): string {
  const page = html`<!doctype html>
<html lang="${strings.tag}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Sandtable">
<title>${title}</title>
<style>
${{ html: styleOf(theme) }}
</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
  return page.html;
}

const variables = ({ paper, ink, quiet, contour, inferred }: Theme) =>
  `--paper: ${paper}; --ink: ${ink}; --quiet: ${quiet}; --contour: ${contour}; --inferred: ${inferred};`;

function styleOf(theme: PageOptions['theme']): string {
  return `:root { color-scheme: ${theme ?? 'light'}; ${variables(themes[theme ?? 'light'])} }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 ${serif}; }
main { max-width: 860px; margin: 0 auto; padding: 32px 24px 64px; }
h1 { font-size: 24px; line-height: 1.25; margin: 0 0 4px; }
h2 { font-size: 18px; margin: 32px 0 8px; }
p { margin: 8px 0; }
.quiet { color: var(--quiet); font-size: 13px; }
.verdict { font-size: 36px; line-height: 1.15; margin: 12px 0; }
.verdict small { font-size: 24px; }
.answer { font-size: 24px; line-height: 1.2; margin: 8px 0; }
.answer small { font-size: 18px; }
.causes { list-style: none; padding: 0; font: 13px/1.5 ${sans}; }
.causes li { margin: 3px 0; overflow-wrap: anywhere; }
.columns { padding-left: 18px; font-size: 13px; columns: 2 320px; column-gap: 40px; }
.columns .quiet { white-space: nowrap; }
.strip svg { display: block; max-width: 100%; height: auto; }
pre { font-size: 12px; line-height: 1.45; overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
.alarm { border-left: 3px solid var(--ink); padding: 4px 12px; }
figure { margin: 16px 0; }
figure svg { display: block; max-width: 100%; height: auto; }
details { font-size: 13px; margin: 4px 0; }
summary { color: var(--quiet); cursor: pointer; min-height: 24px; }
.sources { list-style: none; padding: 0; font-size: 13px; line-height: 1.4; overflow-wrap: anywhere; }
.sources li { margin: 6px 0; }
.card { border-top: 1px solid var(--contour); margin-top: 20px; break-inside: avoid; }
.card h2 { margin: 12px 0 0; }
.card h3 { font-size: 15px; margin: 12px 0 0; }
.card h4 { font-size: 13px; margin: 8px 0 0; }
.card p, .card li { font-size: 13px; margin: 3px 0; overflow-wrap: anywhere; }
blockquote { margin: 6px 0; padding-left: 12px; border-left: 3px solid var(--contour); }
.wide { overflow-x: auto; }
.phone { display: none; }
table { border-collapse: collapse; width: 100%; font: 13px/1.4 ${sans}; font-variant-numeric: tabular-nums; }
th, td { text-align: left; vertical-align: top; padding: 4px 8px 4px 0; border-bottom: 1px solid var(--contour); overflow-wrap: break-word; }
td:last-child { white-space: nowrap; }
th { color: var(--quiet); font-weight: 600; }
@media screen and (max-width: 700px) {
  main { padding: 20px 10px 48px; }
  .roomy { display: none; }
  .phone { display: block; }
  .verdict { font-size: 28px; }
  table, tbody, tr, th, td { display: block; }
  thead { display: none; }
  tr { border-bottom: 1px solid var(--contour); padding: 4px 0; }
  th, td { border: 0; padding: 1px 0; }
  td { display: flex; justify-content: space-between; gap: 16px; text-align: right; }
  td::before { content: attr(data-head); color: var(--quiet); text-align: left; }
}
a { color: inherit; }
a:focus-visible, summary:focus-visible, .wide:focus-visible { outline: 2px solid var(--inferred); outline-offset: 2px; }
@page { size: A4; margin: 14mm; }
@media print {
  :root { color-scheme: light; ${variables(themes.light)} }
  body { font-size: 10pt; background: none; }
  main { max-width: none; padding: 0; }
  .sheet { break-after: page; }
  .sheet:last-child { break-after: auto; }
  .screen-only, details { display: none; }
  h2 { margin-top: 12px; break-after: avoid; }
  tr, figure { break-inside: avoid; }
  table { font-size: 7.5pt; }
  th, td { padding: 1.5px 6px 1.5px 0; }
  figure { margin: 8px 0; }
  .sheet figure svg { max-height: 132mm; margin: 0 auto; }
  .verdict { font-size: 24pt; margin: 6px 0; }
  .sources { font-size: 7.5pt; line-height: 1.3; }
  .sources li { margin: 3px 0; }
  .wide { overflow: visible; }
}`;
}
