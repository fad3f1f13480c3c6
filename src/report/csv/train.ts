import type { TrainingAnswer } from '../../training/answer.ts';
import { figureRows } from './figure-rows.ts';

/** A training answer as a table: one figure a row, with its unit and its middle 80 % where it has one. */
export function trainCsv(answer: TrainingAnswer): string {
  const { add, interval, text } = figureRows();
  interval('step', answer.step, 's');
  interval('rate', answer.rate, 'tokens/s');
  interval('calendar', answer.run.days, 'd');
  interval('chip_hours', answer.run.chipHours, 'h');
  if (answer.run.energy) interval('energy', answer.run.energy, 'MWh');
  if (answer.run.money?.electricity) interval('electricity', answer.run.money.electricity, 'CNY');
  if (answer.run.money?.lease) interval('lease', answer.run.money.lease, 'CNY');
  for (const { days, flop } of answer.largest) interval(`largest_${days}_days`, flop, 'FLOP');
  for (const { group, evaluation, utilisation, plan } of answer.groups) {
    const name = group.machine.id;
    for (const [part, seconds] of Object.entries(evaluation.step)) add(name, `time_${part}`, seconds, 's');
    for (const [part, bytes] of Object.entries(evaluation.memory)) add(name, `memory_${part}`, bytes, 'B');
    for (const [convention, share] of Object.entries(utilisation))
      add(name, `utilisation_${convention}`, share, '1');
    for (const [field, value] of Object.entries(plan)) {
      if (typeof value === 'number') add(name, `plan_${field}`, value, '1');
    }
  }
  return text();
}
