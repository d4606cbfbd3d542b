/**
 * Day of the Gregorian calendar for a date of the Persian (solar Hijri) calendar, as milliseconds since 1970 at 00:00 UTC.
 * Leap years by the 33-year cycle: right for the Persian years 1343 to 1472 (1964 to 2093).
 *
 * @example
 * persianDay(1399, 1, 1)
 * // → 1584662400000
 */
export function persianDay(year: number, month: number, day: number): number {
  // 1 Farvardin 1399 is 20 March 2020.
  const beforeYear = (y: number): number => 365 * y + Math.floor((8 * y + 21) / 33);
  const days =
    beforeYear(year) - beforeYear(1399) + (month <= 7 ? 31 * (month - 1) : 186 + 30 * (month - 7)) + day - 1;
  return Date.UTC(2020, 2, 20) + days * 86_400_000;
}
