import type { libraryEn } from './library-en.ts';

export const libraryZhCN: typeof libraryEn = {
  title: '一个智算枢纽：宣称了什么，有何证据，能做什么。',
  lead: '每份档案把一个枢纽从宣称带到能力。',
  origin: { own: '您的', bundled: '随沙盘附带', known: '结局已知' },
  sites: (n) => `${n}个场址`,
  items: (n) => `${n}条证据`,
  broken: (n) => `${n}处错误`,
  knownLead: (n) => `${n}个结局已知的枢纽，用于拟合与检验引擎，同样可以打开。`,
  files: (n) => `档案原文：${n}个文件`,
  noErrors: '没有错误。',
};
