/** Dot bits of a braille character, by column (0, 1) and row from the bottom (0..3). */
const bits = [
  [0x40, 0x04, 0x02, 0x01],
  [0x80, 0x20, 0x10, 0x08],
] as const;

/**
 * Stacks values on a strip of braille: each step up, as wide as its bin, is one value.
 * Bins are as wide as they can be while the tallest stack fits; a value that finds its stack full goes to the
 * nearest with room, so none is lost.
 *
 * @param positions 0 at the left end, 1 at the right
 * @param cells characters in a row
 * @param rows rows of characters, each four steps high
 * @returns rows from the top
 */
export function stackDots(positions: readonly number[], cells: number, rows: number): string[] {
  const tall = 4 * rows;
  const wide = [3, 2].find((width) => Math.max(0, ...stacks(positions, cells, width)) <= tall) ?? 1;
  const wanted = stacks(positions, cells, wide);
  const heights = new Array<number>(wanted.length).fill(0);
  wanted.forEach((height, bin) => {
    for (let i = 0; i < height; i++) {
      const found = nearestWithRoom(heights, bin, tall);
      if (found !== undefined) heights[found]!++;
    }
  });
  const byCell = Array.from({ length: cells }, (_, cell) => heights[Math.floor(cell / wide)]!);
  return draw(
    byCell.flatMap((height) => [height, height]),
    cells,
    rows,
  );
}

/** Rows of characters, 2 to 4, in which the tallest stack of these positions fits. */
export function rowsFor(positions: readonly number[], cells: number): number {
  return Math.min(4, Math.max(2, Math.ceil(Math.max(0, ...stacks(positions, cells, 1)) / 4)));
}

function stacks(positions: readonly number[], cells: number, wide: number): number[] {
  const heights = new Array<number>(Math.ceil(cells / wide)).fill(0);
  for (const position of positions) {
    const cell = Math.round(Math.min(Math.max(position, 0), 1) * (cells - 1));
    heights[Math.floor(cell / wide)]!++;
  }
  return heights;
}

function nearestWithRoom(heights: readonly number[], wanted: number, tall: number): number | undefined {
  for (let away = 0; away < heights.length; away++) {
    for (const bin of [wanted - away, wanted + away]) {
      if (bin >= 0 && bin < heights.length && heights[bin]! < tall) return bin;
    }
  }
  return undefined;
}

function draw(heights: readonly number[], cells: number, rows: number): string[] {
  return Array.from({ length: rows }, (_, fromTop) => {
    const base = 4 * (rows - 1 - fromTop);
    let line = '';
    for (let cell = 0; cell < cells; cell++) {
      let pattern = 0;
      for (const side of [0, 1] as const) {
        const filled = Math.min(4, Math.max(0, heights[2 * cell + side]! - base));
        for (let dot = 0; dot < filled; dot++) pattern |= bits[side][dot]!;
      }
      line += pattern === 0 ? ' ' : String.fromCharCode(0x2800 + pattern);
    }
    return line;
  });
}
