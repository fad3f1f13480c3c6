import type { whyEn } from './why-en.ts';

/** 缘由栏。 */
export const whyZhCN: typeof whyEn = {
  why: '这个数字从何而来',
  whyOf: (what) => `缘由：${what}`,
  whyLoading: '正在追溯数字的来源',
  asWhatIf: '试用其他数值',
  tryValue: '试试',
  takeBackIt: '撤回',
  notKnown: '未知',
};
