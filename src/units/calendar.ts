/** Seconds of a day. */
export const secondsOfDay = 86_400;

/** Seconds of the Julian year of 365.25 days. */
export const secondsOfYear = 365.25 * secondsOfDay;
