import type { ServingAnswer } from '../../serving/serve.ts';
import { figureRows } from './figure-rows.ts';

/** A serving answer as a table: one figure a row, with its unit and its middle 80 % where it has one; then the front. */
export function serveCsv(answer: ServingAnswer): string {
  const { add, interval, text } = figureRows();
  interval('written', answer.written, 'tokens/s');
  interval('read', answer.read, 'tokens/s');
  interval('written_day', answer.day.written, 'tokens/d');
  interval('read_day', answer.day.read, 'tokens/d');
  add('answer', 'engines', answer.engines, '1');
  const { cost } = answer;
  if (cost) {
    if (cost.money) interval('money_million_tokens', cost.money, 'CNY');
    interval('energy_million_tokens', cost.energy, 'kWh');
    interval('electricity_million_tokens', cost.electricity, 'CNY');
    for (const ground of cost.grounds) interval(ground.of, ground, ground.unit);
  }
  for (const [name, one] of Object.entries({ most: answer.most, asked: answer.asked })) {
    if (!one) continue;
    add(name, 'requests', one.rate, '1/s');
    if (one.ttft !== null) add(name, `ttft_${one.percentile}`, one.ttft, 's');
    add(name, 'beyond', one.beyond ? 1 : 0, '1');
    add(name, `tpot_${one.percentile}`, one.tpot, 's');
    add(name, 'written', one.written, 'tokens/s');
  }
  const { best, parts, memory, apart, together } = answer;
  add('best', 'apart', best.apart ? 1 : 0, '1');
  add('best', 'per_chip', best.perChip, 'tokens/s');
  add('best', 'chips', best.chips, '1');
  add('best', 'batch', best.batch, '1');
  add('best', 'tpot', best.tpot, 's');
  add('best', 'ttft', best.ttft, 's');
  for (const [field, value] of Object.entries(best.placement)) {
    if (typeof value === 'number') add('best', `placement_${field}`, value, '1');
  }
  for (const [part, seconds] of Object.entries(parts)) add('best', `time_${part}`, seconds, 's');
  for (const [part, bytes] of Object.entries(memory)) add('best', `memory_${part}`, bytes, 'B');
  if (together) {
    add('together', 'per_chip', together.perChip, 'tokens/s');
    add('together', 'chips', together.chips, '1');
    add('together', 'batch', together.batch, '1');
  }
  if (apart) {
    add('apart', 'per_chip', apart.perChip, 'tokens/s');
    add('apart', 'prefill_share', apart.prefillShare, '1');
    if (apart.ttft !== undefined) add('apart', 'ttft', apart.ttft, 's');
    add('apart', 'handover', apart.handover, 's');
    add('apart', 'prefill_chips', apart.prefill.engines * apart.prefill.chips, '1');
    add('apart', 'decode_chips', apart.decode.engines * apart.decode.chips, '1');
    add('apart', 'prefill_per_chip', apart.prefill.perChip, 'tokens/s');
    add('apart', 'decode_per_chip', apart.decode.perChip, 'tokens/s');
  }
  answer.nearest.forEach(({ id, published, predicted, seen }) => {
    add(`near_${id}`, 'published', published, 'tokens/s');
    add(`near_${id}`, seen ? 'predicted_seen' : 'predicted_unseen', predicted, 'tokens/s');
  });
  answer.front.forEach((point, i) => {
    add(`front_${i + 1}`, 'tpot', point.tpot, 's');
    add(`front_${i + 1}`, 'per_chip', point.perChip, 'tokens/s');
    add(`front_${i + 1}`, 'chips', point.chips, '1');
    add(`front_${i + 1}`, 'batch', point.batch, '1');
    add(`front_${i + 1}`, 'apart', point.apart ? 1 : 0, '1');
  });
  return text();
}
