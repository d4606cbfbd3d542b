/** Words that chat exports put around a time, per locale. Compared in lower case without dots, spaces and marks. */
import { CHAT_WORDS } from './chat-words.js';

/** Half of the day that a word says; `noon` is the Chinese 中午, 11 h to 14 h. */
export type Meridiem = 'am' | 'pm' | 'noon';

const MERIDIEMS: ReadonlyMap<string, Meridiem> = new Map<string, Meridiem>([
  ...CHAT_WORDS.am.map((word) => [word, 'am'] as const),
  ...CHAT_WORDS.pm.map((word) => [word, 'pm'] as const),
  ['中午', 'noon'],
]);

/** Between date and time, or after the time, without meaning: "à", "um … Uhr", "klo", "kl.", "г.", "ч.". */
const CONNECTORS: ReadonlySet<string> = new Set(CHAT_WORDS.aroundTimes);

const normalised = (gap: string): string =>
  gap
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.,،、:;·'’-]+/gu, '');

/** What stands around a time: a half of the day, nothing of meaning, or a word not known here. */
export type Gap = { readonly meridiem?: Meridiem; readonly unknown?: string };

/**
 * Reads the text between a date and a time (`beforeTime`) or after a time.
 *
 * @example
 * readGap(' p. m.', false).meridiem
 * // → 'pm'
 */
export function readGap(gap: string, beforeTime: boolean): Gap {
  const word = normalised(gap);
  if (word === '') return {};
  if (beforeTime && CONNECTORS.has(word)) return {};
  const meridiem = MERIDIEMS.get(word);
  if (meridiem) return { meridiem };
  return CONNECTORS.has(word) ? {} : { unknown: word };
}

/** Hour of 0 to 23. An hour over 12 beside "pm", or 0 beside "am", is read as written on 24 hours. */
export function hour24(hour: number, meridiem: Meridiem | undefined): number {
  if (meridiem === undefined || hour > 12 || hour === 0) return hour;
  if (meridiem === 'am') return hour % 12;
  if (meridiem === 'noon') return hour <= 2 ? hour + 12 : hour;
  return (hour % 12) + 12;
}
