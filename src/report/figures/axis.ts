import { scaleLinear } from 'd3-scale';
import { amount, tick } from '../amount.ts';
import { logAxis } from '../log-axis.ts';
import { leastOf } from '../sentence.ts';
import type { Sheet } from './frame.ts';
import { textLine, widthOf } from './lines.ts';
import { node, type SvgNode } from './svg.ts';
import { sizes } from './theme.ts';

export type AxisScale = 'log' | 'lin';

/** An axis of amounts: where a value stands between 0 and 1, and where its ticks are. */
export interface ValueAxis {
  scale: AxisScale;
  /** Clamped to the ends. */
  position(value: number): number;
  ticks: readonly number[];
  /** Below this an amount is none; on a logarithmic axis none has a place of its own. */
  least: number;
}

/** The axis that shows all of these amounts. */
export function valueAxis(values: readonly number[], unit: string, scale: AxisScale): ValueAxis {
  const least = leastOf(unit);
  if (scale === 'log') {
    const { decades, position } = logAxis(values, least);
    return { scale, position, ticks: decades, least };
  }
  const most = Math.max(0, ...values.filter(Number.isFinite));
  const linear = scaleLinear()
    .domain([0, most > 0 ? most : 1])
    .nice(5)
    .range([0, 1])
    .clamp(true);
  return { scale, position: (value) => linear(value), ticks: linear.ticks(5), least };
}

/**
 * Labels of ticks: in words where they fit side by side, else short; every second one where those do not.
 *
 * @param beyond how far a label may reach beyond the ends of the axis, before it is moved towards its neighbour [px]
 */
function tickTexts(
  ticks: readonly number[],
  { unit, room, beyond, scale }: { unit: string; room: number; beyond: number; scale: AxisScale },
  { strings }: Pick<Sheet, 'strings'>,
): (string | undefined)[] {
  const each = room / Math.max(1, ticks.length - 1);
  const fits = (texts: readonly string[], share: number) => {
    const widest = Math.max(...texts.map((text) => widthOf(text, sizes.label)));
    return widest + Math.max(14, 6 + widest / 2 - beyond) < share;
  };
  if (scale === 'lin') {
    const exact = ticks.map((value) => amount(value, unit, strings, 3));
    const step = [1, 2, 3].find((every) => fits(exact, every * each - 8)) ?? 4;
    return exact.map((text, i) => (i % step === 0 ? text : undefined));
  }
  const long = ticks.map((value) => tick(value, unit, strings));
  if (fits(long, each)) return long;
  const short = ticks.map((value) => tick(value, unit, strings, true));
  const every = fits(short, each) ? 1 : fits(short, 2 * each) ? 2 : 3;
  return short.map((text, i) => ((ticks.length - 1 - i) % every === 0 ? text : undefined));
}

/** Where the ticks of an axis across stand, and how far their lines reach. */
export interface AcrossPlace {
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Base line of the labels. */
  labels: number;
  unit: string;
}

/** Lines and labels of an axis across; labels stay within the plot. */
export function across(axis: ValueAxis, at: AcrossPlace, on: Sheet): SvgNode[] {
  const { left, right, top, bottom, labels, unit } = at;
  const beyond = Math.min(left, on.inner - right);
  const texts = tickTexts(axis.ticks, { unit, room: right - left, beyond, scale: axis.scale }, on);
  return axis.ticks.flatMap((value, i) => {
    const x = left + axis.position(value) * (right - left);
    const text = texts[i];
    const line = node('line', { x1: x, x2: x, y1: top, y2: bottom, stroke: on.theme.contour });
    if (text === undefined) return [line];
    const half = widthOf(text, sizes.label) / 2;
    const middle = Math.min(on.inner - half, Math.max(half, x));
    return [
      line,
      textLine(text, middle, labels, { size: sizes.label, fill: on.theme.quiet, anchor: 'middle' }),
    ];
  });
}
