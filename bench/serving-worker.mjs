// The worker of bench/serving-browser.mjs: what is asked comes as a message, what was counted goes back.
import { searchPlacements } from '../dist/serving/search.js';

/** Long enough for code to be compiled to machine code, and for the clock of the page. */
const least = 400;

addEventListener('message', ({ data: task }) => {
  const first = performance.now();
  searchPlacements(task);
  const once = performance.now() - first;
  const start = performance.now();
  let counted = 0;
  let rounds = 0;
  while (performance.now() - start < least) {
    counted += searchPlacements(task).counted;
    rounds++;
  }
  postMessage({ once, counted: counted / rounds, ms: (performance.now() - start) / rounds });
});
