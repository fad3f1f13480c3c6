import { readFileSync } from 'node:fs';
import type { Assessment, SiteResult } from '../../../src/assessment/assessment.ts';
import { requireChip } from '../../../src/chips/find.ts';
import { timeline } from '../../../src/controls/timeline.ts';
import { dotplotFigure } from '../../../src/report/figures/dotplot.ts';
import { evidenceFigure } from '../../../src/report/figures/evidence.ts';
import type { Figure } from '../../../src/report/figures/figure.ts';
import type { FigureOptions } from '../../../src/report/figures/frame.ts';
import { parseGeography } from '../../../src/report/figures/geography.ts';
import { mapFigure } from '../../../src/report/figures/map.ts';
import { matrixFigure } from '../../../src/report/figures/matrix.ts';
import { hubPowerFigure } from '../../../src/report/figures/power-steps.ts';
import { reliabilityFigure } from '../../../src/report/figures/reliability.ts';
import { replayFigure } from '../../../src/report/figures/replay.ts';
import { runsFigure } from '../../../src/report/figures/runs.ts';
import {
  servingCostFigure,
  servingEnergyFigure,
  servingFrontFigure,
  servingRooflineFigure,
  servingTimeFigure,
} from '../../../src/report/figures/serving.ts';
import { siteFigure, siteFigureKinds } from '../../../src/report/figures/site.ts';
import { supplyFigure } from '../../../src/report/figures/supply.ts';
import { thresholdsFigure } from '../../../src/report/figures/thresholds.ts';
import { timelineFigure } from '../../../src/report/figures/timeline.ts';
import {
  memoryFigure,
  planFrontFigure,
  scalingFigure,
  timeFigure,
} from '../../../src/report/figures/training.ts';
import { costCurve } from '../../../src/serving/cost-curve.ts';
import { rooflineOf } from '../../../src/serving/roofline.ts';
import { answerServing, servingTask } from '../../../src/serving/serve.ts';
import { answerTraining } from '../../../src/training/answer.ts';
import { parseFleet } from '../../../src/training/fleet.ts';
import { committedResults } from '../../backtest/committed.ts';
import { catalogue } from '../../chips/data.ts';
import { book } from '../../controls/data.ts';
import { invented, inventedReplay } from '../../fixtures/assessment/invented.ts';
import { machines, models, knowledge as serving } from '../../serving/known.ts';
import { grounds } from '../../site/grounds-data.ts';
import { supply } from '../../supply/data.ts';
import { knowledge } from '../../training/data.ts';
import { yiwu } from '../site.ts';

export const geography = parseGeography(
  readFileSync(new URL('../../../data/geography/western-china.json', import.meta.url), 'utf8'),
);

const places: SiteResult['place'][] = [
  { latitude: 43.25, longitude: 94.68, precision: 'county' },
  { latitude: 43.25, longitude: 94.68, precision: 'county' },
  { latitude: 36.62, longitude: 101.77, precision: 'town' },
];

/** The invented hub, three of its sites put on the ground; the numbers stay invented. */
export const onTheGround: Assessment = {
  ...invented,
  sites: invented.sites.map((site, i) => ({
    ...site,
    place: places[i] ?? null,
    compute: { ...site.compute, claimed: { median: 30_000 / (i + 1), low: 30_000, high: 30_000 } },
  })),
};

/** The invented hub on a day of which the stocks are known. */
const today: Assessment = { ...invented, run: { ...invented.run, asOf: '2026-06-30' } };

const asked = {
  model: models.get('deepseek-v3')!,
  group: { machine: machines.get('h20')!, count: 64 },
  load: { inputTokens: 4096, outputTokens: 1024 },
  target: { tpot: 0.05 },
};
const served = answerServing(asked, serving);
const costs = costCurve(served, { region: 'other' }, { ...serving, grounds });

const report = yiwu();

export const answer = answerTraining(
  {
    model: knowledge.models.get('gpt-3-175b')!,
    groups: parseFleet('64xa100-80', knowledge.training.machines),
    batch: 64,
    exact: true,
    plan: { tensor: 8, pipeline: 8, microBatch: 1, recompute: 'full' },
  },
  knowledge,
);

const searched = answerTraining(
  {
    model: knowledge.models.get('gpt-3-175b')!,
    groups: parseFleet('64xa100-80', knowledge.training.machines),
    batch: 64,
  },
  knowledge,
);

const points = [
  { chips: 64, rate: 1e4, utilisation: 0.4 },
  { chips: 128, rate: 1.9e4, utilisation: 0.38 },
  { chips: 512, rate: 6.6e4, utilisation: 0.33 },
];

const tracks = ['h100', 'h20', 'a800'].map((name) => {
  const chip = requireChip(catalogue, name);
  const spans = timeline(book, chip, { to: 'CN', from: 'US', start: '2021-01-01', end: '2026-06-30' });
  return { name: chip.name, spans };
});

const [accelerators] = invented.quantities;
const times = <T extends Record<'median' | 'low' | 'high', number>>(of: T, by: number): T => ({
  ...of,
  ...{ median: of.median * by, low: of.low * by, high: of.high * by },
});

/** The invented hub with runs as large as its accelerators, some worlds with none. */
export const running: Assessment = {
  ...invented,
  quantities: [
    ...invented.quantities,
    ...[
      ['largest-run', 1e21] as const,
      ['largest-run-site', 4e20] as const,
      ['largest-run-together', 8e20] as const,
    ].map(([id, by]) => ({
      ...times(accelerators!, by),
      ...{ id, unit: 'FLOP', label: { en: id }, permitted: null },
      dots: accelerators!.dots.map((one, i) => (i < 4 ? 0 : one * by)),
      claimed: accelerators!.claimed && times(accelerators!.claimed, by),
    })),
  ],
};

const itLoad = invented.quantities.find(({ id }) => id === 'it-load')!;

/** The invented hub with a load at its meter. */
const metered: Assessment = {
  ...invented,
  quantities: [
    ...invented.quantities,
    {
      ...times(itLoad, 1.27),
      ...{ id: 'facility-load', label: { en: 'load at the meter', zh: '总用电负荷' } },
      claimed: times(itLoad.claimed!, 1.27),
      permitted: null,
      pue: { median: 1.27, low: 1.12, high: 1.41 },
    },
  ],
};

/** Every framed figure by the name of its golden file. */
export const everyFigure: Readonly<Record<string, (options: FigureOptions) => Figure>> = {
  dotplot: (o) => dotplotFigure(invented, o),
  'dotplot-cdf': (o) => dotplotFigure(invented, { ...o, shape: 'cdf' }),
  'dotplot-lin': (o) => dotplotFigure(invented, { ...o, quantity: 'it-load', scale: 'lin' }),
  evidence: (o) => evidenceFigure(invented, o),
  matrix: (o) => matrixFigure(invented, o),
  replay: (o) => replayFigure(inventedReplay, o),
  runs: (o) => runsFigure(running, { ...o, frontier: knowledge.training.frontier }),
  power: (o) => hubPowerFigure(metered, o),
  ...Object.fromEntries(
    siteFigureKinds.map((kind) => [`site-${kind}`, (o: FigureOptions) => siteFigure(report, kind, o)]),
  ),
  map: (o) => mapFigure(onTheGround, geography, o),
  'map-site': (o) => mapFigure(onTheGround, geography, { ...o, site: 'first-terrace' }),
  'map-no-ground': (o) => mapFigure(invented, geography, o),
  supply: (o) => supplyFigure(today, supply, o),
  thresholds: (o) => thresholdsFigure(book, '2024-05-01', o),
  timeline: (o) => timelineFigure(tracks, { to: 'CN', controls: book.controls, ...o }),
  reliability: (o) => reliabilityFigure(committedResults, o),
  'train-time': (o) => timeFigure(answer, o),
  'train-memory': (o) => memoryFigure(answer, knowledge, o),
  'train-scaling': (o) => scalingFigure(answer, points, o),
  'train-front': (o) => planFrontFigure(searched, o),
  'serve-front': (o) => servingFrontFigure(served, o),
  'serve-cost': (o) => servingCostFigure(served, costs, o),
  'serve-energy': (o) => servingEnergyFigure(served, costs, o),
  'serve-time': (o) => servingTimeFigure(served, o),
  'serve-roofline': (o) =>
    servingRooflineFigure(served, rooflineOf(servingTask(asked, serving), served.best.placement), o),
};
