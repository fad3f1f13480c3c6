import type { supplyCodes } from '../catalogue/supply.ts';
import type { Translated } from './translated.ts';

export const supplyCodesZh: Translated<typeof supplyCodes> = {
  'ST-Y001': {
    title: '构成的各份额之和不为 1',
    why: '构成说明到货由哪些芯片组成；缺了会丢失，重复会算两次。',
    fix: '更正各份额，使其和为 1。',
  },
  'ST-Y002': {
    title: '估计不能用于计数',
    why: '存量以加速卡计。金额、上下限与未知数，要有人负责地给出一种读法，才能成为数目。',
    fix: '补上 `reading: 52k (41k..67k)` 与 `why: how it follows`，或把该说法移到 `context`。',
  },
  'ST-Y003': {
    title: '估计的日期与其度量不符',
    why: '流量是一段时间内的到货，需要首日与末日；存量是某一天所有。',
    fix: '流量写 `from:` 与 `to:`，存量写 `at:`。',
  },
  'ST-Y004': {
    title: '未知的来路',
    why: '每项估计说的都是其存量的一条来路。',
    fix: '更正标识，或在同一文件中说明该来路。',
  },
  'ST-Y005': {
    title: '供应数据缺少一个文件',
    why: '存量需要其估计，以及合并各估计的规则。',
    fix: '从软件包恢复 data/supply。',
  },
  'ST-Y006': {
    title: '截至该日期没有发表过关于该存量的内容',
    why: '重放只用当日已公开的内容；在第一项估计之前，关于该存量无可言说。',
    fix: '使用更晚的 --as-of。',
  },
  'ST-Y007': {
    title: '没有这个存量或来路',
    why: '存量有 restricted、legal 与 domestic 三种；其来路在 data/supply 中说明。',
    fix: '使用消息所列的名称之一。',
  },
  'ST-Y008': {
    title: '合法销售与当时的法律矛盾',
    why: '场址经合法途径运行什么，取决于当日何者合法；规则已禁止的销售，会让它看似合法。',
    fix: '写 0；或把据报的许可作为决定加入 data/controls；或把该销售计入 restricted。',
  },
};
