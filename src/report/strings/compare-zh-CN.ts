import type { compareEn } from './compare-en.ts';

export const compareZhCN: typeof compareEn = {
  title: '比较',
  lead: '两次运行并列，列出每个变动的数字及可能的缘由。',
  causes: '改了什么',
  cause: {
    hub: '枢纽',
    'as-of': '截至',
    prior: '先验',
    drop: '去掉',
    seed: '种子',
    draws: '抽样数',
    engine: '引擎',
    data: '数据',
    dossier: '档案',
  },
  item: (id) => `证据 ${id}`,
  set: (path) => `设定 ${path}`,
  used: '采用',
  onlyBefore: (n) => `仅前者采用的${n}条证据`,
  onlyAfter: (n) => `仅后者采用的${n}条证据`,
  noCauses: '没有改动：两次运行相同。',
  together: '下列数字由这些改动共同引起；逐一改动方可区分。',
  moved: '变动',
  quantity: '折合多少',
  change: '变化',
  points: (n) => `${n}个百分点`,
};
