import type { Assessment, Estimate } from '../../assessment/assessment.ts';
import { presets } from '../../assessment/assessment.ts';
import { amount, claim, intervalParts, percent, tick } from '../amount.ts';
import { type LogAxis, logAxis } from '../log-axis.ts';
import { leastOf, sentence } from '../sentence.ts';
import { said } from '../strings/strings.ts';
import { type FigureOptions, frame, margin, type Sheet, sheet } from './frame.ts';
import { textLine, widthOf } from './lines.ts';
import { stack } from './stack.ts';
import { node, type SvgNode } from './svg.ts';
import { sans } from './theme.ts';

const hatchHeight = 12;

/**
 * The headline as fifty dots, each an equally likely world, against the claim as a ring and the limit as a hatch.
 *
 * @param a what `assess` returned
 * @param options size in pixels, theme, language; `quantity`: id of the quantity to show, the headline without it
 * @returns an SVG document
 */
export function dotplotFigure(a: Assessment, options: FigureOptions & { quantity?: string } = {}): string {
  const on = sheet(options, 260);
  const estimate = a.quantities.find(({ id }) => id === options.quantity) ?? a.quantities[0]!;
  const question = a.questions[0]!;
  const headline = estimate === a.quantities[0];
  const id = `${a.run.id}-${estimate.id}`;
  const plot = dots(estimate, id, on);
  return frame(
    {
      id,
      title: said(headline ? question.text : estimate.label, on.strings),
      answer: headline ? answer(a, on) : undefined,
      sentence: sentence(estimate, on.strings),
      from: a,
      definitions: [hatch(id, on)],
      plot,
      plotHeight: on.height,
    },
    on,
  );
}

function answer(a: Assessment, { strings: s }: Sheet): string {
  const question = a.questions[0]!;
  const priors = presets.map((preset) => `${s.preset[preset]} ${percent(question.byPreset[preset], s)}`);
  const word = s.word[question.word];
  const verdict =
    a.diagnostics.state === 'poor'
      ? s.notConverged
      : `${word[0]!.toUpperCase()}${word.slice(1)} (${percent(question.probability, s)})`;
  return [verdict, ...priors].join('  ·  ');
}

/** Where things stand in the plot, in pixels. */
interface Layout {
  axis: LogAxis;
  least: number;
  /** Left end of the axis: right of the place for "none". */
  left: number;
  right: number;
  base: number;
  /** Room above the base line for stacks. */
  room: number;
}

function dots(estimate: Estimate, id: string, on: Sheet): SvgNode[] {
  const { claimed, permitted, unit } = estimate;
  const least = leastOf(unit);
  const none = estimate.dots.filter((dot) => dot < least).length;
  const some = estimate.dots.filter((dot) => dot >= least);
  const limits = [claimed?.low, claimed?.high, permitted?.low, permitted?.median].filter(
    (v) => v !== undefined,
  );
  const keys = legend(estimate, id, on);
  const base = on.height - hatchHeight - 30;
  const layout: Layout = {
    axis: logAxis([...some, ...limits], least),
    least,
    left: none > 0 ? (on.width < 600 ? 64 : 110) : 8,
    right: on.width - 2 * margin - 8,
    base,
    room: base - keys.height - 14,
  };
  const place = (value: number) => layout.left + layout.axis.position(value) * (layout.right - layout.left);
  return [
    ...keys.nodes,
    ...axisNodes(estimate, layout, on),
    ...(permitted ? permittedNodes(place(permitted.median), layout, id, on) : []),
    ...dotNodes({ none, at: some.map(place) }, layout, on),
    ...(claimed ? claimedNodes(place(claimed.median), layout, on) : []),
  ];
}

function dotNodes(worlds: { none: number; at: readonly number[] }, layout: Layout, on: Sheet): SvgNode[] {
  const fill = on.theme.inferred;
  const stacks = stack(worlds.at, layout.room);
  const size = Math.min(stacks.size, 18);
  const radius = (size / 2) * 0.88;
  const high = Math.max(1, Math.floor(layout.room / size));
  const nones = Array.from({ length: worlds.none }, (_, i) => ({
    x: 14 + radius + Math.floor(i / high) * size,
    level: i % high,
  }));
  return [...nones, ...stacks.dots].map(({ x, level }) =>
    node('circle', { cx: x, cy: layout.base - size * (level + 0.5) - 2, r: radius, fill }),
  );
}

function axisNodes(estimate: Estimate, layout: Layout, on: Sheet): SvgNode[] {
  const { theme, strings: s } = on;
  const { axis, base, left, right } = layout;
  const short = (right - left) / axis.decades.length < 90;
  const label = { size: 13, font: sans, fill: theme.quiet, anchor: 'middle' as const };
  const nodes = axis.decades.flatMap((decade, i) => {
    const x = left + axis.position(decade) * (right - left);
    const anchor = i === axis.decades.length - 1 ? 'end' : i === 0 && left < 20 ? 'start' : 'middle';
    const shift = anchor === 'end' ? 8 : anchor === 'start' ? -8 : 0;
    return [
      node('line', {
        x1: x,
        x2: x,
        y1: base - layout.room,
        y2: base + hatchHeight + 2,
        stroke: theme.contour,
      }),
      textLine(tick(decade, estimate.unit, s, short), x + shift, base + hatchHeight + 20, {
        ...label,
        anchor,
      }),
    ];
  });
  const none =
    left > 20 ? [textLine(s.nothing, 14, base + hatchHeight + 20, { ...label, anchor: 'start' })] : [];
  const rules = [
    node('line', { x1: left, x2: right, y1: base, y2: base, stroke: theme.ink }),
    ...(left > 20 ? [node('line', { x1: 8, x2: left - 24, y1: base, y2: base, stroke: theme.ink })] : []),
  ];
  return [...nodes, ...none, ...rules];
}

function permittedNodes(x: number, layout: Layout, id: string, on: Sheet): SvgNode[] {
  const { left, base } = layout;
  const { permitted } = on.theme;
  return [
    node('rect', { x: left, y: base + 2, width: x - left, height: hatchHeight, fill: `url(#${id}-hatch)` }),
    node('line', {
      x1: x,
      x2: x,
      y1: base,
      y2: base + hatchHeight + 4,
      stroke: permitted,
      'stroke-width': 2,
    }),
  ];
}

function claimedNodes(x: number, layout: Layout, on: Sheet): SvgNode[] {
  const { claimed } = on.theme;
  return [
    node('line', {
      x1: x,
      x2: x,
      y1: layout.base - 20,
      y2: layout.base - layout.room,
      stroke: claimed,
      'stroke-dasharray': '2 4',
    }),
    node('circle', { cx: x, cy: layout.base - 11, r: 9, fill: 'none', stroke: claimed, 'stroke-width': 2.5 }),
  ];
}

function hatch(id: string, on: Sheet): SvgNode {
  const line = node('path', { d: 'M0 6 L6 0', stroke: on.theme.permitted, 'stroke-width': 1.3 });
  return node('pattern', { id: `${id}-hatch`, width: 6, height: 6, patternUnits: 'userSpaceOnUse' }, line);
}

/** What each mark means, with its number: read first, so that no label need stand among the dots. */
function legend(estimate: Estimate, id: string, on: Sheet): { nodes: SvgNode[]; height: number } {
  const { theme, strings: s, width } = on;
  const { claimed, permitted, unit } = estimate;
  const { middle, range } = intervalParts(estimate, unit, s);
  const entries: { mark: (x: number, y: number) => SvgNode; text: string; fill: string }[] = [
    {
      mark: (x, y) => node('circle', { cx: x + 6, cy: y - 5, r: 6, fill: theme.inferred }),
      text: `${s.inferred} ${middle} (${s.ninety}: ${range})`,
      fill: theme.inferred,
    },
    ...(claimed
      ? [
          {
            mark: (x: number, y: number) =>
              node('circle', {
                cx: x + 6,
                cy: y - 5,
                r: 5.5,
                fill: 'none',
                stroke: theme.claimed,
                'stroke-width': 2,
              }),
            text: `${s.claimed} ${claim(claimed, unit, s)}`,
            fill: theme.claimed,
          },
        ]
      : []),
    ...(permitted
      ? [
          {
            mark: (x: number, y: number) =>
              node('rect', {
                x,
                y: y - 11,
                width: 14,
                height: 12,
                fill: `url(#${id}-hatch)`,
                stroke: theme.permitted,
              }),
            text: `${s.permitted} ${s.upTo(amount(permitted.median, unit, s))}`,
            fill: theme.permitted,
          },
        ]
      : []),
  ];
  let [x, y] = [0, 14];
  const nodes = entries.flatMap(({ mark, text, fill }) => {
    const wide = 20 + widthOf(text, 14) + 24;
    if (x > 0 && x + wide - 24 > width - 2 * margin) [x, y] = [0, y + 22];
    const made = [mark(x, y), textLine(text, x + 20, y, { size: 14, font: sans, fill })];
    x += wide;
    return made;
  });
  return { nodes, height: y + 8 };
}
