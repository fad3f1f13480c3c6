import {
  type Assessment,
  type Estimate,
  hypotheses,
  presets,
  type SiteResult,
} from '../../assessment/assessment.ts';
import { gradeText } from '../../sources/grade-text.ts';
import { type Strings, said } from '../strings/strings.ts';
import { type Cell, csv } from './csv.ts';

const heads = [
  'run',
  'as_of',
  'part',
  'id',
  'label',
  'measure',
  'value',
  'low_5',
  'high_95',
  'unit',
  'basis',
  'source',
  'grade',
  'date',
];

/** One measure of one thing. */
interface Row {
  part: 'run' | 'question' | 'quantity' | 'site' | 'evidence' | 'look';
  id: string;
  label: string;
  measure: string;
  /** Nothing where it is not known. */
  value: number | null;
  low?: number;
  high?: number;
  unit?: string;
  basis?: string;
  source?: string;
  grade?: string;
  date?: string;
}

/** The whole assessment as one tidy table: a row a measure, each with unit, basis and source where it has one. */
export function assessmentCsv(a: Assessment, strings: Strings): string {
  const rows = [
    ...runRows(a),
    ...questionRows(a, strings),
    ...a.quantities.flatMap((quantity) =>
      estimateRows('quantity', quantity.id, said(quantity.label, strings), quantity),
    ),
    ...a.sites.flatMap((site) => siteRows(site, strings)),
    ...evidenceRows(a, strings),
    ...lookRows(a, strings),
  ];
  return csv(
    heads,
    rows.map((row): Cell[] => [
      a.run.id,
      a.run.asOf,
      row.part,
      row.id,
      row.label,
      row.measure,
      row.value,
      row.low,
      row.high,
      row.unit,
      row.basis,
      row.source,
      row.grade,
      row.date,
    ]),
  );
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** How far the draws carry the answer, under each prior. */
function runRows({ run, diagnostics: d }: Assessment): Row[] {
  const of = { part: 'run' as const, id: run.id, label: '', basis: 'derived' };
  return [
    { ...of, measure: 'draws', value: run.draws },
    ...presets.flatMap((preset) => [
      { ...of, measure: `effective sample size, ${preset} prior`, value: d.essByPreset[preset] },
      { ...of, measure: `pareto k, ${preset} prior`, value: finite(d.paretoByPreset[preset]) },
    ]),
  ];
}

function questionRows(a: Assessment, strings: Strings): Row[] {
  return a.questions.flatMap((question) => {
    const of = {
      part: 'question' as const,
      id: question.id,
      label: said(question.text, strings),
      basis: 'derived',
    };
    return [
      { ...of, measure: 'probability', value: question.probability },
      { ...of, measure: 'before evidence', value: question.prior },
      { ...of, measure: 'sampling error', value: question.error },
      ...presets.map((preset) => ({ ...of, measure: `${preset} prior`, value: question.byPreset[preset] })),
    ];
  });
}

function estimateRows(part: 'quantity' | 'site', id: string, label: string, estimate: Estimate): Row[] {
  const { unit } = estimate;
  const of = { part, id, label, unit };
  const name = part === 'site' ? `${estimate.id}, ` : '';
  const { claimed, permitted } = estimate;
  const basis = estimate.bases.join('+');
  return [
    { ...of, measure: `${name}inferred`, ...spread(estimate), basis },
    { ...of, measure: `${name}before evidence`, ...spread(estimate.prior), basis },
    ...(claimed ? [{ ...of, measure: `${name}claimed`, ...spread(claimed), basis: 'claimed' }] : []),
    ...(permitted ? [{ ...of, measure: `${name}permitted`, ...spread(permitted), basis: 'derived' }] : []),
    ...presets.map((preset) => ({
      ...of,
      measure: `${name}${preset} prior`,
      ...spread(estimate.byPreset[preset]),
      basis,
    })),
  ];
}

const spread = ({ median, low, high }: { median: number; low: number; high: number }) => ({
  value: median,
  low,
  high,
});

function siteRows(site: SiteResult, strings: Strings): Row[] {
  const label = said(site.name, strings);
  const of = { part: 'site' as const, id: site.id, label, basis: 'derived' };
  return [
    { ...of, measure: 'sites', value: site.count },
    { ...of, measure: 'projects', value: site.projects },
    ...Object.entries(site.stages).map(([stage, value]) => ({ ...of, measure: `stage ${stage}`, value })),
    ...Object.entries(site.routes).map(([route, value]) => ({
      ...of,
      measure: `route ${route} if lit`,
      value,
    })),
    ...[site.accelerators, site.compute, site.itLoad].flatMap((estimate) =>
      estimateRows('site', site.id, label, estimate),
    ),
  ];
}

function evidenceRows(a: Assessment, strings: Strings): Row[] {
  return a.evidence.flatMap((item) => {
    const of = {
      part: 'evidence' as const,
      id: item.id,
      label: said(item.says, strings),
      basis: 'derived',
      source: item.source,
      grade: gradeText(item.grade),
      date: item.date,
    };
    return [
      { ...of, measure: 'odds factor', value: item.factor },
      { ...of, measure: 'probability without', value: item.without },
      { ...of, measure: `odds factor, ${a.focus}`, value: item.moved.factor },
      { ...of, measure: `probability without, ${a.focus}`, value: item.moved.without },
      { ...of, measure: 'median without', value: item.medianWithout, unit: a.quantities[0]?.unit },
      { ...of, measure: 'pareto k', value: item.pareto },
      { ...of, measure: 'diagnosticity', value: item.diagnosticity, unit: 'bit' },
      ...hypotheses.map((hypothesis) => ({
        ...of,
        measure: `likelihood ratio, ${hypothesis}`,
        value: item.matrix[hypothesis],
      })),
    ];
  });
}

function lookRows(a: Assessment, strings: Strings): Row[] {
  return a.looks.flatMap((look) => {
    const of = { part: 'look' as const, id: look.id, label: said(look.name, strings), basis: 'derived' };
    return [
      { ...of, measure: 'sharpening', value: look.sharpening },
      { ...of, measure: 'sharpening of compute', value: look.sharpeningCompute },
      { ...of, measure: 'information', value: look.information, unit: 'bit' },
    ];
  });
}
