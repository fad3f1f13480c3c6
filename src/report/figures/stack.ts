/** A dot: centre in pixels along the axis, and its level in the stack from 0. */
export interface Stacked {
  x: number;
  level: number;
}

const smallest = 4;

/**
 * Wilkinson's dot plot: dots nearer than a diameter share a stack, at the mean of their places.
 * The diameter is the largest no larger than `largest` with which every stack fits the room.
 *
 * @param places in pixels, in any order
 * @param room height in pixels for the highest stack
 * @param largest diameter in pixels
 */
export function stack(
  places: readonly number[],
  room: number,
  largest = 18,
): { size: number; dots: Stacked[] } {
  const sorted = [...places].sort((p, q) => p - q);
  for (let size = largest; ; size -= 0.5) {
    const stacks = stacksOf(sorted, size);
    const tallest = Math.max(0, ...stacks.map((group) => group.length));
    if (tallest * size <= room || size <= smallest) {
      const dots = stacks.flatMap((group) => {
        const x = group.reduce((sum, place) => sum + place, 0) / group.length;
        return group.map((_, level) => ({ x, level }));
      });
      return { size, dots };
    }
  }
}

function stacksOf(sorted: readonly number[], size: number): number[][] {
  const stacks: number[][] = [];
  for (const place of sorted) {
    const group = stacks.at(-1);
    if (group && place - group[0]! < size) group.push(place);
    else stacks.push([place]);
  }
  return stacks;
}
