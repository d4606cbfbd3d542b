import { IN_DAYS, type NumberStyle } from './french.js';

/** English numbers and dates. Own tables, as for French: the output never depends on the locale data of the machine. */

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/**
 * A number as English prints it: decimal point, comma between thousands, true minus sign.
 *
 * @example
 * englishNumber(-12345.678, 1)
 * // → '−12,345.7'
 */
export function englishNumber(value: number, digits = 0): string {
  const [whole = '', decimals] = Math.abs(value).toFixed(digits).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const text = decimals === undefined ? grouped : `${grouped}.${decimals}`;
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

/**
 * One value in the style of its unit.
 *
 * @example
 * [englishValue(0.1234, 'share'), englishValue(30.25, 'hours'), englishValue(0.12, 'score')]
 * // → ['12.3%', '30.3 h', '+0.12']
 */
export function englishValue(value: number, style: NumberStyle): string {
  switch (style) {
    case 'share':
      return value > 0 && value < 0.0005 ? '<0.1%' : `${englishNumber(value * 100, 1)}%`;
    case 'points':
      return `${value > 0 ? '+' : ''}${englishNumber(value * 100, 1)}\u00a0points`;
    case 'number':
      return englishNumber(value, Number.isInteger(value) ? 0 : Math.abs(value) < 1 ? 2 : 1);
    case 'score':
      return `${value > 0.005 ? '+' : ''}${englishNumber(value, 2)}`;
    case 'ratio':
      return `× ${englishNumber(value, value < 10 ? 2 : 0)}`;
    case 'hours':
      return englishHours(value);
  }
}

/** A delay given in hours. */
export function englishHours(hours: number, inDays = hours >= IN_DAYS): string {
  if (hours < 1) return `${englishNumber(hours * 60)} min`;
  const count = englishNumber(inDays ? hours / 24 : hours, 1).replace(/\.0$/, '');
  return `${count} ${inDays ? (count === '1' ? 'day' : 'days') : 'h'}`;
}

/** A share as method texts and the terminal write it: `12.3%`. */
export const inPercent = (share: number): string => `${(100 * share).toFixed(1)}%`;

/**
 * A day as “12 March 2026”.
 *
 * @example
 * englishDate({ day: 1, month: 4, year: 2026 })
 * // → '1 April 2026'
 */
export const englishDate = ({
  day,
  month,
  year,
}: {
  readonly day: number;
  readonly month: number;
  readonly year: number;
}): string => `${day} ${MONTHS[month - 1]} ${year}`;
