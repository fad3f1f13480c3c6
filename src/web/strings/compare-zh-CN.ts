import type { compareEn } from './compare-en.ts';

/** 比较。 */
export const compareZhCN: typeof compareEn = {
  sideA: '甲',
  sideB: '乙',
  compareIt: '比较',
  compareHelp: '档案名，以及其链接中 ? 之后的部分',
  tryPairs: '例如',
  pairPriors: (name) => `${name}：怀疑与相信`,
  pairHubs: '两个枢纽',
  compareMixed: '请比较两份档案或两个运行编号：不能各取其一。',
  causesMore: (n) => `另有${n}项`,
};
