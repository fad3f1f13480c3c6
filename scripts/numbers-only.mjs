/** Stands for d3-interpolate in the app, whose scales lead from numbers to numbers: its colours are spared. */
export const interpolateNumber = (a, b) => (t) => a * (1 - t) + b * t;
export const interpolateRound = (a, b) => (t) => Math.round(a * (1 - t) + b * t);
export const interpolate = interpolateNumber;
export const piecewise = () => {
  throw new TypeError('The scales of the app have two ends.');
};
