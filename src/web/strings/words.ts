import { en, type Words } from './en.ts';
import { zhCN } from './zh-CN.ts';

export type { Words } from './en.ts';

export const words: Readonly<Record<'en' | 'zh-CN', Words>> = { en, 'zh-CN': zhCN };
