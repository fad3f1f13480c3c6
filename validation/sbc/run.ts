// Simulates hubs, infers them and ranks what was drawn; writes validation/sbc/ranks.json and docs/validation.md.
// Usage: npm run validate:sbc [hubs [hubs with each planted bug]]
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Bug, type Ranks, ranksOf } from './ranks.ts';
import { type Calibration, reportOf } from './report.ts';

const [hubs = 400, withBug = 150] = process.argv.slice(2).map(Number);

function rank(count: number, bug?: Bug): Ranks[] {
  return Array.from({ length: count }, (_, i) => {
    if (i % 10 === 0) process.stderr.write(`\r${bug ?? 'right'}: ${i} of ${count} hubs    `);
    return ranksOf(i + 1, bug);
  });
}

const right = rank(hubs);
const planted: Calibration['planted'] = {
  'pool ignored': rank(withBug, 'pool ignored'),
  'reliability ignored': rank(withBug, 'reliability ignored'),
  'shared origins taken for separate ones': rank(withBug, 'shared origins taken for separate ones'),
};
const lines = (rows: readonly Ranks[]) => `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`;
const parts = Object.entries(planted).map(([bug, rows]) => `${JSON.stringify(bug)}: ${lines(rows)}`);
const root = process.cwd();
const text = `{\n"right": ${lines(right)},\n"planted": {\n${parts.join(',\n')}\n}\n}\n`;
writeFileSync(join(root, 'validation/sbc/ranks.json'), text);
writeFileSync(join(root, 'docs/validation.md'), reportOf({ right, planted }));
process.stdout.write(reportOf({ right, planted }));
