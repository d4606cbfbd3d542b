import { channelLabel, label, labelInside, placeName, type LabelKind } from '../../charts/wording.js';
import { englishDate, englishHours, englishNumber, englishValue } from '../../util/english.js';
import {
  bothInDays,
  formatDate,
  formatHours,
  formatNumber,
  formatValue,
  listInWords,
  localParts,
  NBSP,
  typo,
  type NumberStyle,
} from '../../util/french.js';
import type { Language } from '../../util/language.js';
import type { Bilingual } from '../../model/index.js';
import type { Figure } from './story.js';

/** How one language writes numbers, dates, names and sentences. */
export interface Words {
  readonly language: Language;
  /** The sentence of this language, with its typography. */
  say(fr: string, en: string): string;
  yesNo(value: boolean): string;
  of(text: Bilingual): string;
  number(value: number, digits?: number): string;
  value(value: number, style: NumberStyle): string;
  /** « de 3,1 % à 8,0 % », “3.1% to 8.0%”. */
  interval(low: number, high: number, style: NumberStyle): string;
  date(date: Date | number, year?: boolean): string;
  /** « 5 mars »: what stands around it says of which year. */
  day(date: Date | number): string;
  /** « 5 mars 2026 à 8 h 10 », “5 March 2026, 8:10”. */
  instant(date: Date | number): string;
  /** « du 14 au 16 avril », “from 14 to 16 April”; a day: « le 14 avril », “on 14 April”. */
  during(from: Date | number, to: Date | number, year?: boolean): string;
  /** « T2 2026 » of the first day of a quarter. */
  quarter(firstDay: string): string;
  month(firstDay: string): string;
  label(kind: LabelKind, code: string): string;
  /** The label inside a sentence, without capital unless it is a name. */
  inside(kind: LabelKind, code: string): string;
  channel(code: string): string;
  place(name: string): string;
  list(items: readonly string[]): string;
  /** « intervalle à 95 % : … ; n = … dossiers » */
  evidence(figure: Figure): string;
  /** « 1 dossier », « 12 dossiers » */
  count(
    value: number,
    fr: readonly [one: string, many: string],
    en: readonly [one: string, many: string],
  ): string;
}

/** Decimals of a number: one or two more where it would read as zero and is none. */
export const decimalsOf = (value: number, least: number): number =>
  value === 0
    ? least
    : ([0, 1, 2].map((more) => least + more).find((digits) => Math.abs(value) >= 0.5 * 10 ** -digits) ??
      least + 2);

/** The words of a language, dates in a zone; `dated`: with their year wherever they are told, for a report over more than a year. */
export function wordsOf(language: Language, zone: string, dated = false): Words {
  const french = language === 'fr';
  const pick = (fr: string, en: string): string => (french ? fr : en);
  const number = (value: number, digits = 0): string =>
    french ? formatNumber(value, digits) : englishNumber(value, digits);
  const value = (one: number, style: NumberStyle): string =>
    french ? formatValue(one, style) : englishValue(one, style);
  const bound = (one: number, style: NumberStyle): string => {
    const digits = style === 'score' ? decimalsOf(one, 2) : 2;
    return digits === 2 ? value(one, style) : `${one > 0 ? '+' : ''}${number(one, digits)}`;
  };
  const interval = (low: number, high: number, style: NumberStyle): string => {
    const inDays = bothInDays(low, high);
    const told = (one: number): string => {
      if (style !== 'hours') return bound(one, style);
      return french ? formatHours(one, inDays) : englishHours(one, inDays);
    };
    return pick(`de ${told(low).replace(/^</, 'moins de')} à ${told(high)}`, `${told(low)} to ${told(high)}`);
  };
  const whole = (at: Date | number): string =>
    french ? formatDate(at, { zone }) : englishDate(localParts(Number(at), zone));
  const day = (at: Date | number): string => whole(at).replace(/[ \u00a0]\d{4}$/, '');
  const date = (at: Date | number, year = true): string => (year || dated ? whole : day)(at);
  const words: Words = {
    language,
    yesNo: (yes) => (yes ? words.say('oui', 'yes') : words.say('non', 'no')),
    say: (fr, en) => (french ? typo(fr).replace(/\.\.$/, '.') : en),
    of: (text) => (french ? typo(text.fr) : text.en),
    number,
    value,
    interval,
    date,
    day,
    instant: (at) => {
      if (french) return formatDate(at, { zone, time: true });
      const parts = localParts(Number(at), zone);
      return `${englishDate(parts)}, ${parts.hour}:${String(parts.minute).padStart(2, '0')}`;
    },
    during: (from, to, year = false) => {
      const [first, last] = [date(from, year), date(to, year)];
      if (first === last) return pick(`le ${last}`, `on ${last}`);
      // What both days share is said once.
      const [start, end] = [first, last].map((text) => text.split(/[ \u00a0]/)) as [string[], string[]];
      while (start.length > 1 && start.at(-1) === end.at(-1)) for (const parts of [start, end]) parts.pop();
      return pick(`du ${start.join(NBSP)} au ${last}`, `from ${start.join(NBSP)} to ${last}`);
    },
    quarter: (firstDay) =>
      `${pick('T', 'Q')}${Math.ceil(Number(firstDay.slice(5, 7)) / 3)}${NBSP}${firstDay.slice(0, 4)}`,
    month: (firstDay) => {
      const [, ...rest] = words.date(Date.parse(`${firstDay}T12:00:00Z`)).split(/[ \u00a0]/);
      return rest.join(NBSP);
    },
    label: (kind, code) => label(kind, code, language),
    inside: (kind, code) => labelInside(kind, code, language),
    channel: (code) => channelLabel(code, language),
    place: (name) => placeName(name, language),
    list: (items) =>
      french || items.length < 2
        ? listInWords(items)
        : `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`,
    evidence: ({ value: told, low, high, style, n, denominator }) => {
      const between =
        low === null || high === null
          ? ''
          : pick(
              `intervalle à 95 % : ${interval(low, high, style)} ; `,
              `95% interval: ${interval(low, high, style)}; `,
            );
      // A factor is not what a title tells.
      const factor =
        style === 'ratio' ? pick(`rapport : ${value(told, style)} ; `, `ratio: ${value(told, style)}; `) : '';
      // what is counted is written in the plural: beside a single one it stands as a note
      const counted = n < 2 ? `${number(n)} (${denominator})` : `${number(n)} ${denominator}`;
      const evidence = `${factor}${between}n${NBSP}=${NBSP}${counted}`;
      return words.say(evidence, evidence);
    },
    count: (count, fr, en) => {
      const [one, many] = french ? fr : en;
      return `${number(count)}${NBSP}${(french ? count < 2 : count === 1) ? one : many}`;
    },
  };
  return words;
}
