/** Words that chat exports put around a time, per locale. Compared in lower case without dots, spaces and marks. */

/** Half of the day that a word says; `noon` is the Chinese 中午, 11 h to 14 h. */
export type Meridiem = 'am' | 'pm' | 'noon';

const AM = [
  'am',
  'πμ',
  'öö',
  'fm',
  'ap',
  'de',
  'dop',
  'vm',
  'sa',
  'pg',
  'дп',
  'проб',
  'преди',
  'pd',
  'prijepodne',
  'преподне',
  'paradite',
  'eparadites',
  'priekšpusdienā',
  'priekšp',
  'priešpiet',
  'asubuhi',
  'ص',
  'صباحا',
  'صباحًا',
  'قظ',
  'قبلازظهر',
  'לפנהצ',
  'לפנה״צ',
  'לפנהצ',
  'पूर्वाह्न',
  'पू',
  '오전',
  '上午',
  '凌晨',
  '早上',
  '清晨',
  '午前',
  'ก่อนเที่ยง',
  'পূর্বাহ্ণ',
  'முற்பகல்',
];
const PM = [
  'pm',
  'μμ',
  'ös',
  'em',
  'ip',
  'du',
  'odp',
  'pop',
  'nm',
  'ch',
  'ptg',
  'пп',
  'слоб',
  'след',
  'md',
  'popodne',
  'поподне',
  'pasdite',
  'epasdites',
  'pēcpusdienā',
  'pēcp',
  'popiet',
  'mchana',
  'م',
  'مساء',
  'مساءً',
  'بظ',
  'بعدازظهر',
  'אחה״צ',
  'אחהצ',
  'अपराह्न',
  'उ',
  '오후',
  '下午',
  '晚上',
  '傍晚',
  '午後',
  'หลังเที่ยง',
  'অপরাহ্ণ',
  'பிற்பகல்',
];

const MERIDIEMS: ReadonlyMap<string, Meridiem> = new Map<string, Meridiem>([
  ...AM.map((word) => [word, 'am'] as const),
  ...PM.map((word) => [word, 'pm'] as const),
  ['中午', 'noon'],
]);

/** Between date and time, or after the time, without meaning: "à", "um … Uhr", "klo", "kl.", "г.", "ч.". */
const CONNECTORS: ReadonlySet<string> = new Set([
  'à',
  'a',
  'at',
  'um',
  'uhr',
  'klo',
  'kl',
  'kello',
  'alle',
  'ore',
  'oreh',
  'alas',
  'às',
  'as',
  'om',
  'u',
  'o',
  'v',
  'в',
  'г',
  'ч',
  'στις',
  'klockan',
  'lúc',
  'pukul',
  'saat',
  'ora',
  'la',
  'ob',
  'uur',
  'h',
  'י',
  'ב',
  'בשעה',
  'في',
  'ساعت',
  'часа',
  'godz',
  'de',
  'i',
]);

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
