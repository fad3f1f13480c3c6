import type { ComponentChildren } from 'preact';
import { Contours } from './contours.tsx';

/** Head of a screen: the question it answers, then its first sentence. */
export function Head({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <header class="head">
      <Contours />
      <h1>{title}</h1>
      {children}
    </header>
  );
}
