import type { ServeStrings } from './serve-en.ts';
import { serveScreenZhCN } from './serve-screen-zh-CN.ts';

/** What Sandtable says about serving, in simplified Chinese. */
export const serveZhCN: ServeStrings = {
  ...serveScreenZhCN,
  parameters: (total, active) =>
    total === active ? `${total} 参数` : `${total} 参数，每个词元激活 ${active}`,
  load: (input, output, hit) => `输入 ${input} 词元，其中 ${hit} 命中缓存；输出 ${output} 词元`,
  target: (percent, parts) => `每100个请求中的${percent}个：${parts}`,
  mostRequests: '达标的最大负载',
  aSecond: (rate) => `每秒 ${rate} 个请求`,
  firstHead: '首词元',
  kept: '达标',
  beyond: '超出服务能力',
  endless: '无限增长',
  loadHead: (percent) => `负载之下：每100个请求中${percent}个不超过`,
  loadNote: (traffic) => `逐个请求模拟，含排队：${traffic}。`,
  traffic: {
    random: '请求随机到达',
    conversation: '请求如对话般到达，各分钟忙闲不一',
    code: '请求如代码补全般成串到达',
  },
  tpotWithin: (time) => `词元间隔不超过 ${time}`,
  ttftWithin: (time) => `首词元不超过 ${time}`,
  noTarget: '不限时延',
  engineOf: (engine, year) => `${year} 年的 ${engine}`,
  ownEngine: '厂商自有引擎',
  weightsIn: (format) => `权重 ${format}`,
  expertsIn: (experts, rest) => `专家 ${experts}，其余权重 ${rest}`,
  cacheIn: (bits) => `缓存每个数 ${bits} 位`,
  balance: {
    none: '专家负载如用户请求',
    random: '专家负载随机',
    balanced: '繁忙专家以副本均衡',
    perfect: '专家负载完全均匀',
  },
  guesses: (guessed, share) => `每步预先猜测 ${guessed} 个词元，每个猜中 ${share}`,
  best: '最佳方案',
  apartShort: (readers, writers, placed) => `${readers} 张卡预填充，${writers} 张卡解码：${placed}`,
  placement: (engines, chips) => `${engines} 个引擎，每个 ${chips} 张卡`,
  tensor: (n) => `${n} 张卡分担每个矩阵`,
  spread: (n) => `专家分布在 ${n} 张卡上`,
  stages: (n) => `${n} 级流水`,
  turns: '两个批次可交替',
  whole: '每张卡一份完整模型',
  batch: '每个引擎同时解码的序列',
  written: '每秒输出词元',
  read: '每秒输入词元',
  dayWritten: '昼夜满载时每天输出词元',
  dayAtLoad: '该负载持续一天所输出的词元',
  perChip: (rate) => `每卡 ${rate}`,
  tpot: '词元间隔',
  ttft: '进入引擎后的首词元时间',
  milliseconds: (n) => `${n} 毫秒`,
  costHead: '每百万词元（读入与写出）',
  yuan: '元',
  kilowattHours: '千瓦时（总表）',
  forEnergy: (yuan) => `其中电费 ${yuan}`,
  place: (region) => (region === null ? '地点不限' : `在${region}`),
  costNote: ({ place, id, day, full }) =>
    `昼夜保持${full ? '满载' : '该负载'}，${place}（--region ${id}）${day === null ? '；该芯片无人报价' : `，按 ${day} 的价格`}。闲置的卡也计入；含机房、网络、维护与人员。`,
  costRests: '所依据的数字',
  costNone: '未知：data/chips 中没有该机器的价格与功率。',
  ground: { price: '每张卡含服务器', power: '每张卡额定功率', pue: 'PUE', tariff: '电价' },
  unit: { CNY: ' 元', 'CNY/kWh': ' 元/千瓦时', W: ' 瓦' },
  judgedHere: '由作者判断',
  andMore: (first, more) => `${first} 等，另 ${more} 个`,
  part: {
    products: '矩阵乘法',
    attention: '注意力及其缓存',
    memory: '归一化、转换、重排',
    sums: '张量组内求和',
    experts: '专家',
    exchange: '专家交换',
    head: '输出层与采样',
    guess: '推测后续词元',
    host: '两步之间的主机开销',
    hidden: '被其他工作掩盖',
  },
  memoryHead: '单卡显存',
  of: (used, whole) => `${used} / ${whole} GiB`,
  weights: '权重',
  cache: '在用缓存',
  togetherHead: '同一批卡上预填充与解码',
  together: (rate, placed) => `每卡每秒输出 ${rate} 词元：${placed}`,
  togetherNone: '同一批卡上没有部署能满足这些时限。',
  apartHead: '预填充与解码分离',
  apart: (rate, share) => `每卡每秒输出 ${rate} 词元；${share} 的卡用于预填充`,
  apartNone: '没有划分能满足这些时限。',
  reads: (placement, rate) => `预填充：${placement}，每卡每秒至多 ${rate} 词元`,
  rate: '每卡',
  chips: '卡数',
  nearestHead: '相近的公开实测，每卡每秒词元',
  unseenNote: '预测所用常数的拟合不含该来源、模型与芯片的实测。',
  seenNote: '* 参与过拟合：误差偏小。',
  published: '公布',
  predicted: '预测',
  error: '误差',
  integers: (chip) => `${chip} 没有 FP8：八位以整数（INT8）计算，权重与激活均如此。`,
  widened: (chip, wanted, runs) =>
    `${chip} ${wanted === 'int8' ? '以 INT8 计算并不更快' : `没有 ${wanted.toUpperCase()}`}：权重以该格式存放，计算时放宽到 ${runs.toUpperCase()}。节省显存，不节省算力。`,
  assumed: (chip, bandwidth) =>
    `${chip} 的显存带宽未公布：按可比芯片假定为 ${bandwidth} GB/s，区间相应放宽。`,
  extrapolated: (chip, published) =>
    published !== undefined
      ? `${chip} 及同系列的公开推理实测（${published} 条）太少，或只测了预填充、解码单个阶段：此答案为外推，区间按判断放宽。`
      : `没有公开的 ${chip} 或同系列推理实测：此答案由其他芯片外推，区间按判断放宽。`,
  unseen: {
    model: (model) => `没有公开过 ${model} 整套服务的实测：此答案为外推，区间取拟合未见过的模型的误差。`,
    engine: (engine) =>
      `没有公开过 ${engine} 运行此类模型的整套服务实测：此答案为外推，区间取拟合未见过的来源的误差。`,
  },
  unseenFormat: (chip, weights, runs) =>
    `没有公开过 ${chip} 及同系列以 ${weights === runs ? `${weights} 权重` : `${weights} 权重、按 ${runs} 计算`}推理的实测：此答案为外推，区间取拟合未见过的模型与来源的误差。`,
  newer: (engine, asked, newest) =>
    `没有公开过 ${asked} 年的 ${engine} 的实测，最新的是 ${newest} 年：此后的进步不计。`,
  older: (engine, asked, oldest) =>
    `没有公开过 ${asked} 年的 ${engine} 的实测，最早的是 ${oldest} 年：此答案向前外推，区间不含其误差。`,
  drafter: (model, share) =>
    `${model} 没有预先猜测词元的模块：假定有一层这样的模块，${share} 的猜测是对的。此答案为外推，区间不含其误差。`,
  long: (model, asked, longest) => `提示与回答共 ${asked} 词元；${model} 只支持 ${longest}。`,
  beyondRecord: {
    engine: (asked, most) =>
      `没有公开过 ${asked} 张卡的单个引擎的实测，最多 ${most} 张：此答案为外推，区间不含其误差。`,
    request: (asked, most) =>
      `没有公开过每次请求 ${asked} 词元的实测，最多 ${most} 词元：此答案为外推，区间不含其误差。`,
    guess: (asked, most) =>
      `没有公开过此类芯片预先猜测 ${asked} 个词元的实测，${most === '0' ? '连一个也没有' : `最多 ${most} 个`}：此答案为外推，区间不含其误差。`,
    hits: (asked, most) =>
      `没有公开过缓存命中 ${asked}% 提示的服务的实测，${most === '0' ? '有命中的一条也没有' : `最多 ${most}%`}：此答案为外推，区间不含其误差。`,
  },
  unmeasured: (chip) => `${chip} 的算子没有公开测量；以相近芯片的曲线或注明的替代值代替。`,
  idle: (chip, chips) => `${chips} 张 ${chip} 闲置：数量无法均分。`,
  source: (rates) =>
    rates === '0' ? 'Sandtable，依据算子测量' : `Sandtable，依据 ${rates} 个公开实测与算子测量`,
  figureFront: (model, chips) => `吞吐与时延：${chips} 上的 ${model}`,
  figureRoofline: (model, chip) => `${chip} 上解码 ${model}：不同批次的每秒词元`,
  figureTime: (model, chips) => `一步的时间去向：${model}，${chips}`,
  timeSentence: ({ part, share, milliseconds, apart }) =>
    `${apart ? '写出的芯片上，' : ''}一步的工作首尾相接共 ${milliseconds} 毫秒；其中最多的是${part}，占 ${share}。`,
  frontSentence: ({ rate, milliseconds, placement }) =>
    `在目标之内，每卡每秒至多写出 ${rate} 个词元，每位读者每 ${milliseconds} 毫秒得到一个（${placement}）；每卡写得越多，每位读者等得越久。`,
  rooflineSentence: ({ batch, rate, reached, bound }) =>
    `在最大批次（每卡 ${batch} 条序列）下，每卡每秒写出 ${rate} 个词元，为数据表中${bound === 'memory' ? '显存带宽' : '算力'}（此处较低的上限）所允许的 ${reached}。`,
  cost: {
    title: (model, chips) => `每百万词元的成本：${chips} 上的 ${model}`,
    sentence: ({ least, slow, most, fast, place, day }) =>
      `每百万词元（读入与写出）在词元间隔 ${slow} 毫秒时为 ${least} 元，${fast} 毫秒时为 ${most} 元；${place}，按 ${day} 的价格，芯片始终满载。`,
    axis: '元/百万词元',
    low: '低于此为十分之一',
    high: '高于此为十分之一',
  },
  energy: {
    title: (model, chips) => `每百万词元的用电：${chips} 上的 ${model}`,
    sentence: ({ least, slow, most, fast, place }) =>
      `每百万词元（读入与写出）在词元间隔 ${slow} 毫秒时用电 ${least} 千瓦时，${fast} 毫秒时 ${most} 千瓦时（总表）；${place}，芯片始终满载。`,
    axis: '千瓦时/百万词元',
    low: '低于此为十分之一',
    high: '高于此为十分之一',
  },
  answerMark: '此答案',
  axisTpot: '词元间隔（毫秒）',
  axisRate: '每卡每秒词元',
  axisBatch: '每卡序列数',
  memoryBound: '显存带宽所允许',
  computeBound: '算力所允许',
};
