import { useApp } from '../context.ts';

/** In place of a screen whose run is not there yet. */
export function Waiting() {
  const { w, run } = useApp();
  if (run.faults.length > 0 || run.gone) return null;
  return (
    <div class="placeholder" role="status" aria-busy="true">
      <p class="waiting">{w.loading}</p>
      <div class="skeleton wide" />
      <div class="skeleton" />
      <div class="skeleton tall" />
    </div>
  );
}
