/** The ending of an English noun after a number: nothing after 1, else `s`. */
export const s = (n: number): string => (n === 1 ? '' : 's');
