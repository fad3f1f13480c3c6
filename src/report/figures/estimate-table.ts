import type { Estimate } from '../../assessment/assessment.ts';
import { type Interval, whole } from '../amount.ts';
import { type Strings, said } from '../strings/strings.ts';
import type { FigureTable } from './figure.ts';

/** An estimate as rows: its interval, the claim, what is permitted, and each of the worlds drawn. */
export function estimateTable(estimate: Estimate, s: Strings): FigureTable {
  const { claimed, permitted, dots, unit } = estimate;
  const { column, part } = s.figures;
  const number = (id: 'value' | 'low' | 'high') => ({ id, label: column[id], ...(unit && { unit }) });
  const row = (name: string, { median, low, high }: Interval) => [
    said(estimate.label, s),
    name,
    ...[median, low, high].map((value) => whole(value, unit)),
  ];
  return {
    columns: [
      { id: 'quantity', label: column.quantity },
      { id: 'part', label: column.part },
      number('value'),
      number('low'),
      number('high'),
    ],
    rows: [
      row(part.inferred, estimate),
      ...(claimed ? [row(part.claimed, claimed)] : []),
      ...(permitted ? [row(part.permitted, permitted)] : []),
      ...dots.map((value, i) => [said(estimate.label, s), part.world(i + 1), whole(value, unit), null, null]),
    ],
  };
}
