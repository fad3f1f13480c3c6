import type { CostCurve, CostPoint } from '../../serving/cost-curve.ts';
import type { WholeParts } from '../../serving/placed-engine.ts';
import type { RooflinePoint } from '../../serving/roofline.ts';
import type { Middle, ServingAnswer } from '../../serving/serve.ts';
import { counted } from '../amount.ts';
import type { Strings } from '../strings/strings.ts';
import { pointWords } from '../terminal/serve.ts';
import { placeWords } from '../terminal/serve-cost.ts';
import { wait } from '../terminal/serve-head.ts';
import { bars } from './bars.ts';
import type { Figure } from './figure.ts';
import { type FigureOptions, frame, type Sheet, sheet } from './frame.ts';
import { frontFigure } from './front.ts';
import type { PlaneAxis, PlaneLine, PlanePoint } from './plane.ts';

/** Throughput of a chip against the time between tokens: the placements that no other beats in both. */
export function servingFrontFigure(answer: ServingAnswer, options: FigureOptions = {}): Figure {
  const on = sheet(options, 0);
  const { strings: s } = on;
  const { best, front } = answer;
  const places = front.map((point) => pointWords(point, s));
  return frontFigure(
    {
      id: 'serve-front',
      title: s.serve.figureFront(answer.model.name, `${answer.group.count} x ${answer.group.name}`),
      sentence: s.serve.frontSentence({
        rate: s.number(best.perChip, 3),
        milliseconds: s.number(1000 * best.tpot, 3),
        placement: pointWords(best, s),
      }),
      from: sourceOf(answer, s),
      x: tpotAxis(on),
      y: rateAxis(on),
      points: [
        ...front.map(
          ({ tpot, perChip }, i): PlanePoint => ({
            id: `front-${i + 1}`,
            // The same placement stands on a front with several batches.
            name: places.indexOf(places[i]!) === i ? places[i]! : '',
            x: 1000 * tpot,
            y: perChip,
          }),
        ),
        { id: 'answer', name: '', x: 1000 * best.tpot, y: best.perChip, fact: true },
      ],
      fact: s.serve.answerMark,
      lines: targetLine(answer, s),
    },
    options,
  );
}

/** The time between tokens that was asked for, as high as the front; none where nothing was. */
function targetLine({ target: { tpot }, front, best }: ServingAnswer, s: Strings): PlaneLine[] {
  if (tpot === undefined) return [];
  const rates = [...front, best].map(({ perChip }) => perChip);
  const at = (rate: number) => [1000 * tpot, rate] as const;
  const points = [at(Math.min(...rates)), at(Math.max(...rates))];
  return [{ id: 'target', name: s.serve.tpotWithin(wait(s, tpot)), dash: '5 5', points }];
}

/** Tokens a second of a chip by its batch, below what memory and arithmetic alone would allow. */
export function servingRooflineFigure(
  answer: ServingAnswer,
  points: readonly RooflinePoint[],
  options: FigureOptions = {},
): Figure {
  const on = sheet(options, 0);
  const { strings: s } = on;
  const roof = (id: 'memory' | 'compute', name: string, dash: PlaneLine['dash']): PlaneLine => ({
    id,
    name,
    dash,
    points: points.map((point) => [point.batch, point[id]]),
  });
  const last = points.at(-1);
  const reached = last ? last.rate / Math.min(last.memory, last.compute) : 0;
  return frontFigure(
    {
      id: 'serve-roofline',
      title: s.serve.figureRoofline(answer.model.name, answer.group.name),
      sentence: s.serve.rooflineSentence({
        batch: batchOf(last?.batch ?? 0, s),
        rate: s.number(last?.rate ?? 0, 3),
        reached: s.percent(s.number(100 * reached, 2)),
        bound: last && last.compute < last.memory ? 'arithmetic' : 'memory',
      }),
      from: sourceOf(answer, s),
      x: {
        id: 'batch',
        label: s.serve.axisBatch,
        scale: 'log',
        better: 'less',
        written: (value) => s.number(value, 3),
      },
      y: rateAxis(on),
      points: points.map(
        ({ batch, rate }): PlanePoint => ({
          id: `batch-${s.number(batch, 3)}`,
          name: '',
          x: batch,
          y: rate,
        }),
      ),
      lines: [roof('memory', s.serve.memoryBound, '5 5'), roof('compute', s.serve.computeBound, '1.5 4')],
      plain: true,
    },
    options,
  );
}

/** A batch of a chip: whole sequences, or the part of one that falls to it where chips share them. */
function batchOf(batch: number, s: Strings): string {
  return batch < 1 ? s.number(batch, 2) : counted(batch, s);
}

/** Money for a million tokens against the time between them: what a faster reader costs, with its middle 80 %. */
export function servingCostFigure(
  answer: ServingAnswer,
  curve: CostCurve,
  options: FigureOptions = {},
): Figure {
  return alongFront(answer, curve, { ...options, kind: 'cost', of: ({ money }) => money });
}

/** Energy for a million tokens against the time between them, with its middle 80 %. */
export function servingEnergyFigure(
  answer: ServingAnswer,
  curve: CostCurve,
  options: FigureOptions = {},
): Figure {
  return alongFront(answer, curve, { ...options, kind: 'energy', of: ({ energy }) => energy });
}

type Along = FigureOptions & { kind: 'cost' | 'energy'; of: (point: CostPoint) => Middle | undefined };

/** A quantity along the front, between the ends of its middle 80 %. */
function alongFront(answer: ServingAnswer, curve: CostCurve, { kind, of, ...options }: Along): Figure {
  const { front, group, model } = answer;
  const on = sheet(options, 0);
  const { strings: s } = on;
  const words = s.serve[kind];
  const { points, region, day } = curve;
  const places = front.map((point) => pointWords(point, s));
  const known = points.flatMap((point, i) => {
    const span = of(point);
    return span ? [{ x: 1000 * point.tpot, span, i }] : [];
  });
  const end = (id: 'low' | 'high'): PlaneLine => ({
    id,
    name: words[id],
    dash: '1.5 4',
    points: known.map(({ x, span }) => [x, span[id]]),
  });
  const [fast, cheap] = [known[0], known.at(-1)];
  const written = (value: number | undefined) => s.number(value ?? 0, 2);
  return frontFigure(
    {
      id: `serve-${kind}`,
      title: words.title(model.name, `${group.count} x ${group.name}`),
      sentence: words.sentence({
        least: written(cheap?.span.value),
        slow: written(cheap?.x),
        most: written(fast?.span.value),
        fast: written(fast?.x),
        place: placeWords(region, s),
        day,
      }),
      from: sourceOf(answer, s),
      x: tpotAxis(on),
      y: {
        id: kind,
        label: words.axis,
        scale: 'log',
        better: 'less',
        written: (value) => s.number(value, 2),
      },
      points: known.map(
        ({ x, span, i }): PlanePoint => ({
          id: `${kind}-${i + 1}`,
          name: places.indexOf(places[i]!) === i ? places[i]! : '',
          x,
          y: span.value,
        }),
      ),
      lines: [end('low'), end('high')],
    },
    options,
  );
}

/** Where the time of a step goes on the chips, as bars; what is hidden behind other work takes none. */
export function servingTimeFigure(answer: ServingAnswer, options: FigureOptions = {}): Figure {
  const on = sheet(options, 0);
  const { strings: s } = on;
  const { total: _, hidden: __, ...parts } = answer.parts;
  const all = (Object.entries(parts) as [Exclude<keyof WholeParts, 'total' | 'hidden'>, number][]).sort(
    (a, b) => b[1] - a[1],
  );
  const sum = all.reduce((total, [, seconds]) => total + seconds, 0);
  const milliseconds = (seconds: number) => s.number(1000 * seconds, 2);
  const [[first, longest]] = all as [(typeof all)[number]];
  const rows = all
    .filter(([, seconds]) => seconds / sum >= 0.005)
    .map(([name, seconds]) => ({
      id: name,
      label: s.serve.part[name],
      share: seconds / longest,
      text: `${s.percent(s.number((100 * seconds) / sum, 2))} · ${s.serve.milliseconds(milliseconds(seconds))}`,
    }));
  const { nodes, height } = bars(rows, on);
  return frame(
    {
      id: 'serve-time',
      title: s.serve.figureTime(answer.model.name, `${answer.group.count} x ${answer.group.name}`),
      sentence: s.serve.timeSentence({
        part: s.serve.part[first],
        share: s.percent(s.number((100 * longest) / sum, 2)),
        milliseconds: milliseconds(sum),
        apart: answer.best.apart !== undefined,
      }),
      from: sourceOf(answer, s),
      plot: nodes,
      plotHeight: height,
      table: {
        columns: [
          { id: 'part', label: s.figures.column.part },
          { id: 'time', label: s.figures.column.value, unit: 's' },
          { id: 'share', label: s.figures.column.share },
        ],
        rows: all.map(([name, seconds]) => [s.serve.part[name], seconds, seconds / sum]),
      },
    },
    on,
  );
}

/** What the figures of an answer rest on. */
function sourceOf({ published }: ServingAnswer, s: Strings): { source: string } {
  return { source: s.serve.source(s.number(published, 6)) };
}

function tpotAxis({ strings: s }: Sheet): PlaneAxis {
  const written = (value: number) => s.number(value, 3);
  return { id: 'tpot', label: s.serve.axisTpot, scale: 'log', better: 'less', written };
}

function rateAxis({ strings: s }: Sheet): PlaneAxis {
  return { id: 'rate', label: s.serve.axisRate, scale: 'log', better: 'more', written: s.brief };
}
