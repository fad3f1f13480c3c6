/**
 * Stands for the types of YAML 1.1 in the app, and for walks through tokens: the files of dossiers are YAML 1.2, whose core
 * has none of them, and nobody walks.
 */
export const binary = undefined;
export const floatTime = undefined;
export const intTime = undefined;
export const addMergeToJSMap = undefined;
export const isMergeKey = () => false;
export const merge = undefined;
export const omap = undefined;
export const pairs = undefined;
export const schema = [];
export const set = undefined;
export const timestamp = undefined;
export const visit = undefined;
