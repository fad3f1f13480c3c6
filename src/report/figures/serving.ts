import type { RooflinePoint } from '../../serving/roofline.ts';
import type { ServingAnswer } from '../../serving/serve.ts';
import type { StepTime } from '../../serving/step.ts';
import { placementWords } from '../terminal/serve.ts';
import { short } from '../terminal/train.ts';
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
  const places = front.map(({ placement }) => placementWords(placement, s));
  return frontFigure(
    {
      id: 'serve-front',
      title: s.serve.figureFront(answer.model.name, `${answer.group.count} x ${answer.group.name}`),
      sentence: s.serve.frontSentence({
        rate: s.number(best.perChip, 3),
        milliseconds: s.number(1000 * best.tpot, 3),
        placement: placementWords(best.placement, s),
      }),
      from: { source: s.serve.source },
      x: {
        id: 'tpot',
        label: s.serve.axisTpot,
        scale: 'log',
        better: 'less',
        written: (value) => s.number(value, 3),
      },
      y: rateAxis(on),
      points: front.map(
        ({ tpot, perChip }, i): PlanePoint => ({
          id: `front-${i + 1}`,
          // Neighbours on the front are often the same placement with another batch.
          name: places[i] === places[i - 1] ? '' : places[i]!,
          x: 1000 * tpot,
          y: perChip,
        }),
      ),
    },
    options,
  );
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
        batch: s.number(last?.batch ?? 0, 3),
        rate: s.number(last?.rate ?? 0, 3),
        reached: s.percent(s.number(100 * reached, 2)),
      }),
      from: { source: s.serve.source },
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

/** Where the time of a step goes on the chips, as bars; what is hidden behind other work takes none. */
export function servingTimeFigure(answer: ServingAnswer, options: FigureOptions = {}): Figure {
  const on = sheet(options, 0);
  const { strings: s } = on;
  const { total: _, hidden: __, ...parts } = answer.parts;
  const all = (Object.entries(parts) as [Exclude<keyof StepTime, 'total' | 'hidden'>, number][]).sort(
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
      }),
      from: { source: s.serve.source },
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

function rateAxis({ strings: s }: Sheet): PlaneAxis {
  return { id: 'rate', label: s.serve.axisRate, scale: 'log', better: 'more', written: short };
}
