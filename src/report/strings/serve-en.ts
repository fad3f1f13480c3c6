import type { WholeParts } from '../../serving/placed-engine.ts';
import type { Balance } from '../../serving/placement.ts';
import type { CostGround } from '../../serving/serving-cost.ts';
import { monthNames } from '../../sources/cite.ts';

/** What a cost figure says: the ends of a front, where, and whose prices. */
export interface CostFacts {
  least: string;
  slow: string;
  most: string;
  fast: string;
  place: string;
  day: string;
}

/** What Sandtable says about serving, in English. */
export const serveEn = {
  parameters: (total: string, active: string): string =>
    total === active ? `${total} parameters` : `${total} parameters, ${active} of them active`,
  load: (input: string, output: string, hit: string): string =>
    `prompts of ${input} tokens, ${hit} of them in the cache; answers of ${output} tokens`,
  target: (percent: string, parts: string): string => `${percent} of 100 requests: ${parts}`,
  mostRequests: 'the most that keep it',
  aSecond: (rate: string): string => `${rate} requests a second`,
  firstHead: 'to the first token',
  kept: 'keeps the target',
  beyond: 'more than the service can do',
  endless: 'grows without end',
  loadHead: (percent: string): string => `under a load: ${percent} of 100 requests stay within`,
  loadNote: (traffic: string): string => `Simulated request by request, waiting included: ${traffic}.`,
  traffic: {
    random: 'requests at random',
    conversation: 'requests as conversations come, in busier and quieter minutes',
    code: 'requests as code completion comes, in bursts',
  },
  tpotWithin: (time: string): string => `at most ${time} between tokens`,
  ttftWithin: (time: string): string => `at most ${time} to the first token`,
  noTarget: 'no limit on latency',
  engineOf: (engine: string, year: number, month: number): string =>
    `${engine} of ${monthNames[month - 1]} ${year}`,
  ownEngine: "its makers' own engine",
  weightsIn: (format: string): string => `weights in ${format}`,
  expertsIn: (experts: string, rest: string): string => `experts in ${experts}, other weights in ${rest}`,
  cacheIn: (bits: string): string => `cache of ${bits} bits a number`,
  balance: {
    none: 'experts asked as people ask them',
    random: 'experts asked at random',
    balanced: 'busy experts balanced by copies',
    perfect: 'experts asked perfectly evenly',
  } satisfies Record<Balance, string>,
  guesses: (guessed: string, share: string): string =>
    `${guessed} guessed ahead in a step, ${share} of them right`,
  best: 'the best way',
  /** Chips that read and how those that write are placed. */
  apartShort: (readers: string, writers: string, placed: string): string =>
    `${readers} ${readers === '1' ? 'chip reads' : 'chips read'}, ${writers} write: ${placed}`,
  placement: (engines: string, chips: string): string =>
    `${engines} ${engines === '1' ? 'engine' : 'engines'} of ${chips} ${chips === '1' ? 'chip' : 'chips'}${engines === '1' ? '' : ' each'}`,
  tensor: (n: string): string => `${n} chips share each matrix`,
  spread: (n: string): string => `experts spread over ${n} chips`,
  stages: (n: string): string => `${n} stages`,
  turns: 'two batches may take turns',
  whole: 'a copy on each chip',
  batch: 'sequences at once, an engine',
  written: 'tokens written a second',
  read: 'tokens read a second',
  dayWritten: 'tokens written a day, full day and night',
  dayAtLoad: 'tokens written a day, if that load lasts',
  perChip: (rate: string): string => `${rate} a chip`,
  tpot: 'between tokens',
  ttft: 'to the first token, once let in',
  milliseconds: (n: string): string => `${n} ms`,
  costHead: 'a million tokens, read and written',
  yuan: 'CNY',
  kilowattHours: 'kWh at the meter',
  forEnergy: (yuan: string): string => `${yuan} of it for energy`,
  /** A region by its name; none where the site may stand anywhere. */
  place: (region: string | null): string => (region === null ? 'at a site anywhere' : `in ${region}`),
  /** Whose prices; no day where nobody quoted a price of the chip. */
  costNote: (facts: { place: string; id: string; day: string | null; full: boolean }): string =>
    `${facts.full ? 'At full load' : 'At that load'} day and night, ${facts.place} (--region ${facts.id})${facts.day === null ? '; nobody quoted a price of the chip' : `, at prices of ${facts.day}`}. Chips that stand by are paid for; building, network, upkeep and staff are in it.`,
  costRests: 'what it rests on',
  costNone: 'Not known: data/chips has neither price nor power of this machine.',
  ground: {
    price: 'a chip with its server',
    power: 'its power, as rated',
    pue: 'PUE',
    tariff: 'energy',
  } satisfies Record<CostGround['of'], string>,
  unit: { CNY: ' CNY', 'CNY/kWh': ' CNY/kWh', W: ' W' } satisfies Record<
    Exclude<CostGround['unit'], '1'>,
    string
  >,
  judgedHere: 'judged by the authors',
  andMore: (first: string, more: string): string => `${first} and ${more} more`,
  part: {
    products: 'matrix products',
    attention: 'attention and its cache',
    memory: 'norms, casts, permutations',
    sums: 'sums over the tensor group',
    experts: 'experts',
    exchange: 'exchange of experts',
    head: 'output layer and sampling',
    guess: 'guessing ahead',
    host: 'the host between steps',
    hidden: 'hidden behind other work',
  } satisfies Record<Exclude<keyof WholeParts, 'total'>, string>,
  memoryHead: 'memory of a chip',
  of: (used: string, whole: string): string => `${used} of ${whole} GiB`,
  weights: 'weights',
  cache: 'cache in use',
  togetherHead: 'reading and writing on the same chips',
  together: (rate: string, placed: string): string => `${rate} tokens written a second a chip: ${placed}`,
  togetherNone: 'No placement on the same chips keeps these limits.',
  apartHead: 'reading and writing on chips of their own',
  apart: (rate: string, share: string): string =>
    `${rate} tokens written a second a chip; ${share} of the chips read`,
  apartNone: 'No split of the chips keeps these limits.',
  reads: (placement: string, rate: string): string =>
    `read: ${placement}, up to ${rate} tokens a second a chip`,
  rate: 'a chip',
  chips: 'chips',
  nearestHead: 'published rates like it, tokens a second a chip',
  unseenNote: 'Predicted by constants that were fitted without rows of that source, model and chip.',
  seenNote: '* was fitted to: its error flatters.',
  published: 'published',
  predicted: 'predicted',
  error: 'error',
  integers: (chip: string): string =>
    `${chip} has no FP8: eight bits run as integers (INT8), weights and activations alike.`,
  widened: (chip: string, wanted: string, runs: string): string =>
    `${chip} ${wanted === 'int8' ? 'multiplies no faster in INT8' : `has no ${wanted.toUpperCase()}`}: weights are kept in it and widened, products run in ${runs.toUpperCase()}. That saves memory, not arithmetic.`,
  assumed: (chip: string, bandwidth: string): string =>
    `The memory bandwidth of ${chip} is not published: ${bandwidth} GB/s is assumed from comparable chips, and the interval is wider for it.`,
  extrapolated: (chip: string, published?: string): string =>
    published !== undefined
      ? `Published rates of serving on ${chip} and its family (${published}) are too few, or of reading and writing each by itself: this answer extrapolates, and its interval is judged wide.`
      : `No rate of serving on ${chip} or its family has been published: this answer extrapolates from other chips, and its interval is judged wide.`,
  /** Nobody has published a rate of a whole service of a model, or of such models by an engine. */
  unseen: {
    model: (model: string): string =>
      `No rate of a whole service of ${model} has been published: this answer extrapolates, and its interval is that of models that a fit had not seen.`,
    engine: (engine: string): string =>
      `No rate of a whole service of such a model by ${engine} has been published: this answer extrapolates, and its interval is that of sources that a fit had not seen.`,
  },
  unseenFormat: (chip: string, weights: string, runs: string): string =>
    `No rate of serving with ${weights === runs ? `weights in ${weights}` : `weights in ${weights} that run in ${runs}`} on ${chip} and its family has been published: this answer extrapolates, and its interval is that of models and sources that a fit had not seen.`,
  /** Years of engines that were not published. */
  newer: (asked: string, newest: string): string =>
    `No rate of ${asked} has been published, the newest is of ${newest}: no progress is counted beyond it.`,
  older: (asked: string, oldest: string): string =>
    `No rate of ${asked} has been published, the oldest is of ${oldest}: this answer extrapolates back, and its interval does not know by how much.`,
  drafter: (model: string, share: string): string =>
    `${model} comes without a module that guesses tokens ahead: one of a layer is taken, of whose guesses ${share} are right. This answer extrapolates, and its interval does not know by how much.`,
  long: (model: string, asked: string, longest: string): string =>
    `A prompt and its answer have ${asked} tokens; ${model} is made for ${longest}.`,
  /** What no published rate had as much of. */
  beyondRecord: {
    engine: (asked: string, most: string): string =>
      `No rate of an engine of ${asked} chips has been published, of ${most} at most: this answer extrapolates, and its interval does not know by how much.`,
    request: (asked: string, most: string): string =>
      `No rate of requests of ${asked} tokens has been published, of ${most} at most: this answer extrapolates, and its interval does not know by how much.`,
    guess: (asked: string, most: string): string =>
      `No rate with ${asked} ${asked === '1' ? 'token' : 'tokens'} guessed ahead has been published on such chips, ${most === '0' ? 'nor with any' : `with ${most} at most`}: this answer extrapolates, and its interval does not know by how much.`,
    hits: (asked: string, most: string): string =>
      `No rate of a service with ${asked} % of prompts in the cache has been published, ${most === '0' ? 'nor with any' : `with ${most} % at most`}: this answer extrapolates, and its interval does not know by how much.`,
  },
  thin: (rates: string): string =>
    `The width of the interval was measured on ${rates} published rates only, and is unsure itself.`,
  unmeasured: (chip: string): string =>
    `Kernels of ${chip} were not measured in public; curves of a relative or a stated fallback stand in.`,
  idle: (chip: string, chips: string): string => `${chips} ${chip} stand by: their number does not split.`,
  source: (rates: string): string =>
    rates === '0'
      ? 'Sandtable, from measured kernels'
      : `Sandtable, from ${rates} published rates and measured kernels`,
  figureFront: (model: string, chips: string): string => `Throughput and latency: ${model} on ${chips}`,
  figureRoofline: (model: string, chip: string): string =>
    `Decoding ${model} on ${chip}: tokens a second by batch`,
  figureTime: (model: string, chips: string): string => `Where a step goes: ${model} on ${chips}`,
  timeSentence: (facts: { part: string; share: string; milliseconds: string; apart: boolean }): string =>
    `The work of a step${facts.apart ? ' on the chips that write' : ''} takes ${facts.milliseconds} ms, one after the other; most of it, ${facts.share}, is ${facts.part}.`,
  frontSentence: (facts: { rate: string; milliseconds: string; placement: string }): string =>
    `Within the target a chip writes at most ${facts.rate} tokens a second, one every ${facts.milliseconds} ms for each reader (${facts.placement}). The more a chip writes, the longer each reader waits.`,
  rooflineSentence: (facts: {
    batch: string;
    rate: string;
    reached: string;
    bound: 'memory' | 'arithmetic';
  }): string =>
    `At the largest batch, ${facts.batch} sequences a chip, it writes ${facts.rate} tokens a second: ${facts.reached} of what ${facts.bound}, the lower limit there, allows by data sheet.`,
  cost: {
    title: (model: string, chips: string): string => `What a million tokens cost: ${model} on ${chips}`,
    sentence: (facts: CostFacts): string =>
      `A million tokens, read and written, cost ${facts.least} CNY at ${facts.slow} ms between tokens and ${facts.most} CNY at ${facts.fast} ms, ${facts.place}, at prices of ${facts.day}, on chips that are full all the time.`,
    axis: 'CNY a million tokens',
    low: '1 in 10 below',
    high: '1 in 10 above',
  },
  energy: {
    title: (model: string, chips: string): string => `Energy of a million tokens: ${model} on ${chips}`,
    sentence: (facts: CostFacts): string =>
      `A million tokens, read and written, take ${facts.least} kWh at ${facts.slow} ms between tokens and ${facts.most} kWh at ${facts.fast} ms, at the meter, ${facts.place}, on chips that are full all the time.`,
    axis: 'kWh a million tokens',
    low: '1 in 10 below',
    high: '1 in 10 above',
  },
  answerMark: 'this answer',
  axisTpot: 'ms between tokens',
  axisRate: 'tokens a second a chip',
  axisBatch: 'sequences a chip',
  memoryBound: 'what memory allows',
  computeBound: 'what arithmetic allows',
};

export type ServeStrings = typeof serveEn;
