import { describe, expect, it } from 'vitest';
import { itemOf } from '../../src/controls/item.ts';
import { soldInTime } from '../../src/controls/sold-in-time.ts';
import { status } from '../../src/controls/status.ts';
import { catalogue } from '../chips/data.ts';
import { book, controls } from './data.ts';

const [review] = controls.instruments.get('us-2026-01-china-review')!.reviews;
const sold = (id: string) => soldInTime(itemOf(catalogue.chips.get(id)!), review!);

describe('sold in the United States by 15 January 2026', () => {
  it('is so for what was launched long before, not for what came later or was made for one market', () => {
    expect([sold('h200-sxm'), sold('lp30'), sold('h800-sxm')]).toEqual([true, false, false]);
  });

  it('is not known for what was launched that month, nor for what is only rented out or kept', () => {
    expect([sold('maia-200'), sold('rubin-r200'), sold('tpu-v5p'), sold('dojo-d1')]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('leaves a rented chip undecided, with what is missing', () => {
    const answer = status(book, 'tpu-v5p', { on: '2026-02-10', to: 'CN', from: 'US' });
    expect(answer.outcome).toBe('undecided');
    expect(answer.missing.map(({ input }) => input)).toEqual(['soldInUnitedStates']);
    expect(new Set(answer.possible.map(({ outcome }) => outcome))).toEqual(
      new Set(['case-by-case', 'denial']),
    );
  });
});
