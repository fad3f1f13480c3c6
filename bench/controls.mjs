// How long the status of every chip takes on every day of five years at twenty destinations, after `npm run build`.
import { fileURLToPath } from 'node:url';
import { loadData, parseWorldData, timeline } from '../dist/index.js';

const destinations = 'CN HK MO RU IQ IR VN KZ SA AE QA PK IL MY SG IN TW JP DE BR'.split(' ');
const [start, end] = ['2022-01-01', '2026-12-31'];
const dayOf = (text) => Date.parse(text) / 86_400_000;
const days = dayOf(end) - dayOf(start) + 1;

const book = parseWorldData(loadData(fileURLToPath(new URL('../data', import.meta.url))));
const began = performance.now();
const counts = {};
let statuses = 0;
for (const chip of book.catalogue.chips.values()) {
  for (const to of destinations) {
    const byDay = new Array(days);
    for (const span of timeline(book, chip, { start, end, to, from: 'US' })) {
      byDay.fill(span.outcome, dayOf(span.from) - dayOf(start), dayOf(span.to) - dayOf(start) + 1);
    }
    for (const outcome of byDay) counts[outcome] = (counts[outcome] ?? 0) + 1;
    statuses += byDay.length;
  }
}
const seconds = (performance.now() - began) / 1000;
const result = {
  chips: book.catalogue.chips.size,
  days,
  destinations: destinations.length,
  statuses,
  seconds: Number(seconds.toFixed(2)),
  counts,
};
process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
