import type { cardsEn } from './cards-en.ts';

export const cardsZhCN: typeof cardsEn = {
  claims: '此处宣称',
  limits: '限制',
  noLimits: '此场址的限制未知。',
  limit: {
    feed: '电网接入',
    'floor-area': '建筑面积',
    budget: '预算',
    water: '取水许可',
    fans: '可见风机',
    land: '用地',
  },
  evidence: '证据',
  routes: '点亮处运行什么',
  original: '原文',
  noOriginal: '未引原文。',
  archive: '存档',
};
