import type { runEn } from './run-en.ts';

/** 运行与引擎的状态，链接的问题。 */
export const runZhCN: typeof runEn = {
  loading: '正在抽取与证据相符的世界',
  redrawing: '重新抽样',
  redrawn: '已重新抽样；随后给出精确运行',
  liveNote: (ms) => `由同一批样本重新加权，${ms}毫秒；随后给出精确运行`,
  exactNote: '精确运行',
  notComputed: '打印时尚未算出',
  restFollows: '依据与把握程度正在计算。',
  notYetMoved: '仍为前一次运行的；随精确运行更新',
  untrusted: '符合此改动的样本太少，重新加权不可信。正在重新抽样；此前数字保持不变。',
  notUnderstood: (parts) => `链接中有一部分在此没有意义，已略去：${parts}`,
  notThere: (id, asOf) => `截至${asOf}，此处没有名为 ${id} 的内容。`,
  stillShown: (asOf, run) => `此问没有答案。下方仍是运行 ${run}，截至${asOf}。`,
  cancel: '取消',
  cancelled: '抽样已取消：所示为上一次精确运行。',
  stopped: '已取消。',
  retry: '重试',
  gone: '服务器没有回应',
  goneWhy: '它已停止，或机器休眠过。所示内容保留；基于已载入样本的假设仍可用。',
  faultsHead: (n) => `${n}个问题`,
  line: (file, line) => `${file} 第 ${line} 行`,
  engineState: {
    idle: '引擎空闲',
    drawing: (share) => `引擎抽样 ${share}`,
    open: '引擎就绪：假设即时生效',
    failed: '引擎无法打开此运行',
  },
  engineShort: { idle: '空闲', drawing: '', open: '就绪', failed: '未打开' },
  otherRun: (link, here) => `此链接来自运行 ${link}。本机的数据、档案或引擎得到 ${here}：数字可能不同。`,
  otherRunNotKept:
    '只有保存在此文件夹的运行才能指出差异；他人机器上的运行不在其中：请索取其 JSON，再用命令行比较。',
  showDifference: '显示差异',
  useThis: '继续使用本次运行',
  changedOnDisk: (files) => `磁盘上已更改：${files}。正在重新计算。`,
};
