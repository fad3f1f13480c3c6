import type { verdictEn } from './verdict-en.ts';

/** 结论，以及抽取世界。 */
export const verdictZhCN: typeof verdictEn = {
  columns: {
    quantity: '相当于',
    claimed: '若宣称全部运行',
    now: (date) => `${date} 实际运行`,
    later: '至2027年底',
  },
  laterNote: (run) => `同样的证据推至2027-12-31，运行 ${run}`,
  notClaimed: '未宣称',
  moved: '影响最大的证据',
  movedNote: (question) => `对此问题的几率：${question}`,
  withEvery: (before) => `全部证据在内时：${before}`,
  allEvidence: '全部证据',
  lookNext: '下一步看什么',
  lookCost: (cost, lead) => `${cost}，${lead}内有结果`,
  otherQuestions: '同一批世界的其他问题',
  drawWorld: '抽取一个世界',
  drawnWorld: (n) => `世界${n}：与证据相符的众多世界之一，并非预测。`,
  backToAll: '回到全部世界',
  slowShow: '慢速播放',
  judged: (judged, all) => `${all}个数值中有${judged}个出于我们的判断`,
  warnings: (n) => `${n}条警告`,
  mathHead: '算法',
};
