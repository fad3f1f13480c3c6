import { type Message, say } from '../errors/message.ts';
import { secondsOfDay, secondsOfYear } from './calendar.ts';
import { dimensions } from './dimension.ts';
import type { Dimension } from './unit.ts';

/** One row of the table of units. */
export interface UnitRow {
  symbol: string;
  name: string;
  dimension: Dimension;
  /** One of it in the coherent unit of its dimension. */
  scale: number;
  /** Kelvin at its zero. */
  zero?: number;
  /** Prefixes it takes, parted by spaces; only sizes that occur in the field, so that `mW` is not taken for `MW`. */
  prefixes?: string;
  /** Other symbols, with the same prefixes. */
  also?: readonly string[];
  /** Words, in any case, with prefixes in words (`megawatts`). */
  words?: readonly string[];
  /** Chinese names, with prefixes in Chinese (`千瓦`); the first is used for output. */
  zh?: readonly string[];
  /** How more than one is written, where the symbol is a word. */
  plural?: string;
  note?: string;
}

export interface Prefix {
  symbol: string;
  word: string;
  zh?: string;
  scale: number;
}

/** Decimal prefixes of the SI Brochure (9th ed., table 7) and binary ones of IEC 80000-13. */
export const prefixes: readonly Prefix[] = [
  { symbol: 'n', word: 'nano', zh: '纳', scale: 1e-9 },
  { symbol: 'µ', word: 'micro', zh: '微', scale: 1e-6 },
  { symbol: 'm', word: 'milli', zh: '毫', scale: 1e-3 },
  { symbol: 'c', word: 'centi', zh: '厘', scale: 1e-2 },
  { symbol: 'h', word: 'hecto', zh: '百', scale: 1e2 },
  { symbol: 'k', word: 'kilo', zh: '千', scale: 1e3 },
  { symbol: 'M', word: 'mega', zh: '兆', scale: 1e6 },
  { symbol: 'G', word: 'giga', zh: '吉', scale: 1e9 },
  { symbol: 'T', word: 'tera', zh: '太', scale: 1e12 },
  { symbol: 'P', word: 'peta', scale: 1e15 },
  { symbol: 'E', word: 'exa', scale: 1e18 },
  { symbol: 'Z', word: 'zetta', scale: 1e21 },
  { symbol: 'Y', word: 'yotta', scale: 1e24 },
  { symbol: 'Ki', word: 'kibi', scale: 2 ** 10 },
  { symbol: 'Mi', word: 'mebi', scale: 2 ** 20 },
  { symbol: 'Gi', word: 'gibi', scale: 2 ** 30 },
  { symbol: 'Ti', word: 'tebi', scale: 2 ** 40 },
  { symbol: 'Pi', word: 'pebi', scale: 2 ** 50 },
];

const d = dimensions;
const large = 'k M G T P E';
const flop = `${large} Z Y`;
const binary = 'Ki Mi Gi Ti Pi';

/** Every unit that Sandtable reads, by topic. */
export const table: Readonly<Record<string, readonly UnitRow[]>> = {
  'Power and energy': [
    {
      symbol: 'W',
      name: 'watt',
      dimension: d.power,
      scale: 1,
      prefixes: 'k M G T',
      words: ['watt', 'watts'],
      zh: ['瓦'],
      note: 'Active power. `mW` is refused: no hub is quoted in milliwatts.',
    },
    {
      symbol: 'VA',
      name: 'volt-ampere',
      dimension: d.apparentPower,
      scale: 1,
      prefixes: 'k M G',
      zh: ['伏安'],
      note: 'Apparent power, as on transformers. Becomes watts only with a power factor.',
    },
    {
      symbol: 'Wh',
      name: 'watt-hour',
      dimension: d.energy,
      scale: 3600,
      prefixes: 'k M G T',
      zh: ['瓦时', '瓦小时'],
      note: '3,600 J exactly.',
    },
    {
      symbol: 'J',
      name: 'joule',
      dimension: d.energy,
      scale: 1,
      prefixes: large,
      words: ['joule', 'joules'],
      zh: ['焦', '焦耳'],
    },
    {
      symbol: 'tce',
      name: 'tonne of coal equivalent',
      dimension: d.energy,
      scale: 29_307.6e6,
      zh: ['吨标准煤', '吨标煤'],
      note: '29,307.6 MJ (GB/T 2589-2020).',
    },
  ],
  Compute: [
    {
      symbol: 'P',
      name: 'P of peak compute',
      dimension: d.peakCompute,
      scale: 1e15,
      zh: ['P'],
      note: 'What Chinese notices count: 1e15 operations a second at peak, precision and sparsity unstated. Becomes FLOP/s only with a convention.',
    },
    {
      symbol: 'FLOP/s',
      name: 'floating-point operations per second',
      dimension: d.flopRate,
      scale: 1,
      prefixes: flop,
      also: ['FLOPS'],
      note: 'Of a stated precision and sparsity.',
    },
    {
      symbol: 'FLOP',
      name: 'floating-point operation',
      dimension: d.work,
      scale: 1,
      prefixes: flop,
      note: 'An amount of work. `FLOPs` is refused: it is read as FLOP and as FLOP/s.',
    },
  ],
  Data: [
    {
      symbol: 'B',
      name: 'byte',
      dimension: d.data,
      scale: 1,
      prefixes: `${large} ${binary}`,
      words: ['byte', 'bytes'],
      zh: ['字节'],
      note: '`7B` without a space is refused: it can be billions.',
    },
    {
      symbol: 'bit',
      name: 'bit',
      dimension: d.data,
      scale: 1 / 8,
      prefixes: `${large} ${binary}`,
      words: ['bits'],
      zh: ['比特'],
      note: '1/8 B. `b` is refused.',
    },
    {
      symbol: 'bit/s',
      name: 'bit per second',
      dimension: d.dataRate,
      scale: 1 / 8,
      prefixes: 'k M G T',
      also: ['bps'],
    },
  ],
  'Length, area and volume': [
    {
      symbol: 'm',
      name: 'metre',
      dimension: d.length,
      scale: 1,
      prefixes: 'n µ m c k',
      words: ['metre', 'metres', 'meter', 'meters'],
      zh: ['米'],
      note: 'With a currency, `m` after a number is a million: `1,080m yuan`.',
    },
    {
      symbol: 'ft',
      name: 'foot',
      dimension: d.length,
      scale: 0.3048,
      words: ['foot', 'feet'],
      note: '0.3048 m exactly.',
    },
    {
      symbol: 'mile',
      name: 'mile',
      dimension: d.length,
      scale: 1609.344,
      plural: 'miles',
      note: '1,609.344 m exactly.',
    },
    {
      symbol: 'm2',
      name: 'square metre',
      dimension: d.area,
      scale: 1,
      also: ['㎡'],
      words: ['sqm'],
      zh: ['平方米', '平米'],
    },
    { symbol: 'km2', name: 'square kilometre', dimension: d.area, scale: 1e6, zh: ['平方公里', '平方千米'] },
    {
      symbol: 'ha',
      name: 'hectare',
      dimension: d.area,
      scale: 1e4,
      words: ['hectare', 'hectares'],
      zh: ['公顷'],
      note: '10,000 m2 (SI Brochure, table 8).',
    },
    {
      symbol: 'mu',
      name: 'mu',
      dimension: d.area,
      scale: 2000 / 3,
      zh: ['亩'],
      note: '2000/3 m2, about 666.67 m2: 15 mu are one hectare.',
    },
    {
      symbol: 'acre',
      name: 'acre',
      dimension: d.area,
      scale: 4046.8564224,
      plural: 'acres',
      note: '4,046.856,422,4 m2, the international acre.',
    },
    { symbol: 'm3', name: 'cubic metre', dimension: d.volume, scale: 1, also: ['㎥'], zh: ['立方米', '方'] },
    {
      symbol: 'L',
      name: 'litre',
      dimension: d.volume,
      scale: 1e-3,
      prefixes: 'm k M G',
      also: ['l'],
      words: ['litre', 'litres', 'liter', 'liters'],
      zh: ['升'],
    },
  ],
  Mass: [
    {
      symbol: 'g',
      name: 'gram',
      dimension: d.mass,
      scale: 1e-3,
      prefixes: 'm k',
      words: ['gram', 'grams'],
      zh: ['克'],
    },
    {
      symbol: 't',
      name: 'tonne',
      dimension: d.mass,
      scale: 1e3,
      prefixes: 'k M G',
      words: ['tonne', 'tonnes'],
      zh: ['吨'],
      note: '1,000 kg. `ton` is refused: it can be 907, 1,000 or 1,016 kg.',
    },
  ],
  Time: [
    {
      symbol: 's',
      name: 'second',
      dimension: d.time,
      scale: 1,
      prefixes: 'n µ m',
      words: ['sec', 'second', 'seconds'],
      zh: ['秒'],
    },
    {
      symbol: 'min',
      name: 'minute',
      dimension: d.time,
      scale: 60,
      words: ['minute', 'minutes'],
      zh: ['分钟'],
    },
    {
      symbol: 'h',
      name: 'hour',
      dimension: d.time,
      scale: 3600,
      words: ['hr', 'hrs', 'hour', 'hours'],
      zh: ['小时'],
    },
    {
      symbol: 'd',
      name: 'day',
      dimension: d.time,
      scale: secondsOfDay,
      words: ['day', 'days'],
      zh: ['天', '日'],
    },
    { symbol: 'week', name: 'week', dimension: d.time, scale: 7 * secondsOfDay, plural: 'weeks', zh: ['周'] },
    {
      symbol: 'month',
      name: 'month',
      dimension: d.time,
      scale: secondsOfYear / 12,
      plural: 'months',
      zh: ['个月', '月'],
      note: 'One twelfth of a year.',
    },
    {
      symbol: 'yr',
      name: 'year',
      dimension: d.time,
      scale: secondsOfYear,
      words: ['year', 'years', 'yrs'],
      zh: ['年'],
      note: 'The Julian year of 365.25 days.',
    },
    { symbol: 'Hz', name: 'hertz', dimension: d.frequency, scale: 1, prefixes: 'k M G', zh: ['赫兹'] },
  ],
  'Temperature and pressure': [
    {
      symbol: 'K',
      name: 'kelvin',
      dimension: d.temperature,
      scale: 1,
      words: ['kelvin'],
      note: 'For temperatures and for differences: write a difference of 5 °C as 5 K.',
    },
    {
      symbol: '°C',
      name: 'degree Celsius',
      dimension: d.temperature,
      scale: 1,
      zero: 273.15,
      also: ['℃', 'degC'],
      zh: ['摄氏度'],
      note: 'Alone it is a temperature (0 °C is 273.15 K); inside a compound, as in `W/°C`, a difference.',
    },
    {
      symbol: '°F',
      name: 'degree Fahrenheit',
      dimension: d.temperature,
      scale: 5 / 9,
      zero: 459.67 * (5 / 9),
      also: ['℉', 'degF'],
      note: 'Like °C.',
    },
    { symbol: 'Pa', name: 'pascal', dimension: d.pressure, scale: 1, prefixes: 'h k M', zh: ['帕'] },
    { symbol: 'bar', name: 'bar', dimension: d.pressure, scale: 1e5, prefixes: 'm' },
  ],
  Money: [
    {
      symbol: 'CNY',
      name: 'yuan renminbi',
      dimension: d.cny,
      scale: 1,
      also: ['RMB'],
      words: ['yuan', 'cny', 'rmb'],
      zh: ['元', '人民币', '元人民币'],
      note: '`¥` is refused: it is the sign of the yen, too.',
    },
    {
      symbol: 'USD',
      name: 'US dollar',
      dimension: d.usd,
      scale: 1,
      also: ['$', 'US$'],
      words: ['usd', 'dollar', 'dollars'],
      zh: ['美元'],
    },
    {
      symbol: 'EUR',
      name: 'euro',
      dimension: d.eur,
      scale: 1,
      also: ['€'],
      words: ['eur', 'euro', 'euros'],
      zh: ['欧元'],
    },
  ],
  'Shares and counts': [
    { symbol: '%', name: 'percent', dimension: d.number, scale: 0.01, words: ['percent'] },
    { symbol: '‰', name: 'per mille', dimension: d.number, scale: 0.001 },
    { symbol: 'ppm', name: 'parts per million', dimension: d.number, scale: 1e-6 },
    {
      symbol: 'GPU',
      name: 'accelerator',
      dimension: d.number,
      scale: 1,
      plural: 'GPUs',
      words: ['gpu', 'gpus', 'accelerator', 'accelerators', 'card', 'cards', 'chip', 'chips'],
      zh: ['卡', '张卡', '张', '块'],
      note: 'Counts of things are plain numbers: the noun is kept but not checked.',
    },
    {
      symbol: 'server',
      name: 'server',
      dimension: d.number,
      scale: 1,
      plural: 'servers',
      zh: ['台服务器', '台'],
    },
    { symbol: 'node', name: 'node', dimension: d.number, scale: 1, plural: 'nodes' },
    {
      symbol: 'rack',
      name: 'rack',
      dimension: d.number,
      scale: 1,
      plural: 'racks',
      zh: ['个机架', '机架', '机柜', '架'],
    },
    { symbol: 'site', name: 'site', dimension: d.number, scale: 1, plural: 'sites' },
    {
      symbol: 'project',
      name: 'project',
      dimension: d.number,
      scale: 1,
      plural: 'projects',
      zh: ['个项目', '个'],
    },
    { symbol: 'person', name: 'person', dimension: d.number, scale: 1, plural: 'people', zh: ['人'] },
    { symbol: 'token', name: 'token', dimension: d.number, scale: 1, plural: 'tokens' },
    { symbol: 'job', name: 'job', dimension: d.number, scale: 1, plural: 'jobs' },
  ],
};

/** Symbols in common use that mean two things: why they are refused, and what to write. */
export const ambiguous: Readonly<Record<string, { why: Message; write: readonly string[] }>> = {
  '¥': { why: say('¥ is the sign of the yuan and of the yen'), write: ['CNY'] },
  '£': {
    why: say('£ is the sign of several pounds, and Sandtable has no rate for any'),
    write: ['USD', 'CNY', 'EUR'],
  },
  ton: { why: say('a ton can be 907, 1,000 or 1,016 kg'), write: ['t (1,000 kg)'] },
  tons: { why: say('a ton can be 907, 1,000 or 1,016 kg'), write: ['t (1,000 kg)'] },
  b: { why: say('b can be bits, bytes or billions'), write: ['bit', 'B', 'bn'] },
  Kb: { why: say('{unit} can be bits or bytes', { unit: 'Kb' }), write: ['kbit', 'kB'] },
  Mb: { why: say('{unit} can be bits or bytes', { unit: 'Mb' }), write: ['Mbit', 'MB'] },
  Gb: { why: say('{unit} can be bits or bytes', { unit: 'Gb' }), write: ['Gbit', 'GB'] },
  Tb: { why: say('{unit} can be bits or bytes', { unit: 'Tb' }), write: ['Tbit', 'TB'] },
  FLOPs: {
    why: say('{unit} is read as an amount of work and as a rate', { unit: 'FLOPs' }),
    write: ['FLOP', 'FLOP/s'],
  },
  TFLOPs: {
    why: say('{unit} is read as an amount of work and as a rate', { unit: 'TFLOPs' }),
    write: ['TFLOP', 'TFLOP/s'],
  },
  PFLOPs: {
    why: say('{unit} is read as an amount of work and as a rate', { unit: 'PFLOPs' }),
    write: ['PFLOP', 'PFLOP/s', 'P'],
  },
  EFLOPs: {
    why: say('{unit} is read as an amount of work and as a rate', { unit: 'EFLOPs' }),
    write: ['EFLOP', 'EFLOP/s'],
  },
  TF: {
    why: say('{unit} does not say whether precision and sparsity are known', { unit: 'TF' }),
    write: ['TFLOP/s'],
  },
  PF: {
    why: say('{unit} does not say whether precision and sparsity are known', { unit: 'PF' }),
    write: ['P', 'PFLOP/s'],
  },
  EF: {
    why: say('{unit} does not say whether precision and sparsity are known', { unit: 'EF' }),
    write: ['EFLOP/s', '1,000 P'],
  },
  E: { why: say('E can be 1,000 P or an exponent without digits'), write: ['1,000 P', 'EFLOP/s'] },
  T: { why: say('T can be trillions or TFLOP/s'), write: ['trillion', 'TFLOP/s'] },
  度: { why: say('度 can be kWh or a degree'), write: ['kWh', '°C'] },
};

/** Units among which output picks the one that gives a number of at least 1, by family. */
export const ladders: readonly (readonly string[])[] = [
  ['W', 'kW', 'MW', 'GW', 'TW'],
  ['kVA', 'MVA', 'GVA'],
  ['Wh', 'kWh', 'MWh', 'GWh', 'TWh'],
  ['kWh/yr', 'MWh/yr', 'GWh/yr', 'TWh/yr'],
  ['FLOP/s', 'GFLOP/s', 'TFLOP/s', 'PFLOP/s', 'EFLOP/s', 'ZFLOP/s'],
  ['B', 'kB', 'MB', 'GB', 'TB', 'PB', 'EB'],
  ['B/s', 'kB/s', 'MB/s', 'GB/s', 'TB/s', 'PB/s', 'EB/s'],
  ['kbit/s', 'Mbit/s', 'Gbit/s', 'Tbit/s'],
  ['ns', 'µs', 'ms', 's'],
];
