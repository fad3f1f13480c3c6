import { constantNames, limitNames, type ServingConstants } from '../../src/serving/constants.ts';
import type { ServingData } from '../../src/serving/parse.ts';
import { measurements, modelKinds } from '../../src/serving/record.ts';

/** The text of data/serving/constants.yaml for fitted constants and interval widths. */
export function constantsYaml(
  constants: ServingConstants,
  { intervals, intervalRates, record }: Pick<ServingData, 'intervals' | 'intervalRates' | 'record'>,
): string {
  const short = (value: number) => Number(value.toPrecision(4));
  const flow = (values: Readonly<Record<string, number>>) =>
    `{ ${Object.entries(values)
      .map(([name, value]) => `${name}: ${Number(value.toFixed(2))}`)
      .join(', ')} }`;
  const cited = ['  basis: derived', '  sources: [published-serving-runs]'];
  const kinds = (all: Readonly<Record<string, object>>) =>
    Object.entries(all).map(([name, factors]) => {
      const parts = Object.entries(factors).map(([of, value]) => `${of}: ${short(value as number)}`);
      return `    ${name}: { ${parts.join(', ')} }`;
    });
  return [
    '# Constants of the serving model, global, of an engine or of a family of chips, none of a row, a model or a source.',
    '# Written by `npm run fit:serving`; docs/explanation/serving.md says what each means.',
    'constants:',
    '  values:',
    ...constantNames.map((name) => `    ${name}: ${short(constants[name])}`),
    ...cited,
    'engines:',
    '  kinds:',
    ...kinds(constants.engine),
    ...cited,
    'families:',
    '  kinds:',
    ...kinds(constants.family),
    ...cited,
    'limits:',
    '  values:',
    ...limitNames.map((name) => `    ${name}: ${constants.limits[name]}`),
    '  basis: judged',
    '  by: Sandtable authors',
    '  why: >-',
    '    Defaults of engines and their advice: 4 GB for runtime and buffers, 93 % of the rest for the cache, as many sequences',
    '    and tokens as their settings allow, an eighth more experts as copies. A maker reports 65 % of the peak for compressed',
    '    attention on Ascend; matrix units of other chips do not exceed 85 %. No measured kernel exceeds 93 % of a peak or of a',
    '    memory bandwidth, and none is let beyond 95 %. DeepEP exchanges the tokens of prompts on 20 processors. From the 7.5 TFLOP/s of a',
    '    processor of the H100 matrix units run ahead of what feeds them. Measured kernels take 27 µs of a processor to begin and end',
    '    a sequence over a compressed cache (20 to 37 on H200, B200 and GB200), and read weights of experts that are widened from four bits',
    '    at 0.57 of the pace of eight bits (0.43 of the bandwidth of an H100 against 0.77). The makers of DeepSeek-V3 keep 85 to 90 % of the second',
    '    tokens, and Ant Group 1.8 to 1.9 a step with one guessed, 2.4 to 2.7 with two, 2.9 to 3.3 with three: 85 %. The mean of days in production is 65 % of what is',
    '    read at full load: one busy minute in twenty brings 1.41 times as much (conversations of Azure, which differ by 0.23 from minute to',
    '    minute), and of the 1.34 that the busiest hour brings more nodes meet 1.23 (278 over 227 at DeepSeek). Nobody waits for a first token for more than 10 s. Where prompts wait for each',
    '    other, the mean group of eight has 84 to 88 % of the tokens of the busiest, by the makers of TensorRT-LLM: 9 % of the excess',
    '    of prompts that fall at random is left.',
    '  sources: [published-serving-runs, nvidia-aiconfigurator, deepseek-v3-report, ant-h20-2025, tensorrt-llm-adp-balance-2025, azure-llm-2023, azure-llm-2024, deepseek-inference-2025-03]',
    '# Standard deviations of the logarithm of predicted over published rate, out of sample, by class; those of chips that',
    '# nobody published a rate of are judged.',
    'intervals:',
    '  values:',
    ...Object.entries(intervals).map(([name, value]) => `    ${name}: ${short(value)}`),
    '  # Published rates that each was measured on.',
    `  rates: ${flow(intervalRates)}`,
    ...cited,
    '# How many rates were published: whole services and single phases, by kind of model, family of chips and engine; the year of the',
    '# newest of each engine, and the models.',
    'record:',
    '  rates:',
    ...measurements.flatMap((of) => [
      `    ${of}:`,
      ...modelKinds.flatMap((kind) => {
        const families = Object.entries(record.rates[of][kind]).sort(([a], [b]) => (a < b ? -1 : 1));
        return [
          families.length > 0 ? `      ${kind}:` : `      ${kind}: {}`,
          ...families.map(([family, engines]) => `        ${family}: ${flow(engines)}`),
        ];
      }),
    ]),
    `  years: ${flow(record.years)}`,
    `  models: [${record.models.join(', ')}]`,
    ...cited,
    '',
  ].join('\n');
}
