/** A box on a figure [px]. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A label that belongs to a point. */
export interface Wanted {
  x: number;
  y: number;
  width: number;
  height: number;
  /** From the point to the label. */
  reach: number;
  /** Of an area: the label stands on the point rather than beside it. */
  over?: boolean;
}

/** Whether two boxes share a pixel. */
export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

const inside = (box: Box, whole: Box) =>
  box.x >= whole.x &&
  box.y >= whole.y &&
  box.x + box.width <= whole.x + whole.width &&
  box.y + box.height <= whole.y + whole.height;

/**
 * A place for each label beside its point: right, left, above, below or at a corner, the first that is free; none where
 * none is; that of an area on its point or a line or two off. Earlier labels come first.
 *
 * @returns upper left corners, in the order of the labels
 */
export function freeSpots(
  labels: readonly Wanted[],
  { taken, within }: { taken: readonly Box[]; within: Box },
): (Box | undefined)[] {
  const used = [...taken];
  return labels.map(({ x, y, width, height, reach, over }) => {
    const [middle, centre] = [y - height / 2, x - width / 2];
    const far = reach * 0.7;
    const onPoint = [0, -24, 24, -48, 48].map((shift) => [centre, middle + shift] as const);
    const beside = [
      [x + reach, middle],
      [x - reach - width, middle],
      [centre, y - reach - height],
      [centre, y + reach],
      [x + far, y - far - height],
      [x + far, y + far],
      [x - far - width, y - far - height],
      [x - far - width, y + far],
      [x + reach + 12, middle - height],
      [x + reach + 12, middle + height],
      [x - reach - width - 12, middle - height],
      [x - reach - width - 12, middle + height],
    ] as const;
    const found = (over ? onPoint : beside)
      .map(([left, top]) => ({ x: left, y: top, width, height }))
      .find((box) => inside(box, within) && !used.some((one) => overlap(one, box)));
    if (found) used.push(found);
    return found;
  });
}
