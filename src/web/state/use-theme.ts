import { useEffect, useState } from 'preact/hooks';
import type { State } from './state.ts';

/** Whether a media query holds, as it changes. */
function useMedia(text: string): boolean {
  const query = typeof matchMedia === 'undefined' ? null : matchMedia(text);
  const [holds, setHolds] = useState(query?.matches ?? false);
  useEffect(() => {
    const listen = () => setHolds(query?.matches ?? false);
    query?.addEventListener('change', listen);
    return () => query?.removeEventListener('change', listen);
  }, []);
  return holds;
}

/** The theme of the address, or else the system's, on paper the light one; written on the page for the style sheet. */
export function useTheme(wanted: State['theme']): 'light' | 'dark' {
  const dark = useMedia('(prefers-color-scheme: dark)');
  const paper = useMedia('print');
  const theme = paper ? 'light' : wanted !== '' ? wanted : dark ? 'dark' : 'light';
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  return theme;
}
