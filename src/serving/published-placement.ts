import type { Architecture } from '../models/architecture.ts';
import type { Open } from './candidates.ts';
import type { Placement } from './placement.ts';

/** A row of a table by its heads. */
export type Row = Readonly<Record<string, string>>;

/** A number where a cell has one. */
export function number(text: string | undefined): number | undefined {
  const value = Number(text);
  return text === undefined || text === '' || !Number.isFinite(value) ? undefined : value;
}

/**
 * The placement that a row publishes; undefined where it does not.
 *
 * Tables of TensorRT-LLM name the chips of an engine; its experts run with attention on each chip by itself. Rows with EP
 * do so, too; TP alone splits everything.
 */
export function placementOfRow(
  row: Row,
  { model, chips, open }: { model: Architecture; chips: number; open: Open },
): Placement | undefined {
  if (/^MLPerf/.test(row.source ?? '')) return undefined;
  const text = row.parallelism ?? '';
  const experts = model.layers.some(({ feedForward }) => feedForward?.kind === 'experts');
  const tensor = Number(/TP(\d+)/.exec(text)?.[1] ?? number(row.tp) ?? /EP(\d+)/.exec(text)?.[1] ?? 1);
  const pipeline = Number(/PP(\d+)/.exec(text)?.[1] ?? 1);
  if (experts && open.engine === 'trtllm') {
    return { ...open, tensor: 1, data: tensor, pipeline, expertParallel: tensor > 1 };
  }
  const group =
    /per-die|dies\)/.test(text) || /wide-EP/.test(text)
      ? chips
      : Number(/EP(\d+)/.exec(text)?.[1] ?? number(row.ep) ?? 0);
  if (experts && group > 0) return { ...open, tensor: 1, data: group, pipeline: 1, expertParallel: true };
  if (/TP\d/.test(text)) return { ...open, tensor, data: 1, pipeline, expertParallel: false };
  return experts ? { ...open, tensor: 1, data: chips, pipeline: 1, expertParallel: chips > 1 } : undefined;
}
