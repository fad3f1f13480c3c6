import type { servingCodes } from '../catalogue/serving.ts';
import type { Translated } from './translated.ts';

export const servingCodesZh: Translated<typeof servingCodes> = {
  'ST-V001': {
    title: '推理数据缺少一节',
    why: '推理模型需要每个常数；少了一个就会被当作零。',
    fix: '把消息所指的内容加到 data/serving 的文件中，或从软件包恢复该文件。',
  },
  'ST-V002': {
    title: '服务目标无法读取',
    why: '目标是到首词元的时间与词元间隔；其他写法只能靠猜。',
    fix: '例如写 `--slo tpot=50ms` 或 `--slo ttft=2s,tpot=50ms`。',
  },
  'ST-V003': {
    title: '没有部署放得进芯片的显存',
    why: '任何一种部署的芯片，显存都不够容纳权重与一条序列的缓存。',
    fix: '增加芯片，选显存更大的芯片，或缩短请求；消息若有提示，也可改用更窄的权重。',
  },
  'ST-V004': {
    title: '没有部署能达到目标',
    why: '即使请求寥寥，词元间隔或到首词元的时间也比要求的长。',
    fix: '放宽时间，或选更快的芯片；消息给出了能达到的最短时间。',
  },
  'ST-V005': {
    title: '负载的某个大小超出范围',
    why: '提示与回答从一个词元到一千万，份额从 0 到 1，引擎至少一颗芯片。',
    fix: '更正该数，例如 `--input 4096 --output-tokens 1024 --hit 0.5`。',
  },
  'ST-V006': {
    title: '未知的流量类型',
    why: '请求怎样到达，决定它们要等多久；靠猜会承诺过多。',
    fix: '写消息所列的类型之一，例如 `--traffic conversation`。',
  },
  'ST-V007': {
    title: '不知道芯片的价格与用电',
    why: '词元的费用与能耗需要芯片的价格与功率；两者都不猜。',
    fix: '从 `sandtable chips` 中选一款芯片；若只缺价格，可用 `--figure energy`。',
  },
};
