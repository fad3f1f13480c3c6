import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/** Keeps the focus on the box of an item though its row moves with the answer, until the reader does something else. */
export function useFocusKept(): void {
  const kept = useRef('');
  useEffect(() => {
    const forget = () => {
      kept.current = '';
    };
    const changed = ({ target }: Event) => {
      if (!(target instanceof HTMLInputElement) || target.type !== 'checkbox') return;
      kept.current = target.closest<HTMLElement>('[data-item]')?.dataset.item ?? '';
    };
    addEventListener('change', changed, true);
    for (const begin of ['pointerdown', 'keydown']) addEventListener(begin, forget, true);
    return () => {
      removeEventListener('change', changed, true);
      for (const begin of ['pointerdown', 'keydown']) removeEventListener(begin, forget, true);
    };
  }, []);
  useLayoutEffect(() => {
    if (kept.current === '' || document.activeElement !== document.body) return;
    const row = `main [data-item="${CSS.escape(kept.current)}"] input[type="checkbox"]`;
    document.querySelector<HTMLElement>(row)?.focus({ preventScroll: true });
  });
}
