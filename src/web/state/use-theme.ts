import { useEffect, useState } from 'preact/hooks';
import type { State } from './state.ts';

/** The theme of the address, or else the system's; written on the page for the style sheet. */
export function useTheme(wanted: State['theme']): 'light' | 'dark' {
  const query = typeof matchMedia === 'undefined' ? null : matchMedia('(prefers-color-scheme: dark)');
  const [dark, setDark] = useState(query?.matches ?? false);
  useEffect(() => {
    const listen = () => setDark(query?.matches ?? false);
    query?.addEventListener('change', listen);
    return () => query?.removeEventListener('change', listen);
  }, []);
  const theme = wanted !== '' ? wanted : dark ? 'dark' : 'light';
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  return theme;
}
