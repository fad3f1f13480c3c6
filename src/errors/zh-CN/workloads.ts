import type { workloadCodes } from '../catalogue/workloads.ts';
import type { Translated } from './translated.ts';

export const workloadCodesZh: Translated<typeof workloadCodes> = {
  'ST-W001': {
    title: '工作负载缺少一节',
    why: '谁、从何处、向模型要求什么，需要完整；漏掉的部分会被当作没有。',
    fix: '把消息所指的内容加到 data/workloads 的文件中，或从软件包恢复该文件。',
  },
  'ST-W002': {
    title: '负载与其均值不符',
    why: '负载各小时以均值为单位给出，所以其均值必须为 1。',
    fix: '把 24 个数除以它们的均值。',
  },
};
