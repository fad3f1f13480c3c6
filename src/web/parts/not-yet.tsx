import { useApp } from '../context.ts';

/** In place of a value that did not come yet, or will not: a sign on the screen, and words on paper, which cannot change. */
export function NotYet({ failed }: { failed: boolean }) {
  const { w } = useApp();
  return (
    <>
      <span class="on-screen">{failed ? '–' : '…'}</span>
      <span class="on-paper">{w.notComputed}</span>
    </>
  );
}
