import type { assessmentCodes } from '../catalogue/assessment.ts';
import type { Translated } from './translated.ts';

export const assessmentCodesZh: Translated<typeof assessmentCodes> = {
  'ST-A001': {
    title: '数据文件夹缺少一个文件',
    why: '等级与世界模型的参数各有一个文件；缺了它们，什么都无法权衡。',
    fix: '从发布包恢复该文件，或重新安装 Sandtable。',
  },
  'ST-A002': {
    title: '这不是可以回看的日期',
    why: '`--as-of` 只用截至该日期已发布的内容，所以必须是年、季、月或日。',
    fix: '写 `--as-of 2025-07`、`--as-of 2025-Q3` 或 `--as-of 2025-07-31`。',
  },
  'ST-A003': {
    title: '没有这条证据，也没有证据出自这个来源',
    why: '去掉不存在的东西什么也不会改变，看上去却像改变了。',
    fix: '从 `sandtable assess --format csv` 或 evidence/ 下的文件取一条证据的标识，或取一个来源的标识以去掉其全部证据。',
  },
  'ST-A004': {
    title: '没有这个参数',
    why: '不认识的参数会被悄悄忽略。',
    fix: '写 `--set world.namedShare=20%`、`--set pool="60k to 700k"` 或 `--set sites.yiwu.accelerators=80k`。',
  },
  'ST-A005': {
    title: '参数不能取这个值',
    why: '每个参数都是有量纲的数量：份额、时长、数目。',
    fix: '写 `20%`、`5% to 45%`、`3 to 12 months` 或 `beta(2, 8)`。',
  },
  'ST-A006': {
    title: '运行不能用这样的抽样数、种子或先验',
    why: '抽样数与种子是整数，且是运行编号的一部分；先验共有三种。',
    fix: '例如给出 `{ draws: 100000, seed: 7, prior: "neutral" }`。',
  },
  'ST-A008': {
    title: '没有叫这个名字的可解释之物',
    why: '`why` 解释一次评估中的数量与问题。',
    fix: '写 `sandtable assess --format csv` 所列的名称之一，如 `accelerators`。',
  },
};
