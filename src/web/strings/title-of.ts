/** An id as a name: `Inner Mongolia` for `inner-mongolia`. */
export const titleOf = (id: string): string =>
  id
    .split('-')
    .map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)
    .join(' ');
