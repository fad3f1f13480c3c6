import { describe, expect, it } from 'vitest';
import { itemOf } from '../../src/controls/item.ts';
import type { LayerId, Test } from '../../src/controls/layers.ts';
import type { StatusQuery } from '../../src/controls/query.ts';
import { status } from '../../src/controls/status.ts';
import { catalogue } from '../chips/data.ts';
import { book } from './data.ts';

type Rest = Omit<StatusQuery, 'on' | 'to'> & { to?: string };

const ask = (chip: string, on: string, rest: Rest = {}) =>
  status(book, chip, { on, to: 'CN', from: 'US', ...rest });
const outcome = (chip: string, on: string, rest: Rest = {}) => {
  const answer = ask(chip, on, rest);
  return answer.exception ? `${answer.outcome} ${answer.exception}` : answer.outcome;
};
const item = (chip: string) => itemOf(catalogue.chips.get(chip)!);

/** The margin of one limit of one finding. */
function margin(
  answer: ReturnType<typeof ask>,
  { layer, name, quantity, sign }: { layer: LayerId; name?: string } & Pick<Test, 'quantity' | 'sign'>,
): number | undefined {
  const found = answer.layers.find((one) => one.layer === layer)!.findings;
  const tests = found
    .filter((one) => name === undefined || one.name === name)
    .flatMap((one) => one.tests.flat());
  return tests.find((one) => one.quantity === quantity && one.sign === sign)?.margin;
}

describe('the traps', () => {
  it('H20 is in no paragraph of 3A090; only the letter reaches it', () => {
    const before = ask('h20', '2025-04-08');
    expect(before.paragraphs).toEqual([]);
    expect(before.outcome).toBe('no-licence');
    expect(ask('h20', '2025-04-10')).toMatchObject({ outcome: 'letter', paragraphs: [] });
    const after = { layer: 'classification', sign: '>=' } as const;
    expect(margin(before, { ...after, name: '3A090.b.1', quantity: 'tpp' })).toBe(-32);
    expect(margin(before, { ...after, name: '3A090.b.2', quantity: 'pd' })).toBeCloseTo(2.909 - 3.2, 3);
  });

  it.each(['a800-sxm', 'h800-sxm'])('%s flips: four dates, three answers', (chip) => {
    expect(outcome(chip, '2023-10-20')).toBe('no-licence');
    expect(outcome(chip, '2023-10-23')).toBe('letter');
    expect(outcome(chip, '2023-10-24')).toBe('letter');
    expect(outcome(chip, '2023-12-01')).toBe('denial');
  });

  it('RTX 4090: not in the letter, controlled from 17 November, with an exception', () => {
    expect(outcome('rtx-4090', '2023-10-24')).toBe('no-licence');
    expect(outcome('rtx-4090', '2023-11-16')).toBe('no-licence');
    expect(outcome('rtx-4090', '2023-11-17')).toBe('exception NAC');
  });

  it('near-misses carry their margin', () => {
    const classified = { layer: 'classification', sign: '>=' } as const;
    const a10 = ask('a10', '2023-12-01');
    const density = margin(a10, { ...classified, name: '3A090.b.2', quantity: 'pd' })!;
    expect(density).toBeLessThan(0);
    expect(density + 3.2).toBeCloseTo(3.185, 3);
    expect(margin(ask('gaudi-2-cn', '2023-07-20'), { ...classified, quantity: 'io' })).toBe(-11);
    expect(
      margin(ask('a40', '2023-12-01'), { ...classified, name: '3A090.b.1', quantity: 'tpp' }),
    ).toBeCloseTo(-4.8, 6);
    expect(
      margin(ask('a30', '2023-12-01'), { ...classified, name: '3A090.b.2', quantity: 'pd' })! + 3.2,
    ).toBeCloseTo(3.196, 3);
    expect(
      margin(ask('l20', '2023-12-01'), { ...classified, name: '3A090.b.2', quantity: 'pd' })! + 3.2,
    ).toBeCloseTo(3.14, 2);
    const rtx = ask('rtx-pro-6000d', '2025-09-01');
    expect(margin(rtx, { layer: 'letters', quantity: 'bandwidth', sign: '>=' })).toBe(-2);
    const mi325 = ask('mi325x', '2026-01-20');
    expect(margin(mi325, { layer: 'review', quantity: 'tpp', sign: '<' })).toBeCloseTo(-80.8, 6);
    expect(mi325.outcome).toBe('case-by-case');
  });

  it('TF32: both readings are shown, and none is chosen where they disagree', () => {
    const readings = (chip: string) => item(chip).readings.map(({ tpp }) => Math.round(tpp.high));
    expect(readings('trainium1')).toEqual([3610, 6080]);
    expect(readings('trainium2')).toEqual([12673, 21344]);
    expect(readings('trainium3')).toEqual([20136, 21472]);
    const answer = ask('trainium3', '2026-02-01');
    expect(answer.outcome).toBe('undecided');
    expect(answer.missing.map(({ input }) => input).sort()).toEqual(['convention', 'soldInUnitedStates']);
    expect([...new Set(answer.possible.map((one) => one.outcome))].sort()).toEqual([
      'case-by-case',
      'denial',
    ]);
  });

  it('FP6 counts as a reading of its own where it may bind', () => {
    expect(item('mi355x').readings.map(({ convention, tpp }) => [convention, Math.round(tpp.high)])).toEqual([
      [undefined, 40266],
      ['fp6', 60398],
    ]);
    expect(outcome('mi355x', '2026-01-20')).toBe('denial');
  });

  it('chiplets: density is over all logic dies, and a cut-down part on that silicon stays below 1.6 to 3,840', () => {
    const mi300x = item('mi300x');
    expect(mi300x.readings[0]!.tpp.high / mi300x.dieArea.high).toBeCloseTo(8.716, 3);
    const cut = (tpp: string) =>
      status(book, itemOf(catalogue.chips.get('mi300x')!, { tpp }), {
        on: '2024-06-01',
        to: 'CN',
        from: 'US',
      });
    expect(cut('3839').paragraphs).toEqual([]);
    expect(cut('3840').paragraphs).toEqual(['3A090.b.1']);
  });

  it('Ascend 910: the die area decides between a.2 and b', () => {
    const chip = catalogue.chips.get('ascend-910-2019')!;
    const with_ = (dieArea: string) =>
      status(book, itemOf(chip, { dieArea }), { on: '2024-05-01', to: 'CN', from: 'TW' });
    expect(with_('624 mm2').paragraphs).toEqual(['3A090.a.2']);
    expect(with_('1228 mm2').paragraphs).toEqual(['3A090.b.1', '3A090.b.2']);
  });

  it('BR100 in 2022: PCIe counts, and the dispute is told', () => {
    const answer = status(book, 'br100', { on: '2022-10-24', to: 'CN', from: 'TW' });
    expect(answer.outcome).toBe('denial');
    expect(answer.disputes[0]!.says.en).toMatch(/512 GB\/s alone|512 GB\/s counts alone/);
    expect(margin(answer, { layer: 'classification', quantity: 'io', sign: '>=' })).toBe(40);
    const linkAlone = status(book, itemOf(catalogue.chips.get('br100')!, { pcie: '0 GB/s' }), {
      on: '2022-10-24',
      to: 'CN',
      from: 'TW',
    });
    expect(linkAlone.outcome).toBe('no-licence');
  });

  it('Gaudi 3 is refused where the faster H200 is not', () => {
    expect(outcome('gaudi-3', '2026-01-20')).toBe('denial');
    expect(outcome('h200', '2026-01-20')).toBe('case-by-case');
  });

  it('memory on the die is no memory bandwidth, and a first sale after the day fails anyway', () => {
    expect(item('lp30').bandwidth).toEqual({ low: 0, high: 0 });
    expect(outcome('lp30', '2026-04-15')).toBe('denial');
  });

  it('limits are as strict as written', () => {
    expect(margin(ask('tpu-8t', '2026-06-01'), { layer: 'review', quantity: 'bandwidth', sign: '<' })).toBe(
      0,
    );
    const chip = catalogue.chips.get('h200-sxm')!;
    const duty = (specifications: Record<string, string>) =>
      status(book, itemOf(chip, specifications), { on: '2026-02-10', to: 'US', from: 'TW' }).duty.state;
    expect(duty({ tpp: '14000', bandwidth: '4800 GB/s' })).toBe('none');
    expect(duty({ tpp: '14001', bandwidth: '4800 GB/s' })).toBe('duty');
    expect(duty({ tpp: '14001', bandwidth: '5000 GB/s' })).toBe('none');
    const on = (tpp: string) =>
      status(book, itemOf(chip, { tpp, bandwidth: '4800 GB/s' }), { on: '2026-01-20', to: 'CN', from: 'US' })
        .outcome;
    expect([on('20999'), on('21000')]).toEqual(['case-by-case', 'denial']);
  });

  it('Rubin keeps both claims', () => {
    expect(item('rubin-r200').readings[0]!.tpp).toEqual({ low: 140_000, high: 200_000 });
  });

  it('the market is an input: one die, two answers', () => {
    expect(outcome('rtx-pro-6000-workstation', '2025-04-01')).toBe('exception NAC');
    expect(outcome('rtx-pro-6000-server', '2025-04-01')).toBe('denial');
    expect(outcome('rtx-pro-6000-workstation', '2025-04-01', { marketedForDataCentres: true })).toBe(
      'denial',
    );
  });

  it('Macau is named by the rules, not taken from D:5', () => {
    expect(book.controls.groups.get('D:5')!.members.has('MO')).toBe(false);
    expect(outcome('a100', '2023-01-16', { to: 'MO' })).toBe('no-licence-destination');
    expect(outcome('a100', '2023-01-17', { to: 'MO' })).toBe('denial');
    expect(outcome('h100', '2023-12-01', { to: 'MO' })).toBe('denial');
  });

  it('headquarters count apart from location', () => {
    expect(outcome('h200', '2026-02-01', { to: 'MY', headquarters: 'CN' })).toBe('denial');
    expect(outcome('h200', '2026-02-01', { to: 'CN' })).toBe('case-by-case');
  });

  it('a re-export has no relief', () => {
    expect(outcome('h200', '2026-02-01', { from: 'TW' })).toBe('denial');
  });

  it('text and enforcement are two layers', () => {
    const answer = ask('h100', '2025-06-01', { to: 'IN', headquarters: 'IN' });
    expect(answer).toMatchObject({ outcome: 'not-enforced', by: 'us-2025-01-diffusion' });
    const layer = (id: LayerId) => answer.layers.find((one) => one.layer === id)!.findings;
    expect(layer('destination').map(({ instrument }) => instrument)).toContain('us-2025-01-diffusion');
    expect(layer('enforcement').map(({ says }) => says)).toContain('not-enforced');
  });

  it('the window of the rule on owners: on, off, unknown', () => {
    const owned = (on: string) => outcome('t4', on, { ownedByListed: 0.6 });
    expect(owned('2025-09-28')).toBe('no-licence');
    expect(owned('2025-10-15')).toBe('listed');
    expect(owned('2025-11-10')).toBe('no-licence');
    expect(owned('2026-11-09')).toBe('no-licence');
    expect(owned('2026-11-10')).toBe('undecided');
    expect(outcome('t4', '2025-10-15', { ownedByListed: 0.49 })).toBe('no-licence');
  });

  it('a speech is no rule, a rule no licence', () => {
    expect(outcome('h200', '2025-12-10')).toBe('denial');
    expect(outcome('h200', '2026-01-15')).toBe('case-by-case');
    expect(outcome('h200', '2026-01-20', { licensed: true })).toBe('case-by-case');
    expect(outcome('h200', '2026-02-10', { licensed: true })).toBe('granted');
  });

  it('the United States open, China closes: both gates are shown', () => {
    expect(ask('h200', '2026-01-20')).toMatchObject({ outcome: 'case-by-case', gate: { state: 'blocked' } });
  });

  it('a presumed violation stands apart from destination', () => {
    for (const to of ['CN', 'MY', 'DE']) {
      expect(status(book, 'ascend-910c', { on: '2025-06-01', to }).outcome).toBe('presumed-violation');
    }
    expect(status(book, 'ascend-910c', { on: '2025-05-12', to: 'DE', headquarters: 'DE' }).outcome).toBe(
      'no-licence-destination',
    );
  });

  it('all paragraphs met are listed', () => {
    expect(ask('l40', '2023-12-01').paragraphs).toEqual(['3A090.b.1', '3A090.b.2']);
    expect(ask('a30', '2023-12-01').paragraphs).toEqual(['3A090.b.1']);
  });

  it('RTX 4090 D in April 2024: no ban, whatever the headlines', () => {
    const before = ask('rtx-4090-d', '2024-04-03');
    const after = ask('rtx-4090-d', '2024-04-05');
    expect([before.outcome, after.outcome]).toEqual(['no-licence', 'no-licence']);
    expect(
      after.layers
        .find(({ layer }) => layer === 'classification')!
        .findings.find(({ says }) => says === 'outside'),
    ).toMatchObject({ met: true });
  });
});
