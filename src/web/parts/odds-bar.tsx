/** Odds that fill half of the bar. */
const WHOLE = Math.log(10);

/** How far the odds move, as a bar from the centre: right speaks for, left against. */
export function OddsBar({ factor }: { factor: number }) {
  const size = Math.min(1, (Math.abs(Math.log(factor)) || 0) / WHOLE) * 30;
  const speaksFor = factor >= 1;
  return (
    <svg class="odds" viewBox="0 0 64 14" aria-hidden="true" focusable="false">
      <rect
        x={speaksFor ? 32 : 32 - size}
        y={3}
        width={size}
        height={8}
        class={speaksFor ? 'for' : 'against'}
      />
      <line x1={32} x2={32} y1={0} y2={14} />
    </svg>
  );
}
