import type { ComponentChildren } from 'preact';

/** A table that keys can scroll where it is wider than its place; on a phone its rows are stacked instead. */
export function TableBox({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={label}>
      {children}
    </div>
  );
}
