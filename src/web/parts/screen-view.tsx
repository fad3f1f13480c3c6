import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useApp } from '../context.ts';
import { type ScreenName, screenOf } from '../screens/screens.ts';

const fetched = new Map<ScreenName, ComponentType>();

/** A screen by its name; those that are fetched are kept. */
export function ScreenView({ name }: { name: ScreenName }) {
  const { w } = useApp();
  const [, setCame] = useState('');
  const found = fetched.get(name) ?? screenOf(name);
  useEffect(() => {
    if (!(found instanceof Promise)) return;
    let current = true;
    void found.then((screen) => {
      fetched.set(name, screen);
      if (current) setCame(name);
    });
    return () => {
      current = false;
    };
  }, [name]);
  if (found instanceof Promise) return <div class="skeleton tall" role="status" aria-label={w.loading} />;
  const Screen = found;
  return <Screen />;
}
