import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { any, isExact } from '../../src/controls/bound.ts';
import { type Item, itemOf } from '../../src/controls/item.ts';
import type { Finding, LayerId } from '../../src/controls/layers.ts';
import { performanceDensity, plus } from '../../src/controls/processing-performance.ts';
import { status } from '../../src/controls/status.ts';
import { catalogue } from '../chips/data.ts';
import { book } from './data.ts';

/** What a reference of 2026-11-23 derived for every chip, with TF32 at 19 bits and unpublished PCIe left out. */
const [head, ...lines] = readFileSync(
  new URL('../fixtures/controls/derived-status.csv', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) =>
    [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain!),
  );
const rows = lines.map((cells) => Object.fromEntries(head!.map((key, i) => [key, cells[i]!])));

const pcie = 'PCIe is not published; the reference counts it as nothing, the engine as unknown';
const sum = 'memory bandwidth alone passes the limit on the sum, whatever the links';
const band = 'one limb alone lies outside both bands, whatever the other';

/** Where the engine answers otherwise, and why. */
const differences: Readonly<Record<string, Readonly<Record<string, { ours: string; why: string }>>>> = {
  'rtx-pro-6000d': { s232: { ours: 'no', why: band } },
  mi308x: { s232: { ours: 'no', why: band } },
  'gaudi-1': { s232: { ours: 'no', why: band } },
  br166: { s232: { ours: 'no', why: band } },
  'kunlun-p800': { s232: { ours: 'no', why: band } },
  ppu: { s232: { ours: 'no', why: band } },
  'rubin-cpx': {
    r26: { ours: 'out of range', why: 'its performance alone is above the limit, whatever its memory' },
    s232: { ours: 'no', why: band },
  },
  lp30: { r22: { ours: 'need I/O', why: pcie }, l25: { ours: 'BW no; I/O ?', why: pcie } },
  'tpu-v6e': { r22: { ours: 'need I/O', why: pcie } },
  'tpu-v4': { l25: { ours: 'BW no; I/O ?', why: pcie } },
  'tpu-v5e': { l25: { ours: 'BW no; I/O ?', why: pcie } },
  inferentia2: { l25: { ours: 'BW no; I/O ?', why: pcie } },
  trainium1: { l25: { ours: 'BW no; I/O ?', why: pcie } },
  'gaudi-3-cn-pcie': { l25: { ours: 'yes (BW,sum)', why: sum } },
  'max-1550': { l25: { ours: 'yes (BW,sum)', why: sum } },
  'mtia-300': { l25: { ours: 'yes (BW,sum)', why: sum } },
  'maia-100': { l25: { ours: 'yes (BW,sum)', why: sum } },
  'ascend-920': { l25: { ours: 'yes (BW,sum)', why: sum } },
  'c500-oam': { l25: { ours: 'yes (BW,sum)', why: sum } },
  'c500-pcie': { l25: { ours: 'yes (BW,sum)', why: sum } },
  l600: { l25: { ours: 'yes (BW,sum)', why: sum }, s232: { ours: 'no', why: band } },
  mlu590: {
    r23: {
      ours: 'a.1 or need die area',
      why: 'sources give 256 to 345 TFLOP/s; the reference takes the upper end',
    },
    l25: { ours: 'yes (BW,sum)', why: sum },
  },
};

/** The item as the reference reads it: its first reading alone. */
function readOnce(item: Item): Item {
  return { ...item, readings: item.readings.slice(0, 1) };
}

function findings(item: Item, on: string, layer: LayerId): readonly Finding[] {
  const answer = status(book, item, { on, to: 'CN', from: 'US', headquarters: 'CN' });
  return answer.layers.find((one) => one.layer === layer)!.findings;
}

const unknownTpp = (item: Item) => item.readings.length === 0;

function october2022(item: Item): string {
  const [finding] = findings(item, '2022-11-15', 'classification');
  if (unknownTpp(item)) return 'unknown';
  return finding!.met === null ? 'need I/O' : finding!.met ? '3A090.a' : 'none';
}

function october2023(item: Item): string {
  if (unknownTpp(item)) return 'unknown';
  const all = findings(item, '2023-12-01', 'classification');
  const paragraph = (name: string) => all.find((one) => one.name === `3A090.${name}`)!.met;
  const outside = all.find((one) => one.says === 'outside');
  if (outside?.met && all.some(({ says, tests }) => !says && tests[0]!.every(({ met }) => met)))
    return 'none (Note 2)';
  if (paragraph('a.1')) return item.marketedForDataCentres ? 'a.1' : 'a.1 non-DC (NAC)';
  if (paragraph('a.2')) return 'a.2';
  if (['a.1', 'a.2', 'b.1', 'b.2'].some((name) => paragraph(name) === null)) {
    return paragraph('a.1') === null && !isExact(item.readings[0]!.tpp)
      ? 'a.1 or need die area'
      : 'need die area';
  }
  const met = ['b.1', 'b.2'].filter(paragraph);
  return met.length > 0 ? met.join('+') : 'none';
}

function april2025(item: Item): string {
  const stranger = { ...item, vendor: 'somebody-else' };
  const [finding] = findings(stranger, '2025-04-20', 'letters');
  const [bw, io, sum] = finding!.tests.map(([test]) => test!.met);
  if (any([bw!, io!, sum!])) {
    return `yes (${[bw && 'BW', io && 'I/O', sum && 'sum'].filter(Boolean).join(',')})`;
  }
  if (bw === false && (io === null || sum === null)) return 'BW no; I/O ?';
  return bw === null ? 'unknown' : 'no';
}

function january2026(item: Item): string {
  if (unknownTpp(item)) return 'unknown';
  if (['none', 'none (Note 2)'].includes(october2023(item))) return 'n/a (not 3A090)';
  const [finding] = findings(item, '2026-01-20', 'review');
  const [tpp, bandwidth] = finding!.tests[0]!.map(({ met }) => met);
  if (tpp === false || bandwidth === false) return 'out of range';
  return tpp && bandwidth ? 'in range' : 'unknown';
}

function section232(item: Item): string {
  const { duty } = status(book, item, { on: '2026-02-10', to: 'US', from: 'TW' });
  return duty.state === 'unknown' ? '?' : (duty.band ?? 'no');
}

const ours: Readonly<Record<string, (item: Item) => string>> = {
  r22: october2022,
  r23: october2023,
  l25: april2025,
  r26: january2026,
  s232: section232,
};

describe('the derived status of every chip', () => {
  it('covers the reference', () => {
    expect(rows.length).toBe(123);
    expect(rows.filter(({ chip }) => !catalogue.chips.has(chip!))).toEqual([]);
  });

  it.each(rows.map((row) => [row.chip!, row] as const))('%s', (id, row) => {
    const item = readOnce(itemOf(catalogue.chips.get(id)!));
    for (const [column, derive] of Object.entries(ours)) {
      const different = differences[id]?.[column];
      expect(derive(item), `${column}: ${different?.why ?? 'as the reference'}`).toBe(
        different?.ours ?? row[column],
      );
      if (different) expect(different.ours, `${column} no longer differs`).not.toBe(row[column]);
    }
  });

  it.each(rows.filter(({ tpp }) => tpp).map((row) => [row.chip!, row] as const))(
    'arithmetic of %s',
    (id, row) => {
      const item = itemOf(catalogue.chips.get(id)!);
      const { tpp } = item.readings[0]!;
      if (isExact(tpp)) expect(Math.round(tpp.high)).toBe(Number(row.tpp));
      else expect(Number(row.tpp)).toBeGreaterThanOrEqual(Math.floor(tpp.low));
      if (row.pd && isExact(tpp)) {
        expect(performanceDensity(tpp, item.dieArea).high.toFixed(3)).toBe(Number(row.pd).toFixed(3));
      }
      const io = plus(item.link, item.pcie);
      if (row.io && isExact(io)) expect(io.high).toBe(Number(row.io));
    },
  );
});
