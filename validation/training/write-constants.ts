import { type Constants, constantNames } from '../../src/training/constants.ts';
import type { RunRecord } from '../../src/training/spread.ts';

/** The text of data/training/constants.yaml for fitted constants and interval widths. */
export function constantsYaml(
  constants: Constants,
  { intervals, record }: { intervals: Readonly<Record<string, number>>; record: RunRecord },
): string {
  const short = (value: number) => Number(value.toPrecision(4));
  const cited = ['  basis: derived', '  sources: [published-training-runs]'];
  return [
    '# Constants of the training model, global or of a family of chips, none of a row, a model or a source.',
    '# Written by `node validation/dist/validation/training/run.js fit`; docs/explanation/training.md says what each means.',
    'constants:',
    '  values:',
    ...constantNames.map((name) => `    ${name}: ${short(constants[name])}`),
    ...cited,
    'factors:',
    '  families:',
    ...Object.entries(constants.family).map(([family, factors]) => {
      const parts = Object.entries(factors).map(([name, value]) => `${name}: ${short(value as number)}`);
      return `    ${family}: { ${parts.join(', ')} }`;
    }),
    ...cited,
    '# Standard deviations of the logarithm of predicted over published time, out of sample, by class; those of chips that',
    '# nobody published five runs of are judged, or measured by leaving such chips out where that is more.',
    'intervals:',
    '  values:',
    ...Object.entries(intervals).map(([name, value]) => `    ${name}: ${short(value)}`),
    ...cited,
    '# The largest published runs on each family of chips (active parameters), and what a doubling beyond them adds to the',
    '# standard deviation of the logarithm: measured by leaving the largest runs out of the fit.',
    'record:',
    '  families:',
    ...Object.entries(record.families)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(
        ([family, { chips, parameters }]) =>
          `    ${family}: { chips: ${chips}, parameters: ${short(parameters)} }`,
      ),
    `  growth: { chips: ${record.growth.chips}, parameters: ${record.growth.parameters} }`,
    ...cited,
    '',
  ].join('\n');
}
