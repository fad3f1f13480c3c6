/** Stands for what the terminal alone says in the app, which has figures and screens of its own. */
export const screenEn = {};
export const screenZhCN = {};
export const serveScreenEn = {};
export const serveScreenZhCN = {};
export const trainScreenEn = {};
export const trainScreenZhCN = {};
export const siteScreenEn = {};
export const siteScreenZhCN = {};
export const controlsScreenEn = {};
export const controlsScreenZhCN = {};
