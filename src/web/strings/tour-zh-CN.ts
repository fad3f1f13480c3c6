import type { tourEn } from './tour-en.ts';

/** 导览。 */
export const tourZhCN: typeof tourEn = {
  tour: '导览',
  tourDone: '导览完毕。按 ? 查看全部快捷键。',
  tourSteps: [
    ['切换先验', '选“怀疑”：证据能否压倒先验？'],
    ['去掉一个来源', '在“影响最大的证据”中取消勾选第一条，看答案变动。按键：j，再按 x。'],
    ['抽取一个世界', '按“抽取一个世界”，或在焦点不在选框时按空格：一个与证据相符的完整世界。'],
    ['打开来源', '点选一条证据，阅读原文与译文。按键：j，再按回车。'],
    ['复制引用', '按 c 并复制：运行编号随之带走。'],
  ],
  tourItem: (says) => `第一条：${says}`,
  tourNow: (n, of) => `第${n}步，共${of}步`,
  skipTour: '结束导览',
};
