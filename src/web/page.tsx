import { render } from 'preact';
import { SandtableApp } from './app.tsx';

/** Shows the app in the page. */
export function show(startWorker: () => Worker): void {
  render(<SandtableApp startWorker={startWorker} />, document.getElementById('app')!);
}
