import type { SiteStrings } from './site-en.ts';

/** What is said about sites, in simplified Chinese. */
export const siteZhCN: SiteStrings = {
  month: ['1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月'],
  supplyHead: '全年电量',
  energy: (mwh) => `${mwh} MWh`,
  source: {
    photovoltaic: '光伏',
    wind: '风电',
    direct: '电场直供',
    grid: '电网',
    storage: '储能放电',
    curtailed: '弃电',
    charged: '充入储能',
    lost: '储能损耗',
    unserved: '未供',
  },
  figureTitle: {
    chain: (name) => `${name}：从电网到芯片的功率`,
    load: (name) => `${name}：负荷持续曲线`,
    pue: (name) => `${name}：逐月逐时PUE`,
    temperature: (name) => `${name}：逐月逐时气温`,
    power: (name) => `${name}：自有电场逐月逐时供电`,
    energy: (name) => `${name}：全年电量`,
  },
  heatWhat: { pue: 'PUE', temperature: '气温', power: '电场与储能供电' },
  heatSentence: {
    pue: ({ least, most, month }) => `PUE在${least}与${most}之间，${month}最高。`,
    temperature: ({ least, most, month, leastMonth }) =>
      `平均气温由${leastMonth}的${least} °C到${month}的${most} °C。`,
    power: ({ least, most, month }) => `站旁电场与储能平均供给负荷${least}至${most} MW,${month}最多。`,
  },
  figureSource: 'Sandtable，依据其数据中的月气候值、冷却常数与服务器额定值',
  chainSentence: ({ chips, low, high }) => `同样${chips}，按含义不同读作${low} MW或${high} MW。`,
  loadSentence: ({ peak, half, least }) =>
    `IT按年均负荷时，最高一小时${peak} MW，半数小时不低于${half} MW，从不低于${least} MW。`,
  askedSentence: ({ asked, feed, share }) =>
    `所需最高${asked} MW：供电只能通过${feed} MW，${share}的负荷未供。`,
  asked: '所需',
  energySentence: ({ load, own }) => `每年${load} MWh中，${own}来自站旁电场。`,
  hour: (zone) => `时刻（UTC${zone}）`,
  shareOfHours: '小时占比',
};
