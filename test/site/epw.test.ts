import { describe, expect, it } from 'vitest';
import { parseEpw } from '../../src/site/epw.ts';
import { sunLag } from '../../src/site/epw-repair.ts';
import { generateWeather } from '../../src/site/generator.ts';
import { solarNoon } from '../../src/site/weather-sky.ts';
import { climate, grounds } from './grounds-data.ts';

const place = climate('hami');
const weather = generateWeather(place, { constants: grounds.generator, seed: 2, typical: true });
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** An EPW file of generated weather, its sunshine `lag` hours late. */
function epw({ lag = 0, leap = false, altitude = place.altitude } = {}): string[] {
  const head = [
    `LOCATION,Hami,Xinjiang,CHN,made,522030,${place.latitude},${place.longitude},6.0,${altitude}`,
  ];
  head.push(
    'DESIGN CONDITIONS,0',
    'TYPICAL/EXTREME PERIODS,0',
    'GROUND TEMPERATURES,0',
    'HOLIDAYS/DAYLIGHT SAVINGS,No,0,0,0',
  );
  head.push('COMMENTS 1', 'COMMENTS 2', 'DATA PERIODS,1,1,Data,Sunday, 1/ 1,12/31');
  const rows: string[] = [];
  let i = 0;
  lengths.forEach((days, m) => {
    for (let day = 1; day <= days + (leap && m === 1 ? 1 : 0); day++) {
      for (let h = 1; h <= 24; h++) {
        const at = day > days ? i - 24 : i;
        const sun = weather.global[(at - lag + 8760) % 8760]!;
        const pressure = weather.pressure;
        const cells = [
          2005,
          m + 1,
          day,
          h,
          0,
          '?',
          weather.temperature[at]!.toFixed(2),
          0,
          (100 * weather.humidity[at]!).toFixed(1),
        ];
        cells.push(
          pressure.toFixed(0),
          0,
          0,
          0,
          sun.toFixed(1),
          0,
          (0.2 * sun).toFixed(1),
          0,
          0,
          0,
          0,
          0,
          weather.wind[at]!.toFixed(2),
          0,
        );
        rows.push(cells.join(','));
        if (day <= days) i++;
      }
    }
  });
  return [...head, ...rows];
}

const text = (lines: readonly string[]) => lines.join('\n');
const code = (run: () => unknown): string => {
  try {
    run();
    return 'none';
  } catch (thrown) {
    return (thrown as { code: string }).code;
  }
};

describe('parseEpw', () => {
  it('reads what was written', () => {
    const { station, weather: read } = parseEpw(text(epw()));
    expect(station).toMatchObject({ name: 'Hami', id: '522030', altitude: 737 });
    expect(read.temperature[4000]).toBeCloseTo(weather.temperature[4000]!, 1);
    expect(Math.abs(read.wetBulb[4000]! - weather.wetBulb[4000]!)).toBeLessThan(0.1);
  });

  it('moves late sunshine back to the sun and says so, with the beam split again', () => {
    const { weather: read, repairs } = parseEpw(text(epw({ lag: 1 })));
    const lag = repairs.flatMap((one) => (one.kind === 'sun-lag' ? [one] : []))[0]!;
    expect(Math.abs(lag.hours - 1)).toBeLessThan(0.15);
    expect(Math.abs(sunLag(read.global, place, 6) - 0.5)).toBeLessThan(0.05);
    expect(read.global.reduce((a, b) => a + b, 0) / weather.global.reduce((a, b) => a + b, 0)).toBeCloseTo(
      1,
      2,
    );
    expect(repairs.some(({ kind }) => kind === 'beam-split')).toBe(true);
    expect(solarNoon(place, 1)).toBeGreaterThan(11);
  });

  it('leaves a leap day out and says so', () => {
    const { weather: read, repairs } = parseEpw(text(epw({ leap: true })));
    expect(repairs).toContainEqual({ kind: 'leap-day', hours: 24 });
    expect(read.temperature[8000]).toBeCloseTo(weather.temperature[8000]!, 1);
  });

  it('bridges short gaps and refuses long ones', () => {
    const lines = epw();
    const gap = (from: number, count: number) =>
      lines.map((line, i) =>
        i >= from && i < from + count
          ? line
              .split(',')
              .map((cell, c) => (c === 6 ? '99.9' : cell))
              .join(',')
          : line,
      );
    const { repairs, weather: read } = parseEpw(text(gap(1000, 4)));
    expect(repairs).toContainEqual({
      kind: 'gaps',
      field: 'temperature',
      hours: 4,
      within: [-70, 60, '°C'],
    });
    expect(read.temperature.every((t) => t < 60)).toBe(true);
    expect(code(() => parseEpw(text(gap(1000, 30))))).toBe('ST-P014');
  });

  const changed = (change: (cells: string[], hour: number) => void) =>
    epw().map((line, i) => {
      if (i < 8) return line;
      const cells = line.split(',');
      change(cells, i - 8);
      return cells.join(',');
    });

  it('says where no hour has a pressure, and what a value has to be to count', () => {
    const bare = changed((cells) => {
      cells[9] = '999999';
    });
    expect(parseEpw(text(bare)).repairs).toContainEqual({ kind: 'pressure' });
    const spiked = changed((cells, i) => {
      if (i === 500) cells[6] = '75';
      if (i === 900) cells[6] = 'abc';
    });
    expect(parseEpw(text(spiked)).repairs).toContainEqual(
      expect.objectContaining({ kind: 'gaps', hours: 2 }),
    );
    const fahrenheit = changed((cells) => {
      cells[6] = '75';
    });
    expect(() => parseEpw(text(fahrenheit))).toThrow(/missing, unreadable or out of -70 to 60 °C/);
  });

  it('takes a blank cell for missing, not for zero', () => {
    const { repairs } = parseEpw(
      text(
        changed((cells, i) => {
          if (i % 500 === 3) cells[6] = ' ';
        }),
      ),
    );
    expect(repairs).toContainEqual({
      kind: 'gaps',
      field: 'temperature',
      hours: 18,
      within: [-70, 60, '°C'],
    });
  });

  it('sorts the months of a year that begins in July and says so', () => {
    const lines = epw();
    const [head, rows] = [lines.slice(0, 8), lines.slice(8)];
    const { repairs, weather: read } = parseEpw(text([...head, ...rows.slice(4344), ...rows.slice(0, 4344)]));
    expect(repairs).toContainEqual({ kind: 'order', breaks: 1 });
    expect(read.temperature).toEqual(parseEpw(text(lines)).weather.temperature);
  });

  it('reads files with a byte order mark, DOS line ends, and months of two digits', () => {
    const plain = parseEpw(text(epw())).weather;
    const dos = (mark: string) => parseEpw(`${mark}${epw().join('\r\n')}\r\n`).weather;
    expect(dos('\uFEFF').temperature).toEqual(plain.temperature);
    expect(dos('\u00EF\u00BB\u00BF').temperature).toEqual(plain.temperature);
    const padded = epw({ leap: true }).map((line, i) =>
      i < 8 ? line : line.replace(/,(\d),/, (_, month) => `,0${month},`),
    );
    expect(parseEpw(text(padded)).repairs).toContainEqual({ kind: 'leap-day', hours: 24 });
  });

  it('refuses hours of no calendar, shares for percent, and a clock that is not that of the place', () => {
    const refusal = (change: (cells: string[], hour: number) => void) =>
      code(() => parseEpw(text(changed(change))));
    expect(
      refusal((cells, i) => {
        if (i === 0) cells[1] = '13';
      }),
    ).toBe('ST-P013');
    expect(
      refusal((cells) => {
        cells[8] = String(Number(cells[8]) / 100);
      }),
    ).toBe('ST-P014');
    const utc = epw().map((line, i) => (i === 0 ? line.replace(',6.0,', ',0,') : line));
    expect(code(() => parseEpw(text(utc)))).toBe('ST-P015');
    const blank = epw().map((line, i) => (i === 0 ? line.replace(',6.0,', ',,') : line));
    expect(code(() => parseEpw(text(blank)))).toBe('ST-P012');
  });

  it('refuses missing and doubled hours, other files, other places and impossible heights', () => {
    const lines = epw();
    expect(code(() => parseEpw(text(lines.filter((_, i) => i < 500 || i > 502))))).toBe('ST-P013');
    expect(code(() => parseEpw(text(lines.flatMap((line, i) => (i === 500 ? [line, line] : [line])))))).toBe(
      'ST-P013',
    );
    // An hour 0 beside an hour 24, and half an hour: more places than a year has.
    const hour = (line: string, at: string) => line.replace(/^(\d+,\d+,\d+),\d+/, `$1,${at}`);
    for (const at of ['0', '7.5']) {
      const more = lines.flatMap((line, i) => (i === 504 ? [hour(line, at), line] : [line]));
      expect(code(() => parseEpw(text(more)))).toBe('ST-P013');
    }
    expect(code(() => parseEpw('time,temperature\n1,2'))).toBe('ST-P012');
    expect(code(() => parseEpw(''))).toBe('ST-P012');
    expect(code(() => parseEpw(text(lines), climate('golmud')))).toBe('ST-P015');
    expect(code(() => parseEpw(text(epw({ altitude: 3000 }))))).toBe('ST-P015');
  });
});
