import { useEffect, useRef, useState } from 'preact/hooks';

/**
 * Whether a value has stayed the same for a while.
 *
 * @param pause how long [ms]
 */
export function useRested(value: unknown, pause: number): boolean {
  const [, look] = useState(0);
  const now = useRef({ value, rested: false });
  if (now.current.value !== value) now.current = { value, rested: false };
  useEffect(() => {
    const timer = setTimeout(() => {
      now.current.rested = true;
      look((looks) => looks + 1);
    }, pause);
    return () => clearTimeout(timer);
  }, [value]);
  return now.current.rested;
}
