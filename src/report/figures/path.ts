type Point = readonly [x: number, y: number];

const rounded = (digits: number) => (value: number) => Math.round(value * 10 ** digits) / 10 ** digits;

/** A path through points, straight from one to the next [px]. */
export function straightPath(points: readonly Point[], digits = 2): string {
  const round = rounded(digits);
  return points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${round(x)},${round(y)}`).join('');
}

/**
 * A path through points, smooth and without loops between them [px].
 *
 * Centripetal Catmull-Rom curve as Bézier segments (Yuksel, Schaefer and Keyser 2011, Parameterization and applications
 * of Catmull-Rom curves, Computer-Aided Design 43, 747-755).
 */
export function smoothPath(points: readonly Point[], digits = 1): string {
  if (points.length < 3) return straightPath(points, digits);
  const round = rounded(digits);
  const segments = points.slice(1).map((end, i) => {
    const start = points[i]!;
    const first = control(start, end, points[i - 1] ?? start);
    const second = control(end, start, points[i + 2] ?? end);
    return `C${[...first, ...second, ...end].map(round).join(',')}`;
  });
  return straightPath(points.slice(0, 1), digits) + segments.join('');
}

/** The control point beside `at` on its way to `to`, where the curve came from `from`. */
function control(at: Point, to: Point, from: Point): Point {
  const [before, after] = [
    Math.hypot(at[0] - from[0], at[1] - from[1]),
    Math.hypot(to[0] - at[0], to[1] - at[1]),
  ];
  if (before === 0) return at;
  const middle = Math.sqrt(before * after);
  const own = 2 * before + 3 * middle + after;
  const of = (axis: 0 | 1) =>
    (own * at[axis] + before * to[axis] - after * from[axis]) / (3 * (before + middle));
  return [of(0), of(1)];
}

/**
 * A sector of a circle around the origin, clockwise from the top [px].
 *
 * @param share of the circle, 0 to 1
 */
export function sectorPath(radius: number, share: number, digits = 2): string {
  const round = rounded(digits);
  const angle = 2 * Math.PI * share;
  const end = [radius * Math.sin(angle), -radius * Math.cos(angle)].map(round).join(',');
  const r = round(radius);
  return `M0,${-r}A${r},${r},0,${share >= 0.5 ? 1 : 0},1,${end}L0,0Z`;
}
