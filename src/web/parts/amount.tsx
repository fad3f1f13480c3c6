import type { Estimate } from '../../assessment/assessment.ts';
import { amount, intervalParts } from '../../report/amount.ts';
import { said } from '../../report/strings/strings.ts';
import { useApp } from '../context.ts';

/** Median and 90 %, never a naked number; a press says why, and in a drawn world it is that world's. */
export function Amount({
  estimate,
  why,
  world,
}: {
  estimate: Estimate;
  why?: string;
  world?: number | undefined;
}) {
  const app = useApp();
  const { s, run } = app;
  const drawn = why === undefined ? world : run.world?.quantities[why];
  if (drawn !== undefined) return <span class="drawn number">{amount(drawn, estimate.unit, s)}</span>;
  const { middle, range } = intervalParts(estimate, estimate.unit, s);
  const shown = (
    <>
      <span class="number strong">{middle}</span> <span class="number range">({range})</span>
    </>
  );
  if (why === undefined) return <span>{shown}</span>;
  const label = said(estimate.label, s);
  return (
    <button
      type="button"
      class="figure-button"
      data-why={why}
      aria-label={`${label}: ${middle} (${range}). ${app.w.why}`}
      onClick={() => app.why(why)}
    >
      {shown}
    </button>
  );
}
