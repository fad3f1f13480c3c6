import type { installedCodes } from '../catalogue/installed.ts';
import type { Translated } from './translated.ts';

export const installedCodesZh: Translated<typeof installedCodes> = {
  'ST-I001': {
    title: '截至该日期一无所知',
    why: '截至某日的结论只用当时已发布的内容。那时关于枢纽任何场址的规模，还没有任何宣称发布。',
    fix: '选更晚的日期：`sandtable assess xinjiang-qinghai --as-of 2025-07-31`。',
  },
  'ST-I002': {
    title: '枢纽什么也没宣称',
    why: '结论以宣称衡量实际；宣称为零，便没有可衡量的。',
    fix: '给枢纽或其某个场址一项大于零的宣称：`says: { accelerators: 800 }`。',
  },
  'ST-I003': {
    title: '抽样撑不起这个答案',
    why: '答案是加权抽样的平均。若少数抽样占去大部分权重，无论看起来多平滑，都可能偏差很大；此时 Sandtable 会如实说明，并以代码 5 退出。',
    fix: '增大 `--draws`，或查看哪些证据与限制互相矛盾：用 `--drop` 去掉一条再比较。',
  },
  'ST-I004': {
    title: '一个场址的证据多得无法权衡',
    why: '各条证据所说的，会对场址的每种可能状态相乘成一个数。成百上千条说法相同的证据，会超出计算机所能容纳的最大数。',
    fix: '反复说的话只说一次：每个出处、每种说法各写一条。',
  },
};
