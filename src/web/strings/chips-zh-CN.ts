import type { chipsEn } from './chips-en.ts';

/** 芯片与管制。 */
export const chipsZhCN: typeof chipsEn = {
  chipsLead: '各芯片在时间轴所示日期对华的管制状态。',
  chipsChosen: '按时间显示的芯片',
  addChip: '添加芯片',
  chipName: '芯片名称，如 H20',
  rulesHead: '法规文件',
  noAdvice: '并非法律意见。',
  worthHead: '枢纽届时的价值',
  worthLead: '90天内最大的训练规模：按推断的芯片，以及若全部换成一种合法或国产芯片。',
  swaps: {
    'largest-run': '芯片如推断',
    'largest-run-h20': '全为H20',
    'largest-run-ascend': '全为昇腾910B2',
  },
  layersHead: '逐层判定',
  noFinding: '无发现',
  met: { yes: '符合', no: '不符合', open: '无法判定' },
  rulesShown: (n) => `全部${n}份文件`,
  rulesLater: (n) => `${n}份晚于时间轴日期，以灰色显示`,
  findRule: '查找文件',
};
