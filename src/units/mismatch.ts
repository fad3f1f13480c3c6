import type { Code } from '../errors/catalogue.ts';
import { say, type Words } from '../errors/message.ts';
import { currencies } from './dimension.ts';
import { describe, typicalUnit } from './kinds.ts';
import type { Dimension } from './unit.ts';

/** Why a quantity of one dimension cannot stand for another, and what to do. */
export function mismatch(found: Dimension, expected: Dimension): { code: Code; why?: Words; fix: Words } {
  const has = (base: keyof Dimension) => [found[base] ?? 0, expected[base] ?? 0] as const;
  const differs = (base: keyof Dimension) => has(base)[0] !== has(base)[1];
  if (differs('apparentPower') && differs('mass')) {
    return {
      code: 'ST-U008',
      why: say('MVA (apparent) and MW (active) differ by the power factor, so Sandtable will not guess.'),
      fix: say('Keep the unit of the source; convert with a power factor that has a source of its own.'),
    };
  }
  if (differs('peakCompute') && differs('flop')) {
    return {
      code: 'ST-U009',
      why: say('"P" is peak compute of unstated precision and sparsity, so it is not a synonym for PFLOP/s.'),
      fix: say('Write P where precision and sparsity are unstated, PFLOP/s where they are stated.'),
    };
  }
  if (currencies.filter(differs).length > 1) {
    return {
      code: 'ST-U010',
      why: say('Currencies differ by a rate that has a date and a source.'),
      fix: say('Keep the currency of the source; convert with a dated rate.'),
    };
  }
  const unit = typicalUnit(expected).symbol;
  const fix =
    unit === ''
      ? say('Write a plain number: 115,000.')
      : say('Write {noun}, in {unit} for example.', { noun: describe(expected), unit });
  return { code: 'ST-U007', fix };
}
