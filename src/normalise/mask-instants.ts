/** Days, hours and opening times are digits by two, as French phone numbers are. */

const DAY = String.raw`(?:0[1-9]|[12]\d|3[01])`;
const HOUR = String.raw`(?:[01]\d|2[0-3]):[0-5]\d`;
/** Between a day and an hour, or two hours. */
const BETWEEN = String.raw`[ \u00A0\u202F\u2010-\u2015\n_-]{1,3}`;

/** What stands from the first digit on, longer than the number that was found. */
const INSTANTS: readonly RegExp[] = [
  // 05/11/26 14:00
  new RegExp(String.raw`^${DAY}([./-])${DAY}\1\d{2}${BETWEEN}${HOUR}(?!\d)`, 'u'),
  // 05/11/26-06/11/26
  new RegExp(String.raw`^${DAY}([./-])${DAY}\1\d{2}(?!\1)${BETWEEN}${DAY}\1${DAY}\1\d{2}(?![\d./-]?\d)`, 'u'),
  // 05/11 08:00-10:00
  new RegExp(String.raw`^${DAY}[./-]${DAY}${BETWEEN}${HOUR}${BETWEEN}${HOUR}(?!\d)`, 'u'),
  // 08:30:00 05/11/26
  new RegExp(String.raw`^${HOUR}:[0-5]\d${BETWEEN}${DAY}([./-])${DAY}\1(?:\d{2}|\d{4})(?!\d)`, 'u'),
  // 09:00-12:30 14:00-19:00, 09:00-12:30/14:00-19:00
  new RegExp(String.raw`^${HOUR}${BETWEEN}${HOUR}(?:${BETWEEN}|/)(?:${HOUR}|${DAY}[./-]${DAY})(?!\d)`, 'u'),
];
/** 05-11-26 08-10: a day of these years and a slot, its hours in order. */
const SLOT = new RegExp(
  String.raw`^${DAY}([./-])(?:0[1-9]|1[0-2])\1[12]\d[ \u00A0\u202F](\d{2})[-./](\d{2})(?![\d./-])`,
  'u',
);
/** Words near before that announce a number. */
const CALLED =
  /t[ée]l|phone|portable|mobile|gsm|num[ée]ro|number|appel|joi(?:gn|nd)|contact|whats|sms|call/iu;
const NEAR = 24;
const LONGEST = 32;

/** The part of `2026-01-01 00:12:33` or `2026-01-01-00.12.33` that looks like a phone number. */
const DATE_AND_TIME =
  /^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[ -](?:[01]\d|2[0-3])([:.])[0-5]\d\1[0-5]\d$/;
const YEAR_BEFORE = /(?:^|\D)(?:19|20)\d{2}-$/;
/** That of `05-04-2024 1745`. */
const MONTH_AND_YEAR = /^(?:0[1-9]|1[0-2])[-./](?:19|20)\d{2}\D/;
/** That of `15.06.26 21:08:43`. */
const MONTH_AND_HOUR = /^(?:0[1-9]|1[0-2])[-./]\d{2} (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/;
const DAY_BEFORE = /(?:^|\D)\d{1,2}[-./]$/;

/** Whether what looks like a phone number at `at` of `text` is a day with its hour, a range of days, or hours. */
export function isInstant(found: string, at: number, text: string): boolean {
  const before = text.slice(Math.max(0, at - NEAR), at);
  if (DATE_AND_TIME.test(found) && YEAR_BEFORE.test(before)) return true;
  if ((MONTH_AND_YEAR.test(found) || MONTH_AND_HOUR.test(found)) && DAY_BEFORE.test(before)) return true;
  const from = text.slice(at, at + LONGEST);
  return INSTANTS.some((instant) => instant.test(from)) || isSlot(from, before);
}

function isSlot(from: string, before: string): boolean {
  const [, , start, end] = SLOT.exec(from) ?? [];
  return start !== undefined && Number(start) < Number(end) && Number(end) <= 24 && !CALLED.test(before);
}
