import type { siteScreenEn } from './site-screen-en.ts';

/** 终端所述场址，应用只有其图。 */
export const siteScreenZhCN: typeof siteScreenEn = {
  plant: {
    'air-chiller': '风冷冷机加自然冷却',
    'indirect-evaporative': '间接蒸发冷却',
    'dry-liquid': '液冷加干冷器',
    'tower-liquid': '液冷加冷却塔',
  },
  duty: { training: '训练', serving: '推理', idle: '空闲' },
  kind: {
    node: '服务器实测',
    metered: 'IT实测',
    it: 'IT额定',
    facility: '全站峰值',
    grant: '电网批复',
    headroom: '含余量的公布容量',
  },
  kindMeaning: {
    node: '全部服务器各自实测峰值之和',
    metered: '全部IT同时运行的实测值',
    it: '铭牌值加网络与存储',
    facility: '99.6%小时的场址电表读数',
    grant: '运营方申请的容量',
    headroom: '园区对外公布的容量',
  },
  limit: {
    feeds: '线路（N-1）',
    transformers: '变压器（N-1）',
    grant: '电网批复',
    water: '取水许可',
    cooling: '99.6%小时的冷却',
  },
  alone: { feeds: '唯一线路，无备用', transformers: '唯一变压器，无备用' },
  mode: ['仅室外空气', '蒸发运行', '部分冷机', '仅冷机'],
  fleet: (chips, chip, duty) => `${chips}张${chip}，${duty}`,
  at: (metres) => `海拔${metres}米`,
  proxied: (station) => `气象为替代值：取自${station}`,
  moved: (metres, kelvins, warmer) =>
    `气象由海拔${metres}米换算：按每公里6.5 K，气温${warmer ? '升高' : '降低'}${kelvins} K`,
  weather: ({ mean, t996, wetBulb, years }) =>
    `年均${mean} °C，99.6%小时${t996} °C，湿球${wetBulb} °C；生成气象${years}年`,
  file: (station) => `气象文件：${station}`,
  field: {
    temperature: '气温',
    humidity: '湿度',
    pressure: '气压',
    global: '总辐射',
    beam: '直射辐射',
    diffuse: '散射辐射',
    wind: '风速',
  },
  repair: (repair) => {
    switch (repair.kind) {
      case 'leap-day':
        return `略去闰日（${repair.hours}小时）`;
      case 'order':
        return `各小时按日历重新排列（${repair.breaks}处倒序）`;
      case 'gaps':
        return `补齐${siteScreenZhCN.field[repair.field]}${repair.hours}个值：缺测、无法读取或超出${repair.within[0]}至${repair.within[1]} ${repair.within[2]}`;
      case 'pressure':
        return '文件无气压：取海拔对应的标准气压';
      case 'humidity':
        return `${repair.hours}小时湿度超过100%，已截断`;
      case 'sun-lag':
        return `日照时标移动${repair.hours.toFixed(2)}小时至太阳正午`;
      case 'beam-split':
        return `散射重新计算：每年${Math.round(repair.before)} → ${Math.round(repair.after)} kWh/m2`;
      case 'night-sun':
        return `${repair.hours}小时地平线下的日照计为散射`;
    }
  },
  powerHead: '功率，按数字的含义',
  coolingHead: '冷却',
  pueLine: ({ mean, low, high, peak }) => `PUE年均${mean}（同类机房${low} – ${high}），99.6%小时${peak}`,
  wueLine: ({ wue, volume, people }) => `耗水${wue} L/kWh：每年${volume}立方米，相当于${people}人的份额`,
  overheats: (hours, from) => `每年过热${hours}小时，自${from} °C起`,
  asIfHeld: '峰值功率与各限制按冷机能维持设定温度计算',
  above: 'PUE超出1.0的部分',
  monthsHead: '逐月',
  modesHead: '各冷却系统每年各模式小时数',
  shortPlant: {
    'air-chiller': '风冷',
    'indirect-evaporative': '间接蒸发',
    'dry-liquid': '干冷液冷',
    'tower-liquid': '冷却塔液冷',
  },
  madeHead: '电场发电',
  short: (feed, share, hours) => `供电只能通过${feed} MW：${share}的负荷未供，每年${hours}小时`,
  firm: (mw) => `无电网时99.9%小时可保证：${mw} MW`,
  carbon: (tonnes) => `网电二氧化碳：每年${tonnes}吨`,
  calm: (hours) => `气象文件的风速无法放大到每年${hours}小时：改用月气候值生成的风况`,
  storageIdle: '储能无电可充：只存--solar与--wind的余电。',
  farmCost: (yuan) => `自有电成本${yuan}元/kWh`,
  limitsHead: '各限制可容纳',
  binds: (limit) => `最先受限：${limit}`,
  chipsOf: (chips) => `${chips}张卡`,
  holds: '可容纳所问规模',
  exceeded: '所问规模已超出',
  noLimit: '未知供电与取水许可：无从判断上限。请加--feed或--water。',
  fans: (fans, chips) => `自上方可见${fans}台冷凝风机，可带走${chips}张卡的热量（90%）`,
  swing: (mw, share) => `同步训练一秒内功率摆动${mw} MW${share ? `，占供电${share}` : ''}`,
  swingStorage: (mw) => `其中${mw} MW超出供电在无储能时可承受的摆动`,
  costHead: '费用',
  capital: (sum, servers) => `投资${sum}元，其中服务器${servers}元`,
  chipHour: (yuan) => `每个被使用的卡时${yuan}元`,
  noPrice: '该芯片没有报价。',
  altitudes: '海拔未定，两端并列：',
  next: (place) => [
    `sandtable site ${place} --plant dry-liquid`,
    `sandtable site ${place} --format svg --figure pue`,
  ],
};
