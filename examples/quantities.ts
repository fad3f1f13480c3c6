// Numbers as people write them, and as people read them.
import { convert, formatQuantity, parseQuantity } from '../src/index.ts';

for (const text of ['20k to 40k', '~3 MW (2.5..4)', 'over 115k', '6.5亿元', '1000 P']) {
  const quantity = parseQuantity(text);
  process.stdout.write(`${text} is ${quantity.spread.form}, ${formatQuantity(quantity)}\n`);
}
process.stdout.write(`33 mu are ${Math.round(convert(33, 'mu', 'm2')).toLocaleString('en-US')} m2\n`);
