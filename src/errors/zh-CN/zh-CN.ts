import type { Translation } from '../told.ts';
import { catalogueZhCN } from './catalogue.ts';
import { sentences } from './sentences.ts';

/** Faults in simplified Chinese. */
export const zhCN: Translation = {
  tag: 'zh-CN',
  catalogue: catalogueZhCN,
  sentences,
  words: {
    fix: '办法',
    more: '详见',
    english: '英文详情',
    rest: (number) => `……另有 ${number} 个，待这些改正后再看`,
    counts: (errors, warnings) =>
      [errors > 0 && `${errors} 个错误`, warnings > 0 && `${warnings} 条警告`].filter(Boolean).join('，'),
    stopped: '未作计算，您的文件没有变动',
    sound: ({ id, sites, items, sources, next }) =>
      `${id}：${sites} 条场址记录，${items} 条证据，${sources} 个来源，没有错误。接着：${next}`,
    remedy: '办法：',
  },
};
