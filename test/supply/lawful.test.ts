import { describe, expect, it } from 'vitest';
import { parseControls } from '../../src/controls/parse.ts';
import { stopsOf, underLaw } from '../../src/supply/lawful.ts';
import { parseSupply } from '../../src/supply/parse.ts';
import { stretches } from '../../src/supply/stream.ts';
import { catalogue, dataFiles, day } from '../chips/data.ts';
import { book, controls, files } from '../controls/data.ts';
import { grades, supply } from './data.ts';

const stream = (id: string, from = supply) => from.pools.get('legal')!.streams.find((one) => one.id === id)!;
const rateOn = (id: string, on: string, asOf = Infinity, from = supply) =>
  stretches(stream(id, from), { from: day(on), to: day(on), asOf })[0]?.rate ?? 0;

describe('lawful sales', () => {
  it('end on the day on which the rules stop all chips of a stream', () => {
    expect(rateOn('a800-h800', '2023-10-22')).toBe(1);
    expect(rateOn('a800-h800', '2023-10-23')).toBe(0);
    expect(rateOn('h20', '2025-04-08')).toBeGreaterThan(1);
    expect(rateOn('h20', '2025-04-09')).toBe(0);
  });

  it('go on in a replay that could not know of the letter yet', () => {
    expect(rateOn('h20', '2025-04-12', day('2025-04-14'))).toBeGreaterThan(0);
    expect(rateOn('h20', '2025-04-12', day('2025-04-15'))).toBe(0);
  });

  it('begin again where licences were reported', () => {
    expect(rateOn('h20', '2025-08-12')).toBeGreaterThan(0);
  });

  it('depend on the rules: another day of the letter is another end of the sales', () => {
    const later = files.map((file) =>
      file.path.endsWith('us-2025-04-nvidia-letter.yaml')
        ? { ...file, text: file.text.replace('effective: 2025-04-09', 'effective: 2025-05-09') }
        : file,
    );
    const { controls } = parseControls(later, { catalogue });
    const { supply: other } = parseSupply(dataFiles('supply'), { catalogue, grades, controls: controls! });
    expect(rateOn('h20', '2025-05-08', Infinity, other!)).toBeGreaterThan(1);
    expect(rateOn('h20', '2025-05-09', Infinity, other!)).toBe(0);
  });

  it('are refused where they begin while the rules bar them, with line and rule', () => {
    const from = (day: string) =>
      parseSupply(
        dataFiles('supply').map((file) =>
          file.path.endsWith('legal.yaml')
            ? { ...file, text: file.text.replace('from: 2025-08-11', `from: ${day}`) }
            : file,
        ),
        { catalogue, grades, controls },
      ).faults;
    expect(from('2025-08-11')).toEqual([]);
    const [fault] = from('2025-06-01');
    expect(fault).toMatchObject({ code: 'ST-Y008', place: { file: 'data/supply/legal.yaml' } });
    expect(fault!.what).toContain('Letter to Nvidia of April 2025');
  });

  it('name the rule that stops a chip', () => {
    expect(stopsOf(book, catalogue.chips.get('h800-sxm')!)).toEqual([
      { day: day('2023-10-23'), instrument: 'us-2023-10-nvidia-letter' },
    ]);
    expect(stopsOf(book, catalogue.chips.get('t4')!)).toEqual([]);
  });

  it('leave a stream alone that nothing stops', () => {
    const h200 = stream('h200-licensed');
    expect(underLaw(h200, book).rate.length).toBe(h200.rate.length);
  });
});
