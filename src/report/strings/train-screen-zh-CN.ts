import type { trainScreenEn } from './train-screen-en.ts';

/** What the terminal says of it, and the app does not. */
export const trainScreenZhCN: typeof trainScreenEn = {
  eighty: '八成把握',
  hardware: '硬件',
  counted: '“硬件”计入全部注意力，并按全部重计算再计一次前向',
  narrowed: (format, times) => `${format} 乘法的峰值是该峰值的 ${times} 倍，故占比可超过 100%`,
  sixN: '按 6 N 计',
  timeHead: '时间花在哪里',
  memoryPart: {
    weights: '权重',
    gradients: '梯度',
    optimiser: '优化器',
    activations: '激活',
    buffers: '缓冲',
    overhead: '开销',
  },
  goodput: '有效时间',
  failures: (between, checkpoint) => `每${between}一次故障，每${checkpoint}一次检查点`,
  lease: '租卡费用',
  frontHead: '更快或更省：没有方案在两方面都胜过它们',
  figureMemory: (model, chips) => `各级显存：${model}，${chips}`,
  figureScaling: (model, chip) => `${model}每秒词元随${chip}数量`,
};
