import { render } from 'preact';
import { SandtableApp } from './app.tsx';
import type { Tongue } from './strings/tongue.ts';

/** Shows the app in the page, in the language that it begins in. */
export function show(startWorker: () => Worker, first: Tongue): void {
  render(<SandtableApp startWorker={startWorker} first={first} />, document.getElementById('app')!);
}
