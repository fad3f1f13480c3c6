import type { mapEn } from './map-en.ts';

/** 地图。 */
export const mapZhCN: typeof mapEn = {
  walkSites: '方向键由西向东逐个走过场址；点按标记即选中；画框圈住几处，或勾选它们，地图便只留这些。',
  pickedSites: (n, all) => `${all}处中的${n}处`,
  pickSite: (name) => `只留在地图上：${name}`,
  allSites: '全部场址',
  measureGroup: '圆环与扇形所示',
};
