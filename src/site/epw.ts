import { error, type Fault, SandtableError } from '../errors/fault.ts';
import { type Message, say } from '../errors/message.ts';
import { monthDays } from './climate.ts';
import { greatCircle } from './climate-file.ts';
import { type EpwRepair, repairSun, sunLag, type WeatherField } from './epw-repair.ts';
import { standardPressure } from './psychrometrics.ts';
import { emptyWeather, fillWetBulb, hoursOfYear, type Weather } from './weather.ts';

/** What an EPW file says about its station, its hours, and what was repaired. */
export interface EpwFile {
  station: { name: string; id: string; latitude: number; longitude: number; altitude: number; zone: number };
  weather: Weather;
  repairs: readonly EpwRepair[];
}

/** Place that a file is meant for; a station elsewhere is refused. */
export interface Expected {
  latitude: number;
  longitude: number;
  altitude: number;
  /** How far the station may be: 150 km and 300 m where left out. */
  withinKm?: number;
  withinM?: number;
}

/** Fields of an hour: its column, the value that stands for missing and above, its range, and how it is said. */
const fields = {
  temperature: { column: 6, missing: 99.9, low: -70, high: 60, unit: '°C', said: say('temperature') },
  humidity: { column: 8, missing: 999, low: 0, high: 110, unit: '%', said: say('humidity') },
  pressure: { column: 9, missing: 999_999, low: 31_000, high: 120_000, unit: 'Pa', said: say('pressure') },
  global: { column: 13, missing: 9999, low: 0, high: 1_600, unit: 'Wh/m2', said: say('global irradiation') },
  beam: { column: 14, missing: 9999, low: 0, high: 1_600, unit: 'Wh/m2', said: say('beam irradiation') },
  diffuse: {
    column: 15,
    missing: 9999,
    low: 0,
    high: 1_200,
    unit: 'Wh/m2',
    said: say('diffuse irradiation'),
  },
  wind: { column: 21, missing: 999, low: 0, high: 60, unit: 'm/s', said: say('wind') },
} as const satisfies Record<WeatherField, unknown>;
type Field = WeatherField;

/** Longest gap that is bridged by a straight line [h]. */
const longestGap = 6;

/**
 * Reads an EnergyPlus weather file, repairs what can be repaired and says so.
 *
 * Repaired: a leap day is left out, hours in another order than the calendar's are sorted, gaps of up to six hours are bridged,
 * the time stamps of sunshine are moved to the sun and its beam part is split again (`repairSun`), humidity above 100 % is cut.
 *
 * @param text of the file
 * @param expected where the site is; any station is accepted where left out
 * @throws SandtableError with everything that cannot be repaired: ST-P012 no EPW, ST-P013 missing or doubled hours, ST-P014
 * too many missing values, ST-P015 another place
 */
export function parseEpw(text: string, expected?: Expected): EpwFile {
  const lines = text
    .replace(byteOrderMark, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  const station = stationOf(lines);
  const faults: Fault[] = expected ? elsewhere(station, expected) : [];
  const repairs: EpwRepair[] = [];
  const rows = wholeYear(lines.slice(8), repairs, faults);
  if (faults.length > 0) throw new SandtableError(faults);
  const columns = readFields(rows, repairs, faults);
  if (!faults.some(({ code }) => code === 'ST-P014')) {
    checkPressure(columns.pressure, station.altitude, faults);
    checkHumidity(columns.humidity, faults);
    checkClock(columns.global, station, faults);
  }
  if (faults.length > 0) throw new SandtableError(faults);
  return { station, ...weatherOf(station, columns, repairs) };
}

function stationOf(lines: readonly string[]): Station {
  const head = lines[0]?.split(',') ?? [];
  if (head[0] !== 'LOCATION' || lines.length < 9) {
    const what = say('The file does not begin with LOCATION and its eight header lines.');
    fail('ST-P012', what, say('Choose the .epw file itself.'));
  }
  const [latitude, longitude, zone, altitude] = [6, 7, 8, 9].map((i) => numberOf(head[i])) as [
    number,
    number,
    number,
    number,
  ];
  if (![latitude, longitude, zone, altitude].every(Number.isFinite)) {
    const what = say('The LOCATION line has no latitude, longitude, zone and elevation.');
    fail('ST-P012', what, say('Restore the header.'));
  }
  const [name, id] = [head[1]!.trim(), head[5]!.trim()];
  return { name, id, latitude, longitude, altitude, zone };
}

type Station = EpwFile['station'];

function weatherOf(station: Station, columns: Record<Field, Float64Array>, repairs: EpwRepair[]) {
  const weather = emptyWeather(station);
  weather.temperature.set(columns.temperature);
  weather.wind.set(columns.wind);
  const humid = columns.humidity.filter((percent) => percent > 100).length;
  if (humid > 0) repairs.push({ kind: 'humidity', hours: humid });
  weather.humidity.set(columns.humidity.map((percent) => Math.min(1, Math.max(0.01, percent / 100))));
  weather.pressure = columns.pressure.reduce((sum, p) => sum + p, 0) / hoursOfYear;
  fillWetBulb(weather);
  repairs.push(...repairSun(weather, columns, station.zone));
  return { weather, repairs };
}

/** The hours of a year in the order of the calendar, a leap day left out. */
function wholeYear(lines: readonly string[], repairs: EpwRepair[], faults: Fault[]): string[][] {
  const rows = lines.map((line) => line.split(',')).filter((row) => row.length > 21);
  const dated = rows.map((row) => ({ row, at: hourOf(row) }));
  const leap = dated.filter(({ at }) => at === 'leap-day').length;
  if (leap > 0) repairs.push({ kind: 'leap-day', hours: leap });
  const kept = dated.filter((one): one is { row: string[]; at: number } => typeof one.at === 'number');
  const seen = new Map<number, number>();
  for (const { at } of kept) seen.set(at, (seen.get(at) ?? 0) + 1);
  const doubled = [...seen.values()].filter((count) => count > 1).length;
  const missing = hoursOfYear - seen.size;
  const undated = rows.length - leap - kept.length;
  if (missing !== 0 || doubled > 0 || undated > 0) {
    const lacking =
      missing >= 0
        ? say('{missing} of the year are missing', { missing })
        : say('{extra} are more than a year has', { extra: -missing });
    const what = say(
      'The file has {hours} hours: {lacking}, {doubled} are there twice and {undated} have no date of the calendar.',
      { hours: rows.length, lacking, doubled, undated },
    );
    const fix = say('Bring a file of a whole year, or generate the weather from normals.');
    faults.push(error('ST-P013', what, fix));
  }
  // Files count hours from 0 or from 1: `at` keeps the order, whichever it is.
  const moved = kept.filter(({ at }, i) => i > 0 && at < kept[i - 1]!.at).length;
  if (moved > 0) repairs.push({ kind: 'order', breaks: moved });
  return kept.sort((a, b) => a.at - b.at).map(({ row }) => row);
}

/** Place of a row in the year, by its month, day and hour; null where there is no such hour. */
function hourOf(row: readonly string[]): number | 'leap-day' | null {
  const [month, day, hour] = [1, 2, 3].map((i) => numberOf(row[i])) as [number, number, number];
  if (month === 2 && day === 29) return 'leap-day';
  const days = monthDays[month - 1];
  if (days === undefined || !(day >= 1 && day <= days && hour >= 0 && hour <= 24)) return null;
  if (!Number.isInteger(day) || !Number.isInteger(hour)) return null;
  return (firstDay[month - 1]! + day - 1) * 25 + hour;
}

const firstDay = monthDays.map((_, m) => monthDays.slice(0, m).reduce((sum, days) => sum + days, 0));

/** As UTF-8, and as its bytes look in Latin-1. */
const byteOrderMark = /^(\uFEFF|\u00EF\u00BB\u00BF)/;

/** A cell's number; not a number where it is blank. */
function numberOf(cell: string | undefined): number {
  return cell === undefined || cell.trim() === '' ? Number.NaN : Number(cell);
}

function readFields(
  rows: readonly string[][],
  repairs: EpwRepair[],
  faults: Fault[],
): Record<Field, Float64Array> {
  const entries = Object.entries(fields).map(([name, { column, missing, low, high }]) => {
    const values = Float64Array.from(rows, (row) => {
      const value = numberOf(row[column]);
      return !Number.isFinite(value) || value >= missing || value < low || value > high ? Number.NaN : value;
    });
    const gaps = values.filter(Number.isNaN).length;
    const optional = name === 'pressure' || name === 'beam' || name === 'diffuse';
    if (gaps > 0 && optional && gaps === values.length) {
      if (name === 'pressure') repairs.push({ kind: 'pressure' });
      return [name, values.fill(0)] as const;
    }
    if (gaps > 0) bridge(name as Field, values, { gaps, repairs, faults });
    return [name, values] as const;
  });
  return Object.fromEntries(entries) as Record<Field, Float64Array>;
}

/** Fills short gaps with straight lines; a longer one is a fault. */
function bridge(
  name: Field,
  values: Float64Array,
  { gaps, repairs, faults }: { gaps: number; repairs: EpwRepair[]; faults: Fault[] },
): void {
  let longest = 0;
  for (let i = 0; i < values.length; i++) {
    if (!Number.isNaN(values[i]!)) continue;
    let end = i;
    while (end < values.length && Number.isNaN(values[end]!)) end++;
    longest = Math.max(longest, end - i);
    const before = i > 0 ? values[i - 1]! : values[end]!;
    const after = end < values.length ? values[end]! : before;
    for (let j = i; j < end; j++) values[j] = before + ((after - before) * (j - i + 1)) / (end - i + 1);
    i = end - 1;
  }
  if (longest > longestGap) {
    const { low, high, unit, said } = fields[name];
    const what = say(
      'Hours without {field} that can be used: {gaps}. They are missing, unreadable or out of {low} to {high} {unit}; {longest} in a row.',
      { field: said, gaps, low, high, unit, longest },
    );
    const fix = say('Bring a file in these units with gaps of at most {most} hours.', { most: longestGap });
    faults.push(error('ST-P014', what, fix));
  } else
    repairs.push({
      kind: 'gaps',
      field: name,
      hours: gaps,
      within: [fields[name].low, fields[name].high, fields[name].unit],
    });
}

function elsewhere(station: Station, { latitude, longitude, altitude, ...within }: Expected): Fault[] {
  const { withinKm = 150, withinM = 300 } = within;
  const km = greatCircle({ latitude, longitude }, station);
  const climb = Math.abs(altitude - station.altitude);
  if (km <= withinKm && climb <= withinM) return [];
  const what = say('The station {name} ({id}) is {km} km and {climb} m of height from the site.', {
    ...{ name: station.name, id: station.id },
    ...{ km: Math.round(km), climb: Math.round(climb) },
  });
  const fix = say('Bring the file of a station nearby, or ask for the place of the station.');
  return [error('ST-P015', what, fix)];
}

function checkPressure(pressure: Float64Array, altitude: number, faults: Fault[]): void {
  const mean = pressure.reduce((sum, p) => sum + p, 0) / pressure.length;
  if (mean === 0) {
    pressure.fill(standardPressure(altitude));
    return;
  }
  if (Math.abs(mean / standardPressure(altitude) - 1) < 0.05) return;
  const what = say('Its mean pressure is {mean} hPa, where {altitude} m have {standard}.', {
    ...{ mean: Math.round(mean / 100), altitude: Math.round(altitude) },
    standard: Math.round(standardPressure(altitude) / 100),
  });
  const fix = say('Correct the elevation in the LOCATION line, or choose another file.');
  faults.push(error('ST-P015', what, fix));
}

function checkHumidity(humidity: Float64Array, faults: Fault[]): void {
  if (humidity.some((percent) => percent > 1.5)) return;
  const what = say('Its relative humidity never exceeds 1.5 %: it seems to be written as a share.');
  faults.push(error('ST-P014', what, say('Write relative humidity in percent.')));
}

/** Longest time between the sun and a file's clock that is taken for its fault and undone [h]. */
const longestLag = 3;

function checkClock(global: Float64Array, { longitude, zone }: Station, faults: Fault[]): void {
  const lag = sunLag(global, { longitude }, zone) - 0.5;
  if (Math.abs(lag) <= longestLag) return;
  const at = { hours: Math.abs(lag).toFixed(1), longitude, zone };
  const what =
    lag > 0
      ? say(
          'Its sunshine is {hours} h after the sun of {longitude}° and a clock {zone} h from Greenwich.',
          at,
        )
      : say(
          'Its sunshine is {hours} h before the sun of {longitude}° and a clock {zone} h from Greenwich.',
          at,
        );
  faults.push(error('ST-P015', what, say('Correct longitude and time zone in the LOCATION line.')));
}

function fail(code: Fault['code'], what: Message, fix: Message): never {
  throw new SandtableError(error(code, what, fix));
}
