import type { Assessment } from '../assessment/assessment.ts';
import { dotplotFigure } from '../report/figures/dotplot.ts';
import { evidenceFigure } from '../report/figures/evidence.ts';
import { figureSvg } from '../report/figures/figure.ts';
import type { FigureOptions } from '../report/figures/frame.ts';
import { mapFigure } from '../report/figures/map.ts';
import { matrixFigure } from '../report/figures/matrix.ts';
import { hubPowerFigure } from '../report/figures/power-steps.ts';
import { supplyFigure } from '../report/figures/supply.ts';
import type { Context } from './context.ts';
import type { assessFigures } from './formats.ts';

/** A figure of an assessment as the text of an SVG file. */
export async function drawnOf(
  a: Assessment,
  figure: (typeof assessFigures)[number],
  { options, context }: { options: FigureOptions; context: Context },
): Promise<string> {
  const { engine } = context;
  const draw = {
    dots: () => dotplotFigure(a, options),
    cdf: () => dotplotFigure(a, { ...options, shape: 'cdf' }),
    evidence: () => evidenceFigure(a, options),
    matrix: () => matrixFigure(a, options),
    power: () => hubPowerFigure(a, options),
    map: () => mapFigure(a, engine.geography(), options),
    supply: async () => supplyFigure(a, (await engine.world()).supply, options),
  };
  return figureSvg(await draw[figure]());
}
