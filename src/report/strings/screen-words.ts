import { backtestEn } from './backtest-en.ts';
import { backtestZhCN } from './backtest-zh-CN.ts';
import { controlsScreenEn } from './controls-screen-en.ts';
import { controlsScreenZhCN } from './controls-screen-zh-CN.ts';
import type { Strings } from './en.ts';
import { screenEn } from './screen-en.ts';
import { screenZhCN } from './screen-zh-CN.ts';
import { serveScreenEn } from './serve-screen-en.ts';
import { serveScreenZhCN } from './serve-screen-zh-CN.ts';
import { siteScreenEn } from './site-screen-en.ts';
import { siteScreenZhCN } from './site-screen-zh-CN.ts';
import { trainScreenEn } from './train-screen-en.ts';
import { trainScreenZhCN } from './train-screen-zh-CN.ts';

/**
 * Words of single screens, in the language of the others: only what says them fetches them. The app says what `Strings`
 * holds, and imports nothing that asks for more.
 */
type Of = Pick<Strings, 'tag'>;

export const screenWords = ({ tag }: Of) => ({ en: screenEn, 'zh-CN': screenZhCN })[tag];
export const backtestScreenWords = ({ tag }: Of) => ({ en: backtestEn, 'zh-CN': backtestZhCN })[tag];
export const controlsScreenWords = ({ tag }: Of) =>
  ({ en: controlsScreenEn, 'zh-CN': controlsScreenZhCN })[tag];
export const serveScreenWords = ({ tag }: Of) => ({ en: serveScreenEn, 'zh-CN': serveScreenZhCN })[tag];
export const siteScreenWords = ({ tag }: Of) => ({ en: siteScreenEn, 'zh-CN': siteScreenZhCN })[tag];
export const trainScreenWords = ({ tag }: Of) => ({ en: trainScreenEn, 'zh-CN': trainScreenZhCN })[tag];
