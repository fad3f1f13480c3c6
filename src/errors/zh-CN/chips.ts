import type { chipCodes } from '../catalogue/chips.ts';
import type { Translated } from './translated.ts';

export const chipCodesZh: Translated<typeof chipCodes> = {
  'ST-C001': {
    title: '芯片不在目录中',
    why: '峰值速率、功率与价格按芯片查取；data/chips 中没有的名称，这些都没有。',
    fix: '写目录中的标识或别名，如 h100-sxm5；或在 data/chips 的文件中说明该芯片。',
  },
  'ST-C002': {
    title: '两种芯片同名',
    why: '一个标识或别名指向一种芯片；有两种时，答案会取决于文件的次序。',
    fix: '改掉其中一个的名称，或从其中一个去掉该别名。',
  },
  'ST-C003': {
    title: '芯片目录缺少一节',
    why: '芯片要有厂商；要读懂预算与公告，还需要价格、汇率与 P 的含义。',
    fix: '把消息所指的一节加到 data/chips 的文件中。',
  },
  'ST-C004': {
    title: '缺少计算所需的数',
    why: '价格、换算与参数都要参与计算；`unknown` 与单侧界限不能。',
    fix: '写一个您愿意为之辩护的数或范围，如 `20k to 60k CNY`。',
  },
};
