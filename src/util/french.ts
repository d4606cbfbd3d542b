import { zoneOffset } from './zones.js';

/** French typography and numbers. Own tables: the output never depends on the locale data of the machine. */

/** Narrow no-break space: before ; ! ? and between thousands. */
export const NNBSP = '\u202f';
/** No-break space: before : and % and inside « ». */
export const NBSP = '\u00a0';

export const MONTHS =
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');

/**
 * A number as French prints it: decimal comma, thousands by a narrow no-break space, true minus sign.
 * `digits` decimals, trailing zeros kept.
 *
 * @example
 * formatNumber(-12345.678, 1)
 * // → '−12\u202f345,7'
 */
export function formatNumber(value: number, digits = 0): string {
  const [whole = '', decimals] = Math.abs(value).toFixed(digits).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, NNBSP);
  const text = decimals === undefined ? grouped : `${grouped},${decimals}`;
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

/**
 * A share in [0, 1] as a percentage. A share that is not 0 but would print as 0 is printed as « moins de … ».
 *
 * @example
 * formatShare(0.1234)
 * // → '12,3\u00a0%'
 */
export function formatShare(share: number, digits = 1): string {
  const least = 10 ** -digits;
  if (share > 0 && share * 100 < least / 2) return `<${NBSP}${formatNumber(least, digits)}${NBSP}%`;
  return `${formatNumber(share * 100, digits)}${NBSP}%`;
}

/** « point » or « points » after a difference of shares in points with one decimal: plural from 2,0 as it is written. */
export const pointWord = (share: number): string =>
  Math.round(Math.abs(share) * 1000) < 20 ? 'point' : 'points';

/** How the bounds of an interval are printed. */
export type NumberStyle = 'share' | 'points' | 'number' | 'score' | 'ratio' | 'hours';

/**
 * One value in the style of its unit. Scores carry their sign, as do differences of shares, told in points; ratios are « × 1,4 »; hours turn into minutes under one hour
 * and into days from three days on.
 *
 * @example
 * formatValue(0.12, 'score')
 * // → '+0,12'
 */
export function formatValue(value: number, style: NumberStyle): string {
  switch (style) {
    case 'share':
      return formatShare(value);
    case 'points':
      return `${value > 0 ? '+' : ''}${formatNumber(value * 100, 1)}${NBSP}${pointWord(value)}`;
    case 'number':
      return formatNumber(value, Number.isInteger(value) ? 0 : Math.abs(value) < 1 ? 2 : 1);
    case 'score':
      return `${value > 0.005 ? '+' : ''}${formatNumber(value, 2)}`;
    case 'ratio':
      return `×${NBSP}${formatNumber(value, value < 10 ? 2 : 0)}`;
    case 'hours':
      return formatHours(value);
  }
}

/** Hours from which a delay is told in days. */
export const IN_DAYS = 72;

/** Whether both ends of an interval of hours are told in days, as its middle is; `undefined`: each as it is, where one is under a day. */
export const bothInDays = (low: number, high: number): boolean | undefined =>
  low + high < 2 * IN_DAYS ? false : low >= 24 ? true : undefined;

/**
 * A delay given in hours.
 *
 * @example
 * formatHours(30.25)
 * // → '30,3\u00a0h'
 */
export function formatHours(hours: number, inDays = hours >= IN_DAYS): string {
  if (hours < 1) return `${formatNumber(hours * 60)}${NBSP}min`;
  if (!inDays) return `${short(hours)}${NBSP}h`;
  return `${short(hours / 24)}${NBSP}${Math.round(hours / 2.4) < 20 ? 'jour' : 'jours'}`;
}

/** One decimal, none for a whole number. */
const short = (value: number): string => formatNumber(value, 1).replace(/,0$/, '');

/**
 * An interval in French words, with its level when it is not 95 %.
 *
 * @example
 * formatInterval({ low: 0.1, high: 0.15 }, 'share')
 * // → 'de 10,0\u00a0% à 15,0\u00a0%'
 */
export function formatInterval(
  interval: { readonly low: number; readonly high: number },
  style: NumberStyle,
): string {
  const inDays = bothInDays(interval.low, interval.high);
  const told = (bound: number): string =>
    style === 'hours' ? formatHours(bound, inDays) : formatValue(bound, style);
  return `de ${told(interval.low)} à ${told(interval.high)}`;
}

export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

/** Day and hour of an instant on the clock of a zone. */
export function localParts(epochMs: number, zone: string): DateParts {
  const local = new Date(epochMs + zoneOffset(zone, epochMs));
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
  };
}

/**
 * A day as « 12 mars 2026 », « 1er » for the first of a month. `zone` is an IANA name.
 *
 * @example
 * formatDate(Date.UTC(2026, 2, 31, 22, 30))
 * // → '1er\u00a0avril\u00a02026'
 */
export function formatDate(date: Date | number, { zone = 'Europe/Paris', time = false } = {}): string {
  const { year, month, day, hour, minute } = localParts(Number(date), zone);
  const text = `${day === 1 ? '1er' : day}${NBSP}${MONTHS[month - 1]}${NBSP}${year}`;
  return time ? `${text} à ${hour}${NBSP}h${NBSP}${String(minute).padStart(2, '0')}` : text;
}

/**
 * A count with its noun, agreed: 0 is « aucun » or « aucune », below 2 is singular. Give the plural when it isn't the singular
 * with an s.
 *
 * @example
 * [plural(0, 'message'), plural(1, 'message'), plural(1200, 'message'), plural(0, 'réponse', { feminine: true })]
 * // → ['aucun message', '1\u00a0message', '1\u202f200\u00a0messages', 'aucune réponse']
 */
export function plural(
  count: number,
  noun: string,
  options: { readonly plural?: string; readonly feminine?: boolean } = {},
): string {
  if (count === 0) return `${options.feminine ? 'aucune' : 'aucun'} ${noun}`;
  return `${formatNumber(count)}${NBSP}${count < 2 ? noun : (options.plural ?? agree(noun))}`;
}

const agree = (noun: string): string =>
  noun
    .split(' ')
    .map((word) => (/[sxz]$/.test(word) ? word : `${word}s`))
    .join(' ');

/**
 * A list in words: « a », « a et b », « a, b et c ».
 *
 * @example
 * listInWords(['le prix', 'la fraîcheur', 'le goût'])
 * // → 'le prix, la fraîcheur et le goût'
 */
export function listInWords(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} et ${items[items.length - 1]}`;
}

/**
 * Puts the no-break spaces of French typography into a sentence written with plain spaces, and curls its apostrophes:
 * narrow before ; ! ?, plain before : and %, inside « » and in « n = 12 ». Addresses and times keep their colons. Idempotent.
 * Meant for our own sentences; texts of users are left as they wrote them.
 *
 * @example
 * typo("Qu'en dit-on ? « rien » : 12 %")
 * // → 'Qu’en dit-on\u202f? «\u00a0rien\u00a0»\u00a0: 12\u00a0%'
 */
export function typo(text: string): string {
  return text
    .replace(/[ \u00a0\u202f]+([;!?])/g, `${NNBSP}$1`)
    .replace(/[ \u00a0\u202f]+([:%»])/g, `${NBSP}$1`)
    .replace(/«[ \u00a0\u202f]*/g, `«${NBSP}`)
    .replace(/\bn = /g, `n${NBSP}=${NBSP}`)
    .replace(/(\p{L})'(?=[\p{L}«\d])/gu, '$1’')
    .replace(/(\p{N}) (?=(?:h|min|jours?|messages?|dossiers?|articles?|auteurs?|avis)\b)/gu, `$1${NBSP}`);
}
