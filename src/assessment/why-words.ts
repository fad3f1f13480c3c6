import type { ParameterName } from '../installed/parameter.ts';
import type { Preset } from '../installed/presets.ts';
import type { mixParameters } from '../serving/mix-columns.ts';
import type { RunParameter } from '../training/run-columns.ts';
import type { LikelihoodWord } from './assessment.ts';

/** Chips that run in a lit site, by route. */
export const routesZh: readonly string[] = ['所称芯片', '合法替代', '国产芯片'];

/** Likelihood words, as the screens say them. */
export const wordsZh: Readonly<Record<LikelihoodWord, string>> = {
  'almost no chance': '几乎不可能',
  'very unlikely': '很不可能',
  unlikely: '不太可能',
  'roughly even chance': '大致各半',
  likely: '可能',
  'very likely': '很可能',
  'almost certain': '几乎确定',
};

export const presetsZh: Readonly<Record<Preset, string>> = {
  sceptic: '怀疑',
  neutral: '中立',
  believer: '相信',
};

/** Formulas of the hub's quantities, in Chinese words. */
export const formulasZh: Readonly<Record<string, string>> = {
  accelerators: '对各场址求和：宣称的加速卡 × 已点亮份额（运行所称芯片处）；合计不超过枢纽份额 × 国内存量',
  compute: '对各场址求和：宣称的加速卡 × 已点亮份额 × 所称芯片的稠密FP16峰值',
  legal: '对各场址求和：合法替代上已点亮的算力 / 在售型号的平均峰值',
  domestic: '对各场址求和：国产芯片上已点亮的算力 / 在售型号的平均峰值',
  'it-load': '对各路线求和：加速卡 × 服务器额定功率 × 峰值份额 × 集群附加 × 同时系数',
  'facility-load': 'IT负载 × PUE',
  'largest-run':
    '对各场址与路线求和：加速卡 × 单卡训练DeepSeek-V3的速率 × 有效时间的份额 × 90天 / 分处各地所需词元的倍数',
  'largest-run-site': '最大场址：加速卡 × 单卡训练速率 × 有效时间的份额 × 90天',
  'largest-run-together': '全部场址的加速卡 × 单卡训练速率 × 有效时间的份额（如同时停机）× 90天',
  'largest-run-h20': '同全部场址，任何加速卡均以H20的训练速率计',
  'largest-run-ascend': '同全部场址，任何加速卡均以昇腾910B2的训练速率计',
  tokens: '对各路线求和：加速卡 × 一块卡一天读写的词元（以8位精度服务DeepSeek-V3）',
  'tokens-h20': '任何加速卡 × 一块H20每日词元',
  'tokens-ascend': '任何加速卡 × 一块昇腾910B2每日词元',
};

/** What the parameters of the world model mean. */
export const meaningsZh: Readonly<Record<ParameterName, string>> = {
  realisation: '获批项目中终会（部分或全部）点亮的份额',
  contextRealisation: '不计入宣称的背景场址中终会点亮的份额',
  namedShare: '已点亮项目中运行批文所称芯片的份额（未计国内存量之限）',
  poolShare: '此等规模的一个枢纽可占有的国内受限加速卡份额',
  fullShare: '已点亮项目中填充到约如宣称者的份额；其余止于首期',
  partialFill: '止于首期的项目最终到位的算力占宣称的份额',
  fullFill: '填满的项目最终到位的算力占宣称的份额',
  unlitPaper: '从未点亮的项目中止于纸面的份额',
  unlitConstruction: '从未点亮的项目中止于工地的份额',
  early: '首批工程可早于宣称日期多久',
  promise: '未给出期限时，从宣称到期限的时间',
  lagConstruction: '从该最早日期到开工',
  lagShell: '从开工到建筑完工',
  lagLit: '从建筑完工到首次点亮',
  ramp: '从首次点亮到最终填充',
  firstBlock: '首次点亮当日一次到位的量，以填充期的份额计',
  pace: '整个枢纽的建设比上述时滞慢或快的倍数',
};

/** What a service is asked for. */
export const serviceZh: Readonly<Record<(typeof mixParameters)[number] | 'pace', string>> = {
  readPerWritten: 'r：每写出一个词元所读的词元',
  cacheHits: 'h：所读词元中命中缓存的份额',
  context: '上下文：写出一个词元时回看的词元数',
  decodeFilled: '生产中的写出速率与该速度下最大批次之比',
  prefillFilled: '生产中的读入速率与满批之比',
  peakOverMean: '最忙时段与全天平均负载之比',
  inService: '在役芯片的份额',
  pace: '速度：一位用户两个词元之间的时间',
};

/** What stops training runs, and what being apart costs them. */
export const runZh: Readonly<Record<RunParameter, string>> = {
  nodeLife: 'L：一个八卡节点两次故障之间的时间',
  recovery: 'R：从故障到恢复训练',
  stall: 'D：存一次检查点时训练停顿的时间',
  maintenance: 'm：计划内中断所占时间的份额',
  rareMeetings: '很少交换的各地所需词元，为一处所需的倍数',
};
