import type { FiguresStrings } from './figures-en.ts';

/** What figures say beside the words they share with screens, in simplified Chinese. */
export const figuresZhCN: FiguresStrings = {
  column: {
    quantity: '数量',
    part: '部分',
    value: '值',
    median: '中位数',
    low: '下限（5%）',
    high: '上限（95%）',
    share: '份额',
    name: '名称',
    place: '位置',
    meaning: '数字的含义',
    pool: '存量',
    month: '月',
    from: '起',
    to: '止',
    says: '内容',
    factor: '对赔率的倍数',
    published: '发布',
    reliable: '可靠',
    diagnosticity: '信息量',
    yes: '是',
    no: '否',
  },
  part: {
    inferred: '推断',
    claimed: '宣称',
    permitted: '允许',
    world: (n) => `50个世界之${n}`,
  },
  runs: {
    title: '90天内最大的训练：同在一处、分散各处、单一场址',
    together: '若全部在一处',
    split: (sites) => `分散于${sites}处，少有会合`,
    single: '仅最大一处',
    alone: '其唯一一处',
    named: '已公开的训练',
    sentence: (f) =>
      [
        f.sites > 1 ? `分散于${f.sites}处，90天内最大规模为${f.split}` : `90天内最大规模为${f.split}`,
        f.alone === undefined ? '' : `；仅最大一处可达${f.alone}`,
        f.reached.length === 0
          ? `。居中的世界不及所列${f.all}次训练中的任何一次。`
          : `。居中的世界达到${f.reached.join('、')}。`,
      ].join(''),
  },
  month: Array.from({ length: 12 }, (_, i) => `${i + 1}月`),
  mean: '均值',
  hour: '时刻',
  front: '无可胜出',
  published: '已发表',
  reads: (label, { middle, range }) => `${label}：${middle}（90%：${range}）。`,
  matrixTitle: '每条证据对每种解释说了什么',
  matrixSentence: ({ items, telling, drawn, says, best, worst }) =>
    `${
      says === undefined
        ? `${items}条证据都不能区分各种解释。`
        : `${items}条证据中有${telling}条能区分各种解释。信息量最大的一条“${says}”最符合“${best!.name}”（${best!.factor}），最不符合“${worst!.name}”（${worst!.factor}）。`
    }${drawn === undefined ? '' : `图中为信息量最大的${drawn}条。`}`,
  power: {
    title: (hub) => `${hub}：从电网到芯片的功率`,
    permitted: '可通过的上限',
    unknown: '未知：未找到备案',
    place: {
      announced: '宣布',
      grid: '电网',
      transformers: '变压器',
      facility: '场址电表',
      pue: 'PUE',
      it: 'IT额定',
      metered: 'IT实测',
      chips: '服务器',
    },
    meaning: {
      announced: '园区对外宣布的容量，含余量',
      grid: '运营方申请的容量',
      transformers: '可承载（多台时停一台）',
      facility: '场址峰值时电表读数',
      pue: '设施功率与IT负荷之比，全年平均',
      it: '铭牌功率，含网络与存储',
      metered: '全部IT同时运行',
      chips: '所有服务器实测峰值之和',
    },
  },
  supply: {
    title: (asOf) => `在华加速卡及其来路，${asOf}`,
    sentence: (pools, left) =>
      [
        `${pools.map(({ name, middle, range }) => `${name}：${middle}（90%：${range}）`).join('；')}。`,
        '中位数不可相加。',
        left
          ? `存量按枢纽证据之前估算；在与证据相符的世界中，受限加速卡为${left.middle}（90%：${left.range}）。`
          : '',
      ].join(''),
    nothing: '截至该日期，没有关于存量的公开材料。',
    heads: { route: '来路', pool: '境内', hub: '推断在该枢纽' },
  },
  map: {
    title: (hub) => `${hub}：场址在哪里`,
    sentence: ({ located, sites, name, claimed, inferred, range }) =>
      `${sites}处场址中有${located}处公布了位置。${name}：宣称${claimed}，推断${inferred}（90%：${range}）。`,
    sentenceOne: ({ name, claimed, inferred, range }) =>
      `${name}：宣称${claimed}，推断${inferred}（90%：${range}）。`,
    nowhere: '没有来源给出任何场址的位置。',
    ring: (most) => `宣称（最大${most}）`,
    wedge: '推断中位数',
    band: '至90%区间上端',
    doubt: '来源所给位置的精度',
    km: (n) => `${n}公里`,
    ground: '底图：Natural Earth，NOAA ETOPO1',
    boundaries: (metres) =>
      `边界依Natural Earth按实际管辖绘制，不代表对任何主张的立场。点线：有争议或未定。等高线每${metres}米一条，取自半度网格：仅示地势，并非测绘。`,
    noGround: '未附带世界这一部分的地理数据：场址绘于白纸之上。',
    latitude: '纬度',
    longitude: '经度',
    precision: '精度',
  },
  mix: (lit, parts) => `点亮概率${lit}；点亮时所运行：${parts}。`,
  backtestSource: (hubs) => `Sandtable，依据${hubs}个结局已知的枢纽，每个都由拟合其余枢纽的模型预测`,
  training: {
    time: ({ part, share, seconds }) => `一步需${seconds}秒，其中最多的${share}用于${part}。`,
    memory: ({ stage, used, whole }) => `第${stage}级最满：${used} / ${whole} GiB。`,
    scaling: ({ from, to, kept }) => `从${from}到${to}块芯片，单卡速率保持${kept}。`,
    nothingFits: '所试规模都放不下该模型。',
    frontTitle: (model, chips) => `${model}在${chips}上的方案`,
    front: ({ plan, seconds, used, whole }) =>
      `最快的方案${plan}每步${seconds}秒，占用${used} / ${whole} GiB。`,
    nothingSearched: (plan) => `只看了一个方案：${plan}。`,
    chips: '芯片数',
    rate: '速率',
    perSecond: 'token/s',
    ideal: '若规模不带来损失',
    best: '最佳方案，占峰值份额',
    capacity: '单卡内存',
    memoryUsed: '最满芯片的内存',
    stepTime: '一步用时',
  },
};
