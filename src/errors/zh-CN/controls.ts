import type { controlCodes } from '../catalogue/controls.ts';
import type { Translated } from './translated.ts';

export const controlCodesZh: Translated<typeof controlCodes> = {
  'ST-K001': {
    title: '未知的国家',
    why: '规则针对目的地及其分组而写；不认识的名称一条也对不上，看起来就像不受限制。',
    fix: '写 ISO 3166 的两个字母，如 CN，或英文国名。',
  },
  'ST-K002': {
    title: '未知的当事方',
    why: '这里只收录 data/controls 所载文件点名的企业，并非完整清单。不认识的名称可以照样传入，但拼错的名称会看似不在清单上。',
    fix: '检查拼写；或不写当事方，另行筛查。',
  },
  'ST-K003': {
    title: '问题的两个输入互相矛盾',
    why: '对不可能出现的问题作答，毫无价值。',
    fix: '去掉其中一个，或更正它。',
  },
  'ST-K004': {
    title: '规则的界限无法读取',
    why: '是否差一点触线，取决于符号与单位，所以两者都必须写明。',
    fix: "写符号、数与该量的单位：`bandwidth: '>= 1400 GB/s'`、`tpp: '>= 4800'`。",
  },
  'ST-K005': {
    title: '规格不合情理',
    why: '速率、带宽与面积都是正数；否则得出的状态只是看似经过计算。',
    fix: '写带单位的数，如 `dieArea=514 mm2`、`bandwidth=4000 GB/s` 或 `fp16=148 TFLOP/s`。',
  },
  'ST-K006': {
    title: '需要写明哪一天',
    why: '规则按日生效：2023 年 10 月，同一款芯片先后有过三种答案。',
    fix: '写完整的日期：2023-10-24。',
  },
  'ST-K007': {
    title: '未知的法规文件',
    why: '规则之间以其在 data/controls 中的文件标识相互引用。',
    fix: '写 `sandtable rules` 所列的标识。',
  },
  'ST-K008': {
    title: '出口管制登记册不完整',
    why: '没有国家、分组与当事方，任何规则都无从匹配。',
    fix: '从软件包恢复 data/controls/register。',
  },
  'ST-K009': {
    title: '规则文件自相矛盾',
    why: '尚未开始就已结束，或无人发布的规则，会悄无声息地永不适用。',
    fix: '更正各日期：announced、effective、compliance 与 until，依此次序。',
  },
  'ST-K010': {
    title: '问的是由多颗芯片组成的系统',
    why: '计算机依其中的芯片判定（4A090 对应 3A090），而此系统出售时所配芯片不止一种。',
    fix: '请就其中一种芯片提问。',
  },
  'ST-K011': {
    title: '时间线的起止日期次序颠倒',
    why: '时间线列出从较早一天到较晚一天的答案。',
    fix: '例如写 `sandtable timeline h20 --start 2024-01 --end 2025-05`。',
  },
};
