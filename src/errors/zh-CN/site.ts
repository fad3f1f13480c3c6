import type { siteCodes } from '../catalogue/site.ts';
import type { Translated } from './translated.ts';

export const siteCodesZh: Translated<typeof siteCodes> = {
  'ST-P001': {
    title: '各冷却系统的份额之和不为 1',
    why: '地区的 PUE 由其所建的冷却系统混合而成；缺了或重复都会使它偏移。',
    fix: '更正各份额，使其和为 1。',
  },
  'ST-P002': {
    title: '未知的冷却系统',
    why: '地区的 PUE 由同一文件中说明的冷却系统混合而成。',
    fix: '更正标识，或在 `plants` 下说明该冷却系统。',
  },
  'ST-P003': {
    title: '场址数据缺少一节',
    why: '从服务器到电表的每一步都不可少；漏掉一步就等于不耗电。',
    fix: '把消息所指的一节加到 data/site 的文件中，或从软件包恢复该文件。',
  },
  'ST-P004': {
    title: '限制的单位与其种类不符',
    why: '供电以 MW 或 MVA 计，楼面面积以 m2 或 mu（亩）计，预算以金额计，水以每年 m3 计，风机以台数计；其他单位无法换算成加速卡。',
    fix: '更正单位或种类：{ kind: feed, amount: 300 MVA }。',
  },
  'ST-P010': {
    title: '气候的月平均值自相矛盾',
    why: '天气生成器由十二个月推出每个小时；均值若在自身极值之外，每小时都会走样。',
    fix: '写十二个值，从一月起，满足 dailyMin <= temperature <= dailyMax，湿度以百分数计。',
  },
  'ST-P011': {
    title: '未知的气候',
    why: '场址靠当地的天气冷却；没有气候平均值的地方无法计算，也不作猜测。',
    fix: '写 data/regions/climates.yaml 或 data/published/climates.yaml 中的气候，或自带天气文件：--weather FILE.epw。',
  },
  'ST-P012': {
    title: '天气文件不是 EPW 文件',
    why: 'EPW 文件以 LOCATION 开头，另有七行文件头，其后是 8,760 小时，每小时 35 个字段。',
    fix: '确认这是 EPW 文件本身，而不是配套的 .stat、.ddy 文件或压缩包。',
  },
  'ST-P013': {
    title: '天气文件有缺失或重复的小时',
    why: '有缺口的一年会使其后各小时与太阳错位，而剩余部分的均值也不是全年均值。',
    fix: '提供完整一年的 8,760 小时（闰年 8,784），或由月平均值生成天气。',
  },
  'ST-P014': {
    title: '天气文件缺少实测值',
    why: '带缺测标记（99.9、999）的字段不是天气；少数可由相邻值补齐，多了就不行。',
    fix: '提供温度、湿度、风或日照连续缺测不超过六小时的文件。',
  },
  'ST-P015': {
    title: '天气文件属于别的地方',
    why: '其气象站离场址太远，或其气压与海拔不符：结果说的会是别处。',
    fix: '提供 150 km 以内、高差 300 m 以内的气象站的文件，或写明该站自身所在的地方。',
  },
  'ST-P016': {
    title: '海拔不可能',
    why: '标准大气适用于 -430 m（最低的陆地）到 6,000 m；超出此范围没有任何建筑。',
    fix: '写海拔高度，以米计，如 2808 m。',
  },
  'ST-P017': {
    title: '未知的冷却系统',
    why: '有四种冷却系统的模型：air-chiller、indirect-evaporative、dry-liquid 与 tower-liquid，可单用，也可按机房份额混用。',
    fix: '写其中之一，或和为 1 的份额：indirect-evaporative=0.6,dry-liquid=0.4。',
  },
  'ST-P018': {
    title: '未知的地点或场址',
    why: '场址或是数据中的气候，或是档案中的场址，写作 DOSSIER/SITE。',
    fix: '例如写 sandtable site golmud，或 sandtable site xinjiang-qinghai/yiwu。',
  },
};
