import type { serveScreenEn } from './serve-screen-en.ts';

/** What the terminal says of it, and the app does not. */
export const serveScreenZhCN: typeof serveScreenEn = {
  eighty: '八成把握',
  askedRequests: '所问负载',
  notKept: '不达标',
  timeHead: '一步的时间花在哪里',
  apartFirst: (percent, time) => `100 个请求中的 ${percent} 个：首词元 ${time}，含排队`,
  writes: (placement, rate, batch) => `解码：${placement}，每卡每秒 ${rate} 词元，批次 ${batch}`,
  frontHead: '单用户更快，或总量更多',
  frontNote: (counted) => `共比较 ${counted} 个部署与批次`,
};
