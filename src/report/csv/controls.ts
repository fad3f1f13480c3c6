import type { Chip } from '../../chips/chip.ts';
import { formats } from '../../chips/chip.ts';
import { weakestFlag } from '../../chips/weakest-flag.ts';
import { isExact, type Known } from '../../controls/bound.ts';
import type { Instrument } from '../../controls/instrument.ts';
import { itemOf } from '../../controls/item.ts';
import type { RulesKnown } from '../../controls/known-rules.ts';
import { performanceDensity } from '../../controls/processing-performance.ts';
import type { Status } from '../../controls/status.ts';
import type { Track } from '../terminal/timeline.ts';
import { csv } from './csv.ts';

const cell = (known: Known | undefined) =>
  !known || (known.low === 0 && known.high === Infinity)
    ? null
    : isExact(known)
      ? known.low
      : `${known.low}..${Number.isFinite(known.high) ? known.high : ''}`;

/** A line a chip: rates in TOPS, bandwidths in GB/s, area in mm2. Empty is not published. */
export function chipsCsv(chips: readonly Chip[]): string {
  const heads = [
    'id',
    'name',
    'vendor',
    'country',
    'released',
    'market',
    'form',
    'made_for',
    ...formats,
    'tpp',
    'tpp_otherwise',
    'pd',
    'bandwidth_gb_s',
    'link_gb_s',
    'pcie_gb_s',
    'die_mm2',
    'flag',
    'sources',
  ];
  const rows = chips.map((chip) => {
    const item = itemOf(chip);
    const [first, ...others] = item.readings;
    return [
      chip.id,
      chip.name,
      chip.vendor.name.en,
      chip.vendor.country,
      chip.released.text,
      chip.market,
      chip.form,
      chip.madeFor,
      ...formats.map((format) => cell(item.rates[format])),
      cell(first?.tpp),
      others.map(({ convention, tpp }) => `${convention} ${tpp.high}`).join('; '),
      first ? cell(performanceDensity(first.tpp, item.dieArea)) : null,
      cell(item.bandwidth),
      cell(item.link),
      cell(item.pcie),
      cell(item.dieArea),
      weakestFlag(chip),
      chip.memory.citation.sources.join(' '),
    ];
  });
  return csv(heads, rows);
}

/** A line a stretch of days. */
export function timelineCsv(tracks: readonly Track[], to: string): string {
  const heads = [
    'chip',
    'to',
    'from_day',
    'to_day',
    'outcome',
    'exception',
    'by',
    'possible',
    'chinese_gate',
    'gate_by',
    'rules',
    'rules_known_to',
  ];
  const rows = tracks.flatMap(({ name, spans }) =>
    spans.map((span) => [
      name,
      to,
      span.from,
      span.to,
      span.outcome,
      span.exception,
      span.by,
      span.possible.join(' '),
      span.gate,
      span.gateBy,
      span.rules.state,
      span.rules.to,
    ]),
  );
  return csv(heads, rows);
}

/** A line a limit that was tested, under the answer's outcome. */
export function statusCsv(answer: Status): string {
  const heads = [
    'item',
    'on',
    'to',
    'outcome',
    'rules',
    'rules_known_to',
    'by',
    'layer',
    'instrument',
    'name',
    'met',
    'quantity',
    'low',
    'high',
    'sign',
    'limit',
    'unit',
    'margin',
  ];
  const { item, question, outcome, rules, by } = answer;
  const shared = [item.id ?? item.name, question.on, question.to, outcome, rules.state, rules.to, by];
  const word = (met: boolean | null) => (met === null ? 'unknown' : String(met));
  const rows = answer.layers.flatMap(({ layer, findings }) =>
    findings.flatMap(({ instrument, name, met, tests }) => {
      const found = [...shared, layer, instrument, name, word(met)];
      const limits = tests.flat();
      if (limits.length === 0) return [[...found, null, null, null, null, null, null, null]];
      return limits.map(({ quantity, known, sign, limit, unit, margin }) => [
        ...found.slice(0, -1),
        word(met),
        quantity,
        known.low,
        known.high,
        sign,
        limit,
        unit,
        margin ?? null,
      ]);
    }),
  );
  return csv(heads, rows.length > 0 ? rows : [[...shared, ...new Array(11).fill(null)]]);
}

/** A line an instrument; on a day also the day, and whether its rules are known or carried forward. */
export function rulesCsv(
  instruments: readonly Instrument[],
  { on, known }: { on?: string; known?: RulesKnown } = {},
): string {
  const heads = [
    ...(on === undefined ? [] : ['on', 'rules', 'rules_known_to']),
    'id',
    'name',
    'kind',
    'issuer',
    'cite',
    'announced',
    'effective',
    'compliance',
    'until',
    'verified',
    'sources',
    'judged_days',
    'summary',
    'summary_zh',
  ];
  return csv(
    heads,
    instruments.map((one) => [
      ...(on === undefined ? [] : [on, known?.state, known?.to]),
      one.id,
      one.name.en,
      one.kind,
      one.issuer,
      one.cite,
      one.announced.text,
      one.effective?.text,
      one.compliance?.text,
      one.until?.text,
      one.verified,
      one.sources.join(' '),
      one.judgedDays.join(' '),
      one.summary.en,
      one.summary.zh,
    ]),
  );
}
