import { all, any, surelyHolds } from './bound.ts';
import type { Case } from './decide.ts';
import type { Bounds } from './instrument.ts';
import { knownValues } from './known-values.ts';
import { home } from './places.ts';

/** What import into the United States costs. */
export interface Duty {
  /** `not-asked`: the destination is not the United States. */
  state: 'not-asked' | 'none' | 'duty' | 'exempt' | 'unknown';
  rate: number;
  by?: string;
  band?: string;
}

/** The duty on an item; an exemption must be claimed by a use. Every reading of its performance is tried. */
export function dutyOn(given: Case): Duty {
  const { rules, question } = given;
  if (question.to !== home) return { state: 'not-asked', rate: 0 };
  let open: Duty | undefined;
  for (const { rate, bands, exempt, instrument } of rules.tariffs) {
    for (const { name, all: bounds } of bands) {
      const met = inBand(given, bounds);
      if (met === false) continue;
      const isExempt = question.use !== undefined && exempt.includes(question.use);
      if (met && isExempt) return { state: 'exempt', rate: 0, by: instrument, band: name };
      if (met) return { state: 'duty', rate, by: instrument, band: name };
      open = { state: isExempt ? 'exempt' : 'unknown', rate: 0, by: instrument, band: name };
    }
  }
  return open ?? { state: 'none', rate: 0 };
}

function inBand({ item }: Case, bounds: Bounds): boolean | null {
  const answers = knownValues(item).map((values) =>
    all(
      bounds.map(({ quantity, bound }) => {
        const value = values[quantity];
        return value ? surelyHolds(bound, value) : false;
      }),
    ),
  );
  const some = any(answers);
  return some === true && answers.some((one) => one !== true) ? null : some;
}
