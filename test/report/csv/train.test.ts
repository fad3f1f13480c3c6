import { expect, it } from 'vitest';
import { trainCsv } from '../../../src/report/csv/train.ts';
import { answerTraining } from '../../../src/training/answer.ts';
import { parseFleet } from '../../../src/training/fleet.ts';
import { knowledge } from '../../training/data.ts';

it('has a row for every figure, each with its unit and a number', () => {
  const question = {
    model: knowledge.models.get('llama-3.1-8b')!,
    groups: parseFleet('16xh100-sxm5', knowledge.training.machines),
  };
  const [heads, ...rows] = trainCsv(answerTraining(question, knowledge)).trim().split(/\r?\n/);
  expect(heads).toBe('of,figure,value,low_10,high_90,unit');
  expect(rows.length).toBeGreaterThan(40);
  for (const row of rows) {
    const cells = row.split(',');
    expect(Number.isFinite(Number(cells[2])), row).toBe(true);
    expect(cells[5], row).not.toBe('');
  }
  expect(rows.filter((row) => row.startsWith('answer,')).every((row) => !row.includes(',,'))).toBe(true);
});
