import { regionsZhCN } from './regions-zh-CN.ts';
import type { sitesEn } from './sites-en.ts';
import { titleOf } from './title-of.ts';

/** 场址与场址卡。 */
export const sitesZhCN: typeof sitesEn = {
  sitesLead: (n) => `宣称中共${n}个场址。每条为二十个可能世界；圆环为宣称。`,
  context: '宣称之外',
  stage: '阶段',
  inferredMark: '推断',
  compute: '已点亮算力',
  load: 'IT负载',
  place: '位置',
  pair: (of, is) => `${of}：${is}`,
  marked: (of, mark) => `${of}（${mark}）`,
  region: (id) => regionsZhCN[id] ?? titleOf(id),
  precisions: {
    building: '楼宇',
    town: '乡镇',
    county: '县',
    prefecture: '地区（州、市）',
    province: '省级',
  },
  precision: (word) => `与来源同等精度：${word}`,
  noPlace: '未定位：没有来源说明地点。',
  siteReport: '电力与气候',
  siteReportOf: (chips) => `按此处所宣称：${chips}。`,
  siteReportLoad: '让此地经历一年天气',
  siteReportWait: '正在推算此地一年的天气',
  siteCard: '场址卡',
  notLocated: '未定位',
  bestGrade: '最高等级',
  outsideClaim: '宣称之外：附近同类项目的进展',
  operator: '运营方（据公开资料）',
  noOperator: '运营方：未知，没有公开资料提及。',
  speaksFor: (n) => `${n}条支持`,
  speaksAgainst: (n) => `${n}条反对`,
  silent: (n) => `${n}条无关`,
  silentNote: '对该问题的影响不足5%',
  forQuestion: (question) => `支持或反对：${question}`,
  siteKinds: {
    chain: '供电链',
    load: '负荷',
    pue: 'PUE',
    temperature: '气温',
    power: '自有电力',
    energy: '电量',
  },
};
