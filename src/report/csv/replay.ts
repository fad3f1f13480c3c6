import { type Assessment, presets } from '../../assessment/assessment.ts';
import { csv } from './csv.ts';

/** The answer through time: a row a month. */
export function replayCsv(months: readonly Assessment[]): string {
  const unit = months[0]?.quantities[0]?.unit || 'count';
  const heads = [
    'as_of',
    'run',
    'prior',
    'probability',
    ...presets.map((preset) => `probability_${preset}`),
    'word',
    'state',
    'quantity',
    'unit',
    'median',
    'low_5',
    'high_95',
    'evidence_items',
  ];
  const rows = months.map((a) => {
    const [question, quantity] = [a.questions[0]!, a.quantities[0]!];
    return [
      a.run.asOf,
      a.run.id,
      a.run.prior,
      question.probability,
      ...presets.map((preset) => question.byPreset[preset]),
      question.word,
      a.diagnostics.state,
      quantity.id,
      unit,
      quantity.median,
      quantity.low,
      quantity.high,
      a.hub.evidence,
    ];
  });
  return csv(heads, rows);
}
