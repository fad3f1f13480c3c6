// What drives a number: power of a hall from chips, watts and PUE, and how much of its variance each of them explains.
import { parseQuantity } from '../src/index.ts';
import {
  compileTable,
  fromQuantiles,
  sampleColumn,
  shapleyEffects,
  stream,
  uniforms,
} from '../src/stats/index.ts';

const draws = 8192;
const written = { chips: '10k to 40k', watts: '1,100 to 1,400', pue: '1.15 to 1.35' };

const columns = Object.entries(written).map(([name, text]) => {
  const { spread } = parseQuantity(text);
  if (spread.form !== 'interval') throw new TypeError(`${text} is no interval`);
  const middle90 = fromQuantiles([
    [0.05, spread.low],
    [0.5, Math.sqrt(spread.low * spread.high)],
    [0.95, spread.high],
  ]);
  const column = new Float64Array(draws);
  uniforms(stream(7, name), 0, column);
  sampleColumn(compileTable(middle90), column, column);
  return column;
});
const [chips, watts, pue] = columns as [Float64Array, Float64Array, Float64Array];
const power = chips.map((n, i) => (n * watts[i]! * pue[i]!) / 1e6);

const { shares, explained } = shapleyEffects(
  power,
  columns.map((column) => [column]),
);
Object.keys(written).forEach((name, i) => {
  process.stdout.write(`${name}: ${Math.round(100 * shares[i]!)} % of the variance of the power\n`);
});
process.stdout.write(`together ${Math.round(100 * explained)} %\n`);
