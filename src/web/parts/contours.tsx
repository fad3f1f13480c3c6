/** Harmonics that bend the lines: amplitude, number of waves, phase. */
const bends = [
  [0.16, 2, 0.7],
  [0.09, 3, 2.1],
  [0.05, 5, 4.4],
] as const;

/** A closed contour line around a hill. */
function contour(level: number): string {
  const points = Array.from({ length: 72 }, (_, i) => {
    const angle = (i / 72) * 2 * Math.PI;
    const bend = bends.reduce(
      (sum, [size, waves, phase]) => sum + size * Math.sin(waves * angle + phase + level / 5),
      0,
    );
    const radius = level * 26 * (1 + bend);
    return `${(300 + 1.5 * radius * Math.cos(angle)).toFixed(1)} ${(210 + radius * Math.sin(angle)).toFixed(1)}`;
  });
  return `M${points.join('L')}Z`;
}

const lines = Array.from({ length: 9 }, (_, i) => contour(i + 1));

/** Thin contour lines behind the head of a page: the only ornament. */
export function Contours() {
  return (
    <svg
      class="contours"
      viewBox="0 60 600 250"
      preserveAspectRatio="xMaxYMid slice"
      aria-hidden="true"
      focusable="false"
    >
      {lines.map((d) => (
        <path key={d} d={d} />
      ))}
    </svg>
  );
}
