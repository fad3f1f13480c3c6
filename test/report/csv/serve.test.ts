import { expect, it } from 'vitest';
import { serveCsv } from '../../../src/report/csv/serve.ts';
import { answerServing } from '../../../src/serving/serve.ts';
import { knowledge, machines, models } from '../../serving/known.ts';

it('has a row for every figure, each with its unit and a number', () => {
  const answer = answerServing(
    {
      model: models.get('llama-3.1-8b')!,
      group: { machine: machines.get('h100-sxm5')!, count: 8 },
      load: { inputTokens: 1000, outputTokens: 500 },
    },
    knowledge,
  );
  const [head, ...rows] = serveCsv(answer).trim().split(/\r?\n/);
  expect(head).toBe('of,figure,value,low_10,high_90,unit');
  expect(rows.length).toBeGreaterThan(30);
  for (const row of rows) {
    const [, , value, , , unit] = row.split(',');
    expect(Number.isFinite(Number(value)), row).toBe(true);
    expect(unit, row).not.toBe('');
  }
  expect(rows.some((row) => row.startsWith('apart,prefill_share'))).toBe(true);
});
