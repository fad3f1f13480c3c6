import { describe, expect, it } from 'vitest';
import { parseCatalogue } from '../../src/chips/catalogue.ts';
import { median } from '../../src/chips/figure.ts';
import { findChip } from '../../src/chips/find.ts';
import { catalogue, dataFiles, faults, sourceIds } from './data.ts';

const files = dataFiles('chips');
const edited = (path: string, change: (text: string) => string) =>
  parseCatalogue(
    files.map((file) => (file.path.endsWith(path) ? { ...file, text: change(file.text) } : file)),
    sourceIds,
  );

describe('the catalogue in data/chips', () => {
  it('has no faults, and every source it names is described', () => {
    expect(faults).toEqual([]);
    expect(catalogue.chips.size).toBeGreaterThanOrEqual(125);
    expect(catalogue.servers.length).toBeGreaterThanOrEqual(23);
  });

  it('has every accelerator that the hub, the pools and the known cases name', () => {
    const named =
      'h100 h100-pcie h100-nvl h200 h200-nvl a100 a100-40 a800 h800 h800-pcie h20 h20-3e l20 rtx-pro-6000d'.concat(
        ' b200 b300 gb200 gb300 910b 910b2 910c 920 950pr mlu590 dcu ppu p800',
      );
    expect(named.split(' ').filter((name) => !findChip(catalogue, name))).toEqual([]);
  });

  it('keeps what is not published as unknown', () => {
    expect(findChip(catalogue, 'rtx-pro-6000d')!.peak.fp16!.quantity.spread.form).toBe('unknown');
    expect(median(findChip(catalogue, 'kunlun-p800')!.memory.quantity)).toBeUndefined();
  });

  it('marks every recalled figure as judged', () => {
    const chips = [...catalogue.chips.values()].filter((chip) => chip.power.flag === 'K');
    expect(chips.length).toBeGreaterThan(0);
    expect(chips.every((chip) => chip.power.citation.basis === 'judged')).toBe(true);
  });

  it('lets a figure rest on something else than its chip', () => {
    const chip = findChip(catalogue, 'ascend-910b')!;
    expect(chip.power.citation.basis).toBe('reported');
    expect(chip.peak.fp16!.citation.basis).toBe('derived');
  });
});

describe('parseCatalogue', () => {
  it('reports a chip that is priced but not described, where it stands', () => {
    const { faults } = edited('prices.yaml', (text) => text.replace('chip: b200', 'chip: b20'));
    expect(faults.map(({ code }) => code)).toEqual(['ST-C001']);
    expect(faults[0]!.place).toMatchObject({ file: 'data/chips/prices.yaml' });
    expect(faults[0]!.fix).toMatch(/b200/);
  });

  it('reports a name given twice', () => {
    const { faults } = edited('huawei.yaml', (text) => text.replace('aliases: [910c]', 'aliases: [H100]'));
    expect(faults.map(({ code }) => code)).toEqual(['ST-C002']);
  });

  it('reports a source that is not described, and a figure without one', () => {
    const wrong = edited('amazon.yaml', (text) => text.replace('epoch-ml-hardware', 'epoch-ml-hardwear'));
    expect(wrong.faults[0]).toMatchObject({
      code: 'ST-S042',
      fix: expect.stringMatching(/epoch-ml-hardware/),
    });
    const none = edited('amazon.yaml', (text) => text.replace(/ {4}sources: .*\n/, ''));
    expect(none.faults[0]).toMatchObject({ code: 'ST-S041' });
  });

  it('refuses a unit of another kind and a price that is no number', () => {
    const unit = edited('amazon.yaml', (text) => text.replace('96 GB', '96 W'));
    expect(unit.faults[0]!.code).toMatch(/^ST-U/);
    const price = edited('prices.yaml', (text) =>
      text.replace('amount: 489,000 USD', 'amount: over 489,000 USD'),
    );
    expect(price.faults.map(({ code }) => code)).toContain('ST-C004');
  });

  it('reports every missing section at once', () => {
    const { catalogue: none, faults } = parseCatalogue([]);
    expect(none).toBeUndefined();
    expect(faults.map(({ code }) => code)).toEqual(['ST-C003', 'ST-C003', 'ST-C003']);
  });
});
