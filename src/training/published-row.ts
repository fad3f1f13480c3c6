/** A line of a table of published runs, by the heads of its columns. */
export type Row = Readonly<Record<string, string>>;

/** The number in a cell; undefined where it is empty or holds words. */
export function number(text: string | undefined): number | undefined {
  const value = Number(text);
  return text === undefined || text === '' || !Number.isFinite(value) ? undefined : value;
}

/** When the software of a run was made, in years: the month of a release where one is named, else the date of the run. */
export function yearOf(row: Row): number {
  const [, short, moon] = /\/v(2\d)\.(\d\d)\b/.exec(row.source_url ?? '') ?? [];
  const date = row.software || (short ? `20${short}-${moon}` : (row.date ?? ''));
  const [, year, month] = /^(\d{4})(?:-(\d{2})(?!\d))?/.exec(date) ?? [];
  return Number(year ?? 2024) + (month ? (Number(month) - 0.5) / 12 : 0.5);
}
