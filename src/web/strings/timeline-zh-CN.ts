import type { timelineEn } from './timeline-en.ts';

/** 时间轴。 */
export const timelineZhCN: typeof timelineEn = {
  timeline: '时间轴',
  asOf: '截至',
  play: '播放',
  pause: '暂停',
  today: '档案自身日期',
  eventsOf: (n, month) => `${month} 发布${n}条`,
  timelineHelp: '当时所知：只用截至该月已发布的证据。',
};
