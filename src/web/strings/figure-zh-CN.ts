import type { figureEn } from './figure-en.ts';

/** 图的工具。 */
export const figureZhCN: typeof figureEn = {
  dots: '点',
  cdf: '累积份额',
  log: '对数',
  lin: '线性',
  shapeGroup: '形状',
  scaleGroup: '刻度',
  asTable: '以表格显示',
  asPicture: '以图显示',
  download: '下载',
  downloadLater: '当前数字为重新加权所得：待精确运行完成后方可下载',
  tableOf: (title) => `表格：${title}`,
};
