// Replays the known hubs and writes what the docs, the verdict and the tests show of it. Usage: npm run backtest
import { mkdirSync, writeFileSync } from 'node:fs';
import { recordText, trackRecord } from '../dist/backtest/record.js';
import { library } from '../dist/cli/library.js';
import { figureSvg } from '../dist/report/figures/figure.js';
import { reliabilityFigure } from '../dist/report/figures/reliability.js';
import { backtestPage } from '../dist/report/markdown/backtest.js';

const results = await library.backtest(undefined, '.', (share) => {
  process.stderr.write(`\r${Math.round(100 * share)} % `);
});
mkdirSync('validation/backtest', { recursive: true });
writeFileSync('validation/backtest/results.json', `${JSON.stringify(results, null, 1)}\n`);
writeFileSync('docs/validation-backtest.md', backtestPage(results));
writeFileSync('docs/backtest.svg', figureSvg(reliabilityFigure(results)));
writeFileSync('data/installed/record.yaml', recordText(trackRecord(results)));
process.stderr.write('\rwritten\n');
