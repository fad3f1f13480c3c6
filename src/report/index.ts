/**
 * Answers as text and figures: screens, briefs, tables, SVG, in every language. Imported as `sandtable/report`.
 *
 * @module
 */

export { type ToldFault, type Translation, told, translationOf } from '../errors/told.ts';
export { costCurve } from '../serving/cost-curve.ts';
export { assessmentCsv } from './csv/assessment.ts';
export { reachCsv } from './csv/reach.ts';
export { replayCsv } from './csv/replay.ts';
export { serveCsv } from './csv/serve.ts';
export { trainCsv } from './csv/train.ts';
export type { Difference } from './difference.ts';
export { difference } from './difference.ts';
export type { AxisScale } from './figures/axis.ts';
export { type DotplotOptions, dotplotFigure } from './figures/dotplot.ts';
export { evidenceFigure } from './figures/evidence.ts';
export type { Figure, FigureColumn, FigureMeta, FigureTable } from './figures/figure.ts';
export { figureCsv, figureJson, figureSvg } from './figures/figure.ts';
export type { FigureOptions } from './figures/frame.ts';
export { type FrontData, frontFigure } from './figures/front.ts';
export { type Geography, parseGeography } from './figures/geography.ts';
export { type HeatMapData, heatMapFigure } from './figures/heat-map.ts';
export { type MapOptions, mapFigure } from './figures/map.ts';
export { matrixFigure } from './figures/matrix.ts';
export { type PowerChainData, type PowerStep, powerChainFigure } from './figures/power.ts';
export { hubPowerFigure } from './figures/power-steps.ts';
export { reliabilityFigure } from './figures/reliability.ts';
export { replayFigure } from './figures/replay.ts';
export {
  servingCostFigure,
  servingEnergyFigure,
  servingFrontFigure,
  servingRooflineFigure,
  servingTimeFigure,
} from './figures/serving.ts';
export { siteFigure, siteFigureKinds } from './figures/site.ts';
export { mixFigure, oddsFigure, stripFigure } from './figures/small.ts';
export { supplyFigure } from './figures/supply.ts';
export type { SvgNode } from './figures/svg.ts';
export { type Theme, themes } from './figures/theme.ts';
export { thresholdsFigure } from './figures/thresholds.ts';
export { timelineFigure } from './figures/timeline.ts';
export { memoryFigure, planFrontFigure, scalingFigure, timeFigure } from './figures/training.ts';
export { brief } from './markdown/brief.ts';
export { languages } from './strings/strings.ts';
export { reachScreen } from './terminal/reach.ts';
export { replayScreen } from './terminal/replay.ts';
export { screen } from './terminal/screen.ts';
export { serveScreen } from './terminal/serve.ts';
export { siteScreen } from './terminal/site.ts';
export { trainScreen } from './terminal/train.ts';
export { whyScreen } from './terminal/why.ts';
