const starts = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

/** Month, from 0, of an hour of years without a leap day. */
export function monthOfHour(hour: number): number {
  const day = Math.floor(hour / 24) % 365;
  return starts.findIndex((start) => start > day) - 1;
}

/**
 * Means of an hourly column by month and hour of the day.
 *
 * @param column a value an hour, whole years from 1 January
 * @param ahead whole hours that the wanted clock is ahead of the column's
 * @returns 12 months of 24 hours, in the unit of the column
 */
export function byMonthAndHour(column: Float64Array, ahead = 0): number[][] {
  const cells = Array.from({ length: 12 }, () => Array.from({ length: 24 }, () => ({ sum: 0, count: 0 })));
  for (let i = 0; i < column.length; i++) {
    const cell = cells[monthOfHour(i)]![(((i + ahead) % 24) + 24) % 24]!;
    cell.sum += column[i]!;
    cell.count++;
  }
  return cells.map((row) => row.map(({ sum, count }) => (count > 0 ? sum / count : 0)));
}
