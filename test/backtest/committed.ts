import { readFileSync } from 'node:fs';
import type { Results } from '../../src/backtest/results.ts';

/** What `npm run backtest` wrote last. */
export const committedResults: Results = JSON.parse(readFileSync('validation/backtest/results.json', 'utf8'));
