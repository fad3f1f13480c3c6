// The worker of bench/training-browser.mjs: what is asked comes as a message, what was counted goes back.
import * as parameters from '../dist/models/parameters.js';
import * as checks from '../dist/training/check-plan.js';
import * as memory from '../dist/training/memory.js';
import * as layers from '../dist/training/model-time.js';
import * as search from '../dist/training/search.js';
import * as step from '../dist/training/step.js';
import { calculonSpace } from './calculon-space.mjs';

const sandtable = { ...parameters, ...checks, ...memory, ...layers, ...search, ...step };
/** Long enough for the clock of processor time, which ticks every hundredth of a second. */
const least = 400;

addEventListener('message', ({ data: { space, problem, question, numbers } }) => {
  const start = performance.now();
  let counted = 0;
  let rounds = 0;
  while (performance.now() - start < least) {
    const found = space
      ? calculonSpace(sandtable, { ...problem, numbers }, space)
      : search.searchPlans(question, numbers);
    counted = found.counted;
    rounds++;
  }
  postMessage({ counted, rounds, wall: (performance.now() - start) / 1e3 / rounds });
});
