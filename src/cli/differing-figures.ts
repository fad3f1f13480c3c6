/** A figure, by the keys that lead to it, and what stands there in either. */
export interface DifferingFigure {
  path: string;
  before: unknown;
  after: unknown;
}

/** Every leaf of two pieces of plain data that is not the same, to the bit. */
export function differingFigures(before: unknown, after: unknown, path = ''): DifferingFigure[] {
  if (Object.is(before, after)) return [];
  if (!isBranch(before) || !isBranch(after)) return [{ path, before, after }];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) =>
    differingFigures(before[key], after[key], path === '' ? key : `${path}.${key}`),
  );
}

const isBranch = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
