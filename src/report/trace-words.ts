import type { Trace } from '../assessment/trace.ts';
import { type Strings, said } from './strings/strings.ts';

/** The words of a trace in the reader's language, or in English where they have not been translated. */
export function traceWords(
  { label, value, formula, zh }: Trace,
  strings: Strings,
): Pick<Trace, 'label' | 'value' | 'formula'> {
  const own = strings.tag === 'zh-CN' ? zh : undefined;
  const shown = own?.formula ?? formula;
  return {
    label: said({ en: label, ...(own?.label !== undefined && { zh: own.label }) }, strings),
    value: own?.value ?? value,
    ...(shown !== undefined && { formula: shown }),
  };
}
