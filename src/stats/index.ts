/**
 * The statistics that verdicts are made with: distributions drawn by column from addressed streams, weighted draws and
 * how far they carry, sensitivity, the value of information. Imported as `sandtable/stats`.
 *
 * @module
 */

export { beta } from './beta.ts';
export { discrete, point } from './discrete.ts';
export type { Distribution } from './distribution.ts';
export { effectiveSampleSize } from './effective-sample-size.ts';
export { fromQuantiles } from './from-quantiles.ts';
export { gamma } from './gamma.ts';
export { lognormal } from './lognormal.ts';
export { mixture } from './mixture.ts';
export { normal } from './normal.ts';
export { paretoSmoothed, paretoThreshold } from './pareto-smoothing.ts';
export { stream, uniforms } from './random.ts';
export { rankCorrelation } from './rank-correlation.ts';
export { systematicResample } from './resampling.ts';
export { shapleyEffects } from './shapley-effects.ts';
export { sobolColumn } from './sobol.ts';
export { saltelliDesign, sobolIndices } from './sobol-indices.ts';
export { compileTable, sampleColumn } from './table.ts';
export { temperedSmc } from './tempered-smc.ts';
export { tiltedLogWeights, tiltedToLikelihood, tiltedTotal } from './tilting.ts';
export { triangular } from './triangular.ts';
export { truncated } from './truncated.ts';
export { uniform } from './uniform.ts';
export { evpi, evppi, evsi, evsiOfOutcomes } from './value-of-information.ts';
export { weightedQuantiles } from './weighted-quantile.ts';
export { normalisedWeights } from './weights.ts';
