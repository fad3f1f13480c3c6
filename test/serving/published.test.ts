import { describe, expect, it } from 'vitest';
import { predictRow } from '../../src/serving/predict-row.ts';
import { publishedServing } from '../../src/serving/published.ts';
import { constants, machines, models, published, serving } from './known.ts';

const { rows, left } = publishedServing(published, models, serving);
const rowOf = (id: string) => rows.find((row) => row.id === id)!;
const errorOf = (id: string) => predictRow(rowOf(id), { machines, constants })!.rate / rowOf(id).rate - 1;

describe('the published rates', () => {
  it('are read, or left out with a reason', () => {
    expect(rows.length + left.length).toBe(373);
    expect(left.map(({ id }) => id)).toEqual(['S0461']);
    expect(rows.every(({ chip }) => machines.has(chip))).toBe(true);
  });

  it('are met within 9 % on average by the shipped constants', () => {
    const sizes = rows.map((row) => Math.abs(predictRow(row, { machines, constants })!.rate / row.rate - 1));
    expect(sizes.every(Number.isFinite)).toBe(true);
    expect(sizes.reduce((sum, one) => sum + one, 0) / sizes.length).toBeLessThan(0.09);
  });

  it('include decoding on H20, where sixteen chips beat thirty-two above a batch of sixteen only', () => {
    const rate = (id: string) => predictRow(rowOf(id), { machines, constants })!.rate;
    expect(rate('S0479')).toBeLessThan(rate('S0480'));
    expect(rate('S0477')).toBeGreaterThan(rate('S0481'));
    expect(Math.abs(errorOf('S0477'))).toBeLessThan(0.2);
  });

  it('know placements, formats and limits behind the words', () => {
    expect(rowOf('S0477').placement).toMatchObject({ tensor: 1, data: 16, guessed: 1, engine: 'sglang' });
    expect(rowOf('S0473').open.formats).toMatchObject({ mixer: 'bf16', experts: 'fp8', cache: 2 });
    expect(rowOf('S0154').placement).toMatchObject({ tensor: 8, data: 1 });
    expect(rowOf('S0436').limits).toEqual({ ttft: 0.45, tpot: 0.04 });
    expect(rowOf('S0436').placement).toBeUndefined();
    expect(rowOf('S0460').tpot).toBeCloseTo(0.0475, 6);
    expect(rowOf('S0338').open.formats.weightsOnly).toBe(true);
    expect(rowOf('S0001').load.requests).toBe(30000);
  });

  it('of a model without public shapes are left out', () => {
    const text =
      'row_id,model,n_chips,phase,tok_s_chip_out\nX,Nobody-1T,8,decode,5\nY,Llama-2-70B,,decode,5\nZ,Llama-2-70B,8,decode,';
    expect(publishedServing(text, models, serving).left.map(({ id }) => id)).toEqual(['X', 'Y', 'Z']);
  });

  it('guess as many tokens ahead as the row says, one where it only says that it guesses, with the usual chance to be kept', () => {
    const guesses = (parallelism: string, notes = '') => {
      const text = `row_id,model,n_chips,phase,tok_s_chip_out,parallelism,notes\nX,DeepSeek-R1,16,decode,5,"${parallelism}",${notes}`;
      const { guessed, accepted } = publishedServing(text, models, serving).rows[0]!.open;
      return [guessed, accepted];
    };
    const { accepted } = serving.constants.limits;
    expect(guesses('DP16+EP16, MTP steps=2')).toEqual([2, accepted]);
    expect(guesses('EP16 MTP', '70% acceptance')).toEqual([1, 0.7]);
    expect(guesses('DP16+EP16')).toEqual([0, 0]);
  });
});
