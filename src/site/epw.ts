import { error, type Fault, SandtableError } from '../errors/fault.ts';
import { type EpwRepair, repairSun } from './epw-repair.ts';
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

/** Fields of an hour: its column, the value that stands for missing and above, and its range. */
const fields = {
  temperature: { column: 6, missing: 99.9, low: -70, high: 60 },
  humidity: { column: 8, missing: 999, low: 0, high: 110 },
  pressure: { column: 9, missing: 999_999, low: 31_000, high: 120_000 },
  global: { column: 13, missing: 9999, low: 0, high: 1_600 },
  beam: { column: 14, missing: 9999, low: 0, high: 1_600 },
  diffuse: { column: 15, missing: 9999, low: 0, high: 1_200 },
  wind: { column: 21, missing: 999, low: 0, high: 60 },
} as const;
type Field = keyof typeof fields;

/** Longest gap that is bridged by a straight line [h]. */
const longestGap = 6;

/**
 * Reads an EnergyPlus weather file, repairs what can be repaired and says so.
 *
 * Repaired: a leap day is left out, gaps of up to six hours are bridged, the time stamps of sunshine are moved to the sun and
 * its beam part is split again (`repairSun`), humidity above 100 % is cut.
 *
 * @param text of the file
 * @param expected where the site is; any station is accepted where left out
 * @throws SandtableError with everything that cannot be repaired: ST-P012 no EPW, ST-P013 missing or doubled hours, ST-P014
 * too many missing values, ST-P015 another place
 */
export function parseEpw(text: string, expected?: Expected): EpwFile {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const head = lines[0]?.split(',') ?? [];
  if (head[0] !== 'LOCATION' || lines.length < 9) {
    fail(
      'ST-P012',
      'The file does not begin with LOCATION and its eight header lines.',
      'Choose the .epw file itself.',
    );
  }
  const [latitude, longitude, zone, altitude] = head.slice(6, 10).map(Number) as [
    number,
    number,
    number,
    number,
  ];
  const station = { name: head[1]!.trim(), id: head[5]!.trim(), latitude, longitude, altitude, zone };
  if (![latitude, longitude, zone, altitude].every(Number.isFinite)) {
    fail(
      'ST-P012',
      'The LOCATION line has no latitude, longitude, zone and elevation.',
      'Restore the header.',
    );
  }
  const faults: Fault[] = expected ? elsewhere(station, expected) : [];
  const repairs: EpwRepair[] = [];
  const rows = wholeYear(lines.slice(8), repairs, faults);
  if (faults.length > 0) throw new SandtableError(faults);
  const columns = readFields(rows, repairs, faults);
  if (!faults.some(({ code }) => code === 'ST-P014')) checkPressure(columns.pressure, altitude, faults);
  if (faults.length > 0) throw new SandtableError(faults);
  return { station, ...weatherOf(station, columns, repairs) };
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

/** The hours of a year in order, a leap day left out. */
function wholeYear(lines: readonly string[], repairs: EpwRepair[], faults: Fault[]): string[][] {
  const rows = lines.map((line) => line.split(',')).filter((row) => row.length > 21);
  const kept = rows.filter((row) => !(row[1]!.trim() === '2' && row[2]!.trim() === '29'));
  if (kept.length < rows.length) repairs.push({ kind: 'leap-day', hours: rows.length - kept.length });
  const seen = new Map<string, number>();
  for (const row of kept) {
    const key = row.slice(1, 4).map(Number).join('/');
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  const doubled = [...seen.values()].filter((count) => count > 1).length;
  const missing = hoursOfYear - seen.size;
  if (missing !== 0 || doubled > 0) {
    const what = `The file has ${rows.length} hours: ${missing} of the year are missing and ${doubled} are there twice.`;
    faults.push(
      error('ST-P013', what, 'Bring a file of a whole year, or generate the weather from normals.'),
    );
  }
  return kept;
}

function readFields(
  rows: readonly string[][],
  repairs: EpwRepair[],
  faults: Fault[],
): Record<Field, Float64Array> {
  const entries = Object.entries(fields).map(([name, { column, missing, low, high }]) => {
    const values = Float64Array.from(rows, (row) => {
      const value = Number(row[column]);
      return !Number.isFinite(value) || value >= missing || value < low || value > high ? Number.NaN : value;
    });
    const gaps = values.filter(Number.isNaN).length;
    const optional = name === 'pressure' || name === 'beam' || name === 'diffuse';
    if (gaps > 0 && optional && gaps === values.length) return [name, values.fill(0)] as const;
    if (gaps > 0) bridge(name, values, { gaps, repairs, faults });
    return [name, values] as const;
  });
  return Object.fromEntries(entries) as Record<Field, Float64Array>;
}

/** Fills short gaps with straight lines; a longer one is a fault. */
function bridge(
  name: string,
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
    const what = `${gaps} hours have no ${name}, up to ${longest} in a row.`;
    faults.push(error('ST-P014', what, `Bring a file with gaps of at most ${longestGap} hours.`));
  } else repairs.push({ kind: 'gaps', field: name, hours: gaps });
}

function elsewhere(station: Station, { latitude, longitude, altitude, ...within }: Expected): Fault[] {
  const { withinKm = 150, withinM = 300 } = within;
  const rad = Math.PI / 180;
  const [dx, dy] = [
    (longitude - station.longitude) * Math.cos(latitude * rad) * 111.2,
    (latitude - station.latitude) * 111.2,
  ];
  const km = Math.hypot(dx, dy);
  const climb = Math.abs(altitude - station.altitude);
  if (km <= withinKm && climb <= withinM) return [];
  const what = `The station ${station.name} (${station.id}) is ${Math.round(km)} km and ${Math.round(climb)} m of height from the site.`;
  return [error('ST-P015', what, 'Bring the file of a station nearby, or ask for the place of the station.')];
}

function checkPressure(pressure: Float64Array, altitude: number, faults: Fault[]): void {
  const mean = pressure.reduce((sum, p) => sum + p, 0) / pressure.length;
  if (mean === 0) {
    pressure.fill(standardPressure(altitude));
    return;
  }
  if (Math.abs(mean / standardPressure(altitude) - 1) < 0.05) return;
  const what = `Its mean pressure is ${Math.round(mean / 100)} hPa, where ${Math.round(altitude)} m have ${Math.round(standardPressure(altitude) / 100)}.`;
  faults.push(error('ST-P015', what, 'Correct the elevation in the LOCATION line, or choose another file.'));
}

function fail(code: Fault['code'], what: string, fix: string): never {
  throw new SandtableError(error(code, what, fix));
}
