import type { libraryEn } from './library-en.ts';

/** 档案库。 */
export const libraryZhCN: typeof libraryEn = {
  newDossier: '新建档案',
  newId: '新档案的标识（小写字母、数字、连字符）',
  make: '创建',
  takeIn: '打开文件夹',
  takeInLead:
    '请选择档案所在的文件夹，即含有 hub.yaml 的那一个。它会被复制到 Sandtable 启动时所在的文件夹，原件保持不变。',
  folder: '文件夹',
  filesFound: (n, others) => `档案文件${n}个${others > 0 ? `；另有${others}个其他文件未取` : ''}。`,
  takeInNow: '收入档案库',
  makeCopy: '复制到我的文件夹',
  copyAs: '副本名称',
  drawStrips: '逐一绘出结论',
  stripsDrawn: (n, all) => `${n} / ${all}`,
  broken: (n) => `${n}处错误：打开以更正`,
};
