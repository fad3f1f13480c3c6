// May this chip go there on that day; and what to find out where that cannot be decided.
import { loadData, parseWorldData, status, timeline } from '../src/index.ts';

const world = parseWorldData(loadData('data'));
const print = (...words: (string | number)[]) => process.stdout.write(`${words.join(' ')}\n`);

const h20 = status(world, 'h20', { on: '2025-04-10', to: 'CN', from: 'US' });
print(h20.item.name, h20.outcome, h20.by ?? '');

const t21 = status(world, 't21', { on: '2025-03-01', to: 'China', from: 'US' });
for (const { input, parts } of t21.missing) {
  for (const { from = 0, to = 'any', value, possible } of parts) {
    print(input, String(value ?? `${from} to ${to}`), possible.map(({ outcome }) => outcome).join(' or '));
  }
}

for (const span of timeline(world, 'a800', { to: 'CN', start: '2023-10-01', end: '2023-12-31' })) {
  print(span.from, span.to, span.outcome);
}
