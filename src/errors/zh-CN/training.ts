import type { trainingCodes } from '../catalogue/training.ts';
import type { Translated } from './translated.ts';

export const trainingCodesZh: Translated<typeof trainingCodes> = {
  'ST-T001': {
    title: '训练数据缺少一节',
    why: '训练模型需要每个常数；少了一个就会被当作零。',
    fix: '把消息所指的内容加到 data/training 的文件中，或从软件包恢复该文件。',
  },
  'ST-T002': {
    title: '训练数据中的一款芯片或一个系列没有说明',
    why: '峰值、显存与互连按芯片和系列查取。',
    fix: '在 data/chips 或 `more` 下说明芯片，在 `families` 下说明系列，或更正名称。',
  },
  'ST-T003': {
    title: '芯片公布的数据太少',
    why: '没有速率、显存与片外显存的带宽，就什么也算不出来，而这些都不靠猜。',
    fix: '选这些都已知的芯片，例如 `--chips 64xh20`；`sandtable chip ID` 显示一款芯片已知的数据。',
  },
  'ST-T004': {
    title: '并行度不可能',
    why: '芯片、层、注意力头、专家与序列只能分成整份。',
    fix: '选能整除的并行度；消息给出了最接近的几个。',
  },
  'ST-T005': {
    title: '批量无法均分',
    why: '模型的每个副本必须得到同样整数个微批。',
    fix: '选微批乘以副本数的整数倍作批量。',
  },
  'ST-T006': {
    title: '大小超出范围',
    why: '芯片、词元、批量与序列是不小于 1 的整数；上限见消息。',
    fix: '更正该数，例如 `--chips 2048xh800-sxm --batch 15360 --sequence 4096`。',
  },
  'ST-T007': {
    title: '没有方案放得进芯片的显存',
    why: '可选范围内的每个方案所需显存都超过一颗芯片所有；消息说明差多少，以及怎样改最有用。',
    fix: '增加芯片，减小批量或序列，或选显存更大的芯片。',
  },
  'ST-T008': {
    title: '芯片或场址的列表无法读取',
    why: '芯片写作数目、一个 x 与芯片标识；多种之间用逗号。',
    fix: '例如写 `--chips 2048xh800-sxm` 或 `--chips 1024xh100-sxm5,512xa100-80`。',
  },
  'ST-T009': {
    title: '芯片不能以该格式训练',
    why: '芯片没有的格式，其乘法会在更宽的格式中进行：训练并无所得。只有 TPU 的编译器以八位整数训练。',
    fix: '写芯片具有的格式，或不写 `--precision`：默认取它所有的八位或以上中最窄的一种。',
  },
};
