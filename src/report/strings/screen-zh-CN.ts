import type { screenEn } from './screen-en.ts';

/** What screens of the terminal and exports say, in simplified Chinese. */
export const screenZhCN: typeof screenEn = {
  unreliableMark: '? = 该先验单独未收敛，请勿引用',

  eachStep: '每升一级是50个等可能世界之一',
  sitesOrder: '项目多者在前',
  matrixOrder: '信息量大者在前；只改变某个不太可能的假设者，信息量小',
  projectsHead: '项目',
  stageHead: '阶段',
  litHead: '点亮',
  computeHead: '已点亮算力（90%）',
  rangeHead: '范围',
  contextMark: '背景',
  contextSites: (n) => `另有${n}条背景记录，不计入宣称，仅示同类项目进展：--format csv`,
  leadHead: '需时',
  replayHead: '逐月答案，只用当时已发布的材料',
  dateHead: '日期',
  whyHead: (quantity) => `为何 ${quantity}`,
  diffHead: (before, after) => `${before} → ${after}`,
  diffCauses: '改动',
  diffFigures: '变化',

  sourcesHead: '来源',
  evidenceTitle: '哪些证据改变了答案',
  evidenceSentence: (facts, question) =>
    facts.length === 0
      ? `没有证据改变这个问题的答案：${question}`
      : `${question}最强的证据：${facts.map((f) => `${f.for ? '支持' : '反对'}（${f.factor}）：${f.says}`).join('')}`,
  replayTitle: (question) => `${question}逐月`,
  replaySentence: ({ from, to, start, end, label, median }) =>
    `从${from}到${to}，概率由${start}变为${end}；${label}的最新中位数为${median}。`,
};
