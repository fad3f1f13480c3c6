import type { Trace } from '../../assessment/trace.ts';
import { interval, quoted } from '../../report/amount.ts';
import type { Strings } from '../../report/strings/strings.ts';
import { traceWords } from '../../report/trace-words.ts';
import { parseUnit } from '../../units/compound.ts';
import { formatQuantity } from '../../units/format.ts';

/** Everything in a trace that can be set, by the path that sets it; the first where several are set by one. */
export function settableIn(trace: Trace, found = new Map<string, Trace>()): Map<string, Trace> {
  if (trace.set !== undefined && !found.has(trace.set)) found.set(trace.set, trace);
  for (const child of trace.children) settableIn(child, found);
  return found;
}

/** What a figure is now, for people: median, middle 90 % and unit where it is a spread, `9.2 months (3 – 28)`. */
export function presentValue(trace: Trace, s: Strings): string {
  const { spread, unit = '' } = trace;
  if (spread) {
    const { median: best, low, high, unit: symbol } = spread;
    const quantity = {
      spread: { form: 'estimate', best, low, high },
      unit: parseUnit(symbol),
      text: '',
    } as const;
    return formatQuantity(quantity, { locale: s.tag, figures: 2, unit: 'keep' });
  }
  const { value } = traceWords(trace, s);
  if (value === null) return s.notKnown;
  return typeof value === 'object' ? interval(value, unit, s) : quoted(String(value), s);
}
