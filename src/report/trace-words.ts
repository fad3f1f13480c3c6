import type { Trace } from '../assessment/trace.ts';
import type { Strings } from './strings/strings.ts';

/** The words of a trace in the reader's language, or in English where they have not been translated. */
export function traceWords(
  { label, value, formula, zh }: Trace,
  { tag }: Pick<Strings, 'tag'>,
): Pick<Trace, 'label' | 'value' | 'formula'> {
  const own = tag === 'zh-CN' ? zh : undefined;
  const shown = own?.formula ?? formula;
  return {
    label: own?.label ?? label,
    value: own?.value ?? value,
    ...(shown !== undefined && { formula: shown }),
  };
}
