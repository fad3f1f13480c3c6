/** Stands for d3-interpolate and d3-format in the app: its scales lead from numbers to numbers, and its labels are its own. */
export const interpolateNumber = (a, b) => (t) => a * (1 - t) + b * t;
export const interpolateRound = (a, b) => (t) => Math.round(a * (1 - t) + b * t);
export const interpolate = interpolateNumber;

const none = () => {
  throw new TypeError('The app blends and formats numbers only.');
};
export const piecewise = none;
export const format = none;
export const formatPrefix = none;
export const formatSpecifier = none;
export const precisionFixed = none;
export const precisionPrefix = none;
export const precisionRound = none;
