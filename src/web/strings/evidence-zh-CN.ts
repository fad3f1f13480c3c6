import type { evidenceEn } from './evidence-en.ts';
import { findingsZhCN } from './findings-zh-CN.ts';

/** 证据、矩阵与文件。 */
export const evidenceZhCN: typeof evidenceEn = {
  evidenceLead: (items, origins) =>
    `${items}条证据，来自${origins}个独立出处。每格表示该证据在此类世界中比平均更可能多少。`,
  groupByOrigin: '按出处分组',
  trust: (origin) => `对 ${origin} 的信任程度`,
  letters: {
    A: '完全可靠',
    B: '通常可靠',
    C: '比较可靠',
    D: '通常不可靠',
    E: '不可靠',
    F: '无法判断',
  },
  asGraded: (letter) => `恢复为原评级 ${letter}`,
  sortNote: '按区分各假说的能力排序。',
  equalLeftOut: '每条证据只列出受其影响的假设。',
  tellsNothing: '什么都能解释，等于什么也没说',
  leaveOut: (item) => `使用：${item}`,
  use: '用',
  useThisItem: '采用此条证据',
  item: '证据',
  kind: '类别',
  date: '日期',
  grade: '等级',
  tells: '信息量',
  bits: (n) => `${n}比特`,
  document: '文件',
  translation: '英文',
  inChinese: '中文',
  observed: '观测',
  found: (finding) => findingsZhCN[finding] ?? finding.replaceAll('-', ' '),
  publishedOn: '发布',
  origin: '出处',
  coded: '录入于',
  effect: '作用',
  effectWithout: (now, then) => `有它 ${now}，无它 ${then}`,
};
