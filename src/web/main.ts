import { tagOf, tongueOf } from './strings/tongue.ts';

/**
 * One entry for the page and for its worker, so that they share their code: the worker is started from the address of
 * this file, and has no document.
 */
if (typeof document === 'undefined') void import('./engine/worker.ts');
else {
  const start = () => new Worker(import.meta.url, { type: 'module' });
  const tag = tagOf(new URLSearchParams(location.search).get('lang') ?? '');
  void Promise.all([import('./page.tsx'), tongueOf(tag)]).then(([{ show }, first]) => show(start, first));
}
