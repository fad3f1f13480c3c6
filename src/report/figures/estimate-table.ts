import type { Estimate } from '../../assessment/assessment.ts';
import { type Strings, said } from '../strings/strings.ts';
import type { FigureTable } from './figure.ts';

/** An estimate as rows: its interval, the claim, what is permitted, and each of the worlds drawn. */
export function estimateTable(estimate: Estimate, s: Strings): FigureTable {
  const { claimed, permitted, dots, unit } = estimate;
  const { column, part } = s.figures;
  const number = (id: 'value' | 'low' | 'high') => ({ id, label: column[id], ...(unit && { unit }) });
  return {
    columns: [
      { id: 'quantity', label: column.quantity },
      { id: 'part', label: column.part },
      number('value'),
      number('low'),
      number('high'),
    ],
    rows: [
      [said(estimate.label, s), part.inferred, estimate.median, estimate.low, estimate.high],
      ...(claimed
        ? [[said(estimate.label, s), part.claimed, claimed.median, claimed.low, claimed.high]]
        : []),
      ...(permitted
        ? [[said(estimate.label, s), part.permitted, permitted.median, permitted.low, permitted.high]]
        : []),
      ...dots.map((value, i) => [said(estimate.label, s), part.world(i + 1), value, null, null]),
    ],
  };
}
