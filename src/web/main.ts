/**
 * One entry for the page and for its worker, so that they share their code: the worker is started from the address of
 * this file, and has no document.
 */
if (typeof document === 'undefined') void import('./engine/worker.ts');
else {
  const start = () => new Worker(import.meta.url, { type: 'module' });
  void import('./page.tsx').then(({ show }) => show(start));
}
