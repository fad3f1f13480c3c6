import { describe, expect, it } from 'vitest';
import { requireChip } from '../../src/chips/find.ts';
import { spanOf } from '../../src/serving/people.ts';
import { tokenCost } from '../../src/serving/token-cost.ts';
import { catalogue, day } from '../chips/data.ts';
import { site } from '../site/data.ts';
import { grounds } from '../site/grounds-data.ts';

const draws = 20_000;
// The day that DeepSeek published: 776 thousand million tokens on 1,814 chips.
const tokens = new Float64Array(draws).fill(776e9 / 1814);
const use = new Float64Array(draws).fill(0.75);
const at = { region: 'xinjiang', day: day('2026-06-30'), seed: 7 };
const cost = (chip: string) =>
  tokenCost({ tokens, use }, { ...at, chip: requireChip(catalogue, chip) }, { grounds, site, catalogue });

describe('the cost of a million tokens', () => {
  const found = cost('h800-sxm');

  it('is near what renting the chips at two dollars an hour would cost', () => {
    // 87,072 dollars a day for 776 thousand million tokens: 0.11 dollars, 0.8 yuan a million.
    const { median, low, high } = spanOf(found.money);
    expect(median).toBeGreaterThan(0.15);
    expect(median).toBeLessThan(0.8);
    expect(low).toBeLessThan(high);
  });

  it('is mostly that of the servers', () => {
    const servers = spanOf(found.servers).median;
    const electricity = spanOf(found.electricity).median;
    expect(servers).toBeGreaterThan(5 * electricity);
    expect(servers + electricity).toBeLessThan(spanOf(found.money).median);
  });

  it('rests on energy that physics bounds: about a kilowatt for 428 million tokens a day', () => {
    const { median } = spanOf(found.energy);
    // 1 kW x 24 h / 428 million tokens = 0.056 kWh a million.
    expect(median).toBeGreaterThan(0.02);
    expect(median).toBeLessThan(0.09);
  });

  it('takes more energy the more of the day chips work, and some where they do not', () => {
    const energy = (share: number) => {
      const chip = requireChip(catalogue, 'h800-sxm');
      const made = tokenCost(
        { tokens, use: new Float64Array(draws).fill(share) },
        { ...at, chip },
        { grounds, site, catalogue },
      );
      return spanOf(made.energy).median;
    };
    // Idle servers draw 22 % of their peak, full ones 0.22 + 0.78 x 0.7 = 77 %.
    expect(energy(0) / energy(1)).toBeCloseTo(0.22 / 0.77, 1);
    expect(energy(0.5) / energy(1)).toBeCloseTo((0.22 + 0.77) / 2 / 0.77, 1);
  });

  it('is not known where nobody quoted a price', () => {
    expect(spanOf(cost('h20').money).median).toBeGreaterThan(0);
    expect(spanOf(cost('wse-2').money).median).toBeNaN();
    expect(spanOf(cost('wse-2').energy).median).toBeGreaterThan(0);
  });
});
