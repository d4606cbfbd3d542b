import { labelInside } from '../charts/wording.js';
import { englishDate, englishNumber, englishValue } from '../util/english.js';
import { formatDate, formatNumber, formatValue, localParts, typo } from '../util/french.js';
import type { Language } from '../util/language.js';

/** How events are told in a language, their instants in a zone. */
export interface Speech {
  say(fr: string, en: string): string;
  number(value: number, digits?: number): string;
  day(at: Date): string;
  /** The day and the hour. */
  moment(at: Date): string;
  /** A time in minutes, hours or days. */
  lasting(hours: number): string;
  /** A driver inside a sentence. */
  inside(driver: string): string;
}

export const speechOf = (language: Language, zone: string): Speech => ({
  say: (fr, en) => (language === 'fr' ? typo(fr) : en),
  number: (value, digits = 0) =>
    language === 'fr' ? formatNumber(value, digits) : englishNumber(value, digits),
  day: (at) => (language === 'fr' ? formatDate(at, { zone }) : englishDate(localParts(at.getTime(), zone))),
  moment: (at) => {
    if (language === 'fr') return formatDate(at, { zone, time: true });
    const parts = localParts(at.getTime(), zone);
    const [hour, minute] = [parts.hour, parts.minute].map((part) => String(part).padStart(2, '0'));
    return `${englishDate(parts)} at ${hour}:${minute}`;
  },
  lasting: (hours) => (language === 'fr' ? formatValue(hours, 'hours') : englishValue(hours, 'hours')),
  inside: (driver) => labelInside('driver', driver, language),
});
