import type { whatIfEn } from './what-if-en.ts';

/** 先验与假设。 */
export const whatIfZhCN: typeof whatIfEn = {
  prior: '先验',
  priorWhy: {
    sceptic: '预期公告会迟到、缩水，且没有所称芯片',
    neutral: '与已知枢纽的结局一致',
    believer: '预期获批者终会建成，芯片总有来路',
  },
  ruler: ({ sceptic, neutral, believer }) =>
    `各先验下的概率：怀疑 ${sceptic}，中立 ${neutral}，相信 ${believer}。`,
  whatIf: '假设',
  noChanges: '尚无改动。去掉一条证据，或设定一个数值。',
  reset: '撤销全部改动',
  setFigure: '设定数值',
  figurePath: '参数',
  figureValue: '数值，按常用写法：20%、60k to 700k、12 to 30 months',
  figureNow: '现为',
  apply: '设定',
  without: (item) => `不含：${item}`,
  takeBack: (what) => `撤销：${what}`,
};
