import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** The width of an element as it changes, in whole steps of eight pixels. */
export function useWidth(first: number): [RefObject<HTMLDivElement | null>, number] {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(first);
  useEffect(() => {
    if (!ref.current || typeof ResizeObserver === 'undefined') return;
    const watch = new ResizeObserver(([entry]) => {
      const now = Math.floor(entry!.contentRect.width / 8) * 8;
      if (now > 0) setWidth(now);
    });
    watch.observe(ref.current);
    return () => watch.disconnect();
  }, []);
  return [ref, width];
}
