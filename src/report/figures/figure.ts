import { type Cell, csv } from '../csv/csv.ts';
import { render, type SvgNode } from './svg.ts';

/**
 * A figure in all its forms, as every figure function returns it: the picture, what it says in words, and the numbers
 * that are drawn.
 */
export interface Figure {
  /** A whole SVG document as a tree; no script, no reference to anything outside it. */
  svg: SvgNode;
  /** Generated from the numbers: caption, alternative text, line of a screen. */
  sentence: string;
  /** The same numbers as a table. */
  table: FigureTable;
  meta: FigureMeta;
}

/** What is drawn, a row a mark. */
export interface FigureTable {
  columns: readonly FigureColumn[];
  rows: readonly (readonly Cell[])[];
}

export interface FigureColumn {
  /** Name in CSV and JSON. */
  id: string;
  /** Heading in the reader's language. */
  label: string;
  /** Symbol of the unit of every number below; absent for text and counts. */
  unit?: string;
}

/** What a figure carries wherever it goes. */
export interface FigureMeta {
  /** Unique among the figures of a page; the elements inside begin with it. */
  id: string;
  title: string;
  /** What it was drawn from, in words. */
  source: string;
  /** Hub, prior and other circumstances, in words. */
  circumstances: readonly string[];
  /** As written: `2026-06-30`. */
  asOf?: string;
  run?: string;
  licence: 'MIT';
  language: 'en' | 'zh-CN';
  width: number;
  height: number;
}

/** The picture as the text of an SVG file. */
export function figureSvg({ svg }: Figure): string {
  return `${render(svg)}\n`;
}

/** What is drawn as CSV, with where it comes from in lines that begin with `#`. */
export function figureCsv({ table, sentence, meta }: Figure): string {
  const heads = table.columns.map(({ id, unit }) => (unit ? `${id} [${unit}]` : id));
  const facts = [meta.title, sentence, meta.source, ...provenance(meta), `licence ${meta.licence}`];
  return `${facts.map((line) => `# ${line}\r\n`).join('')}${csv(heads, table.rows)}`;
}

/** What is drawn as JSON, with units and where it comes from. */
export function figureJson({ table, sentence, meta }: Figure): string {
  const { width: _, height: __, ...facts } = meta;
  const rows = table.rows.map((row) =>
    Object.fromEntries(table.columns.map(({ id }, i) => [id, finite(row[i])])),
  );
  return `${JSON.stringify({ ...facts, sentence, columns: table.columns, rows }, null, 2)}\n`;
}

/** `as of 2026-06-30`, `run st1-7f3ac2`, and what else there is to say. */
function provenance({ circumstances, asOf, run }: FigureMeta): string[] {
  return [...circumstances, ...(asOf ? [`as of ${asOf}`] : []), ...(run ? [`run ${run}`] : [])];
}

const finite = (cell: Cell): Cell =>
  typeof cell === 'number' && !Number.isFinite(cell) ? null : (cell ?? null);
