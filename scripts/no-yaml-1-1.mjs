/** Stands for the types of YAML 1.1 in the app: the files of dossiers are YAML 1.2, whose core has none of them. */
export const binary = undefined;
export const floatTime = undefined;
export const intTime = undefined;
export const omap = undefined;
export const schema = [];
export const set = undefined;
export const timestamp = undefined;
