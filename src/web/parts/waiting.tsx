import { useApp } from '../context.ts';
import { Share } from './share.tsx';

/** In place of a screen whose run is not there yet. */
export function Waiting() {
  const { w, run } = useApp();
  if (run.faults.length > 0 || run.gone) return null;
  return (
    <div class="placeholder" role="status" aria-busy="true">
      <p class="waiting">
        {w.loading}
        <Share of={run.address} />
      </p>
      <div class="skeleton wide" />
      <div class="skeleton" />
      <div class="skeleton tall" />
    </div>
  );
}
