/** Stands for what the terminal alone says of sites and of rules in the app, which has figures and screens of its own. */
export const siteScreenEn = {};
export const siteScreenZhCN = {};
export const controlsScreenEn = {};
export const controlsScreenZhCN = {};
