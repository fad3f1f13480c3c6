import type { ConfidenceReason, LookGap } from '../../assessment/assessment.ts';
import { presetsZh, wordsZh } from '../../assessment/why-words.ts';
import { inChinese } from '../../units/chinese.ts';
import { formatNumber } from '../../units/format.ts';
import { cardsZhCN } from './cards-zh-CN.ts';
import { compareZhCN } from './compare-zh-CN.ts';
import { controlsZhCN } from './controls-zh-CN.ts';
import type { Strings } from './en.ts';
import { figuresZhCN } from './figures-zh-CN.ts';
import { libraryZhCN } from './library-zh-CN.ts';
import { reachZhCN } from './reach-zh-CN.ts';
import { serveZhCN } from './serve-zh-CN.ts';
import { siteZhCN } from './site-zh-CN.ts';
import { trainZhCN } from './train-zh-CN.ts';

const zh = (value: number, figures: number): string => formatNumber(value, { locale: 'zh-CN', figures });

function sides({ telling, for: yes, against, contested }: ConfidenceReason & { about: 'origins' }): string {
  if (telling === 0) return '';
  return `（${yes}个支持，${against}个反对）${contested ? '；可靠来源相互矛盾' : ''}`;
}

function reason(of: ConfidenceReason): string {
  switch (of.about) {
    case 'origins':
      return `评级A或B的${of.strong}个独立出处中，${of.telling}个对答案有影响${sides(of)}`;
    case 'priors':
      return of.words === 1 ? '三种先验用词相同' : `三种先验给出${of.words}种用词`;
    case 'weak-source':
      return of.item === null ? '没有单个薄弱来源左右用词' : `用词系于一个薄弱来源（${of.item}）`;
    case 'age':
      return of.days === null ? '没有证据' : `最新事实在该日期前${of.days}天`;
  }
}

const lookGaps: Readonly<Record<LookGap, string>> = {
  total: '总量只给出各场址之和的上限，其大小无法预知',
  hub: '此类证据没有关于整个枢纽的概率',
  site: '截至该日期，所涉场址均未知',
  kind: '没有模型能预知此类证据的内容',
};

/** Everything Sandtable says to people, in simplified Chinese. */
export const zhCN: Strings = {
  tag: 'zh-CN',
  number: zh,
  quantity: inChinese,
  chipSaid: (chip) => ({ unnamed: '未具名', domestic: '国产芯片' })[chip] ?? chip,
  brief: (value) => zh(value, 3),
  tickShort: (value) => zh(value, 3),
  tick: (value) => zh(value, 3),
  percent: (text) => `${text}%`,
  percentChange: (from, to) => `${from} → ${to}%`,
  range: (low, high) => `${low} – ${high}`,
  upTo: (amount) => `至多${amount}`,
  ninety: '90%',
  nothing: '无',
  notKnown: '未知',
  preset: presetsZh,
  word: wordsZh,
  confidenceWord: { low: '低', moderate: '中', high: '高' },
  basis: { measured: '实测', reported: '报道', claimed: '宣称', derived: '推算', judged: '判断' },
  stage: { paper: '仅在纸面', construction: '在建', shell: '空壳', lit: '已点亮' },
  route: { named: '指定型号', legal: '合法替代', domestic: '国产芯片' },
  hypothesis: {
    'as-claimed': '如所宣称',
    'legal-substitutes': '合法替代',
    'domestic-chips': '国产芯片',
    'partly-built': '部分建成',
    'not-lit': '未点亮',
  },
  hypothesisShort: {
    'as-claimed': '宣称',
    'legal-substitutes': '合法',
    'domestic-chips': '国产',
    'partly-built': '部分',
    'not-lit': '未点亮',
  },

  asOf: (date) => `截至${date}`,
  underPrior: (preset) => `${preset}先验`,
  scope: (projects, sites) => `${projects}个项目，${sites}处场址`,
  basisOfAnswer: (claims, items, origins) => `${claims}项宣称 · ${items}条证据，来自${origins}个独立出处`,
  later: (n) => `另有${n}条在此日期之后发布，未采用`,
  unplaced: (n) => `另有${n}条未采用：当时尚无关于其场址规模的宣称`,
  before: (percent) => `证据之前 ${percent}`,
  confidence: '置信度',
  confidenceReasons: (reasons) => reasons.map(reason).join('；'),
  byPrior: '按先验',
  claimed: '宣称',
  permitted: '境内存量',
  inferred: '推断',
  sentence: ({ label, below, worlds, none, claim }) =>
    `${label}：在符合证据的50个世界中，${worlds}个不超过${below}${none > 0 ? `，${none}个为零` : ''}${
      claim ? `，${claim.reached}个达到宣称的${claim.amount}的九成` : ''
    }。`,

  otherQuestions: '其他问题',
  probability: '概率',
  beforeEvidence: '之前',
  amountsTo: '相当于',
  spans: (days) => `${days}天`,
  spansNote: '与天数成正比，假定机群不变',
  spansOf: { 'largest-run': '最大训练，全部场址', 'largest-run-site': '最大训练，单一场址' },
  asClaimed: '如所宣称',
  asInferred: '推断（90%）',
  basisHead: '依据',
  routesHead: '已点亮处运行什么',
  routesNote: '占已点亮场址的期望份额',
  sitesHead: '场址',
  moved: '哪些证据改变了答案',
  without: '去掉后',
  medianWithout: '去掉后中位数',
  onHeadline: '对首要问题',
  rankedBy: (question) => `首要问题已无疑问，故按对此问题的影响排序：${question}`,
  reweighted: (points) =>
    `“去掉后”由同一批抽样重新加权得出，每个百分比误差约±${points}个百分点；--drop 会重新抽样，结果可能相差同样多。`,
  gradeHead: '评级',
  more: (n) => `另有${n}条：加 --matrix 查看证据与假设矩阵，加 --format csv 导出全部`,
  noSuchWorld: '抽出的世界中没有这一种：无从判断',
  tellsNothing: '什么都能解释，什么也不说明',
  unreliable: (ids) => `~ 以重加权剔除该条不可靠（Pareto k）；请用 --drop ${ids} 重算`,
  weakSource: (item, word, grade) =>
    `结论系于一个薄弱来源：去掉 ${item} 后用词变为“${word}”。其评级为 ${grade}，只有一个出处。`,
  notConverged: '未收敛',
  poor: (ess, draws, pareto, limit) =>
    `未收敛：${draws}次抽样的有效样本量为${ess}，Pareto k 为 ${pareto}（上限 ${limit}）。本页数字不是答案。请增加 --draws，或去掉与证据矛盾的假定。`,
  rescued: (ess) => `直接加权未收敛；退火抽样已收敛（有效样本量 ${ess}）。`,
  conflict: (p) =>
    `冲突：仅凭证据推出的规模能容于该枢纽供应份额的概率为 ${p}。证据与供应不一致；引用前请两者都看。`,
  supply: (ratio) => `宣称数量是该枢纽在供应池中份额（中位数）的${ratio}倍。`,
  lookNext: '下一步看什么',
  sharpening: '收窄芯片',
  sharpeningCompute: '收窄算力',
  looksLeftOut: (entries) =>
    `价值未知：${entries.map(({ name, why }) => `${name}（${lookGaps[why]}）`).join('；')}`,
  costHead: '费用',
  runLine: ({ id, seed, draws, engine, data }) =>
    `运行 ${id} · 种子 ${seed} · ${draws}次抽样 · 引擎 ${engine} · 数据 ${data}`,
  samplingLine: ({ ess, pareto, error }) =>
    `有效样本量 ${ess} · Pareto k ${pareto} · 抽样误差 ${error} 个百分点`,
  trackRecord: (facts) =>
    `在${facts.hubs}个结局已知的枢纽上的记录。能否如期建成，对${facts.scored}个已到期或已放弃者提前30天判断：布里尔分数${facts.time[0]}，只用基础频率为${facts.time[1]}。点亮后运行什么芯片（首要问题取决于此），对${facts.routeHubs}个：${facts.route[0]}，只用基础频率为${facts.route[1]}，技巧${facts.skill}，0即不优于基础频率（sandtable backtest）。`,
  judgedLine: (judged, figures, warnings) =>
    `${figures}项假设中有${judged}项为判断${warnings > 0 ? ` · ${warnings}条警告：sandtable check` : ''}`,
  seconds: (s) => `${s} 秒`,
  next: '接着',
  overrides: (text) => `改动：${text}`,
  dropped: (ids) => `去掉 ${ids}`,

  month: '截至',
  items: '证据',
  matrixHead: '证据与假设：每条证据在各假设下比平均可能多少',
  itemHead: '证据',
  same: '没有数字不同。',
  controls: controlsZhCN,

  asTable: '同样的数字，列成表格',
  licence: (name) => `许可 ${name}`,
  source: '来源',
  figureSource: (origins, items) => `Sandtable，依据${origins}个独立出处的${items}条证据`,
  run: (id) => `运行 ${id}`,
  speaksFor: '支持',
  speaksAgainst: '反对',
  stop: '。',
  colon: '：',
  comma: '，',
  train: trainZhCN,
  figures: figuresZhCN,
  reach: reachZhCN,
  serve: serveZhCN,
  site: siteZhCN,
  cards: cardsZhCN,
  compare: compareZhCN,
  library: libraryZhCN,
};
