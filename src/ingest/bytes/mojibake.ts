import type { MessageRecord } from '../../model/index.js';

/** Windows-1252 characters of the bytes 0x80 to 0x9F, for text that was read as Windows-1252 instead of UTF-8. */
const CP1252: ReadonlyMap<number, number> = new Map(
  [
    0x20ac, 0, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17d,
    0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0,
    0x17e, 0x178,
  ]
    .map((char, index) => [char, index + 0x80] as const)
    .filter(([char]) => char !== 0),
);

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Repairs a text whose UTF-8 bytes were written as Latin-1 or Windows-1252 characters, only with proof: every character is
 * one such byte, and the bytes are valid UTF-8 with at least one accented or longer character. Any other text comes back
 * unchanged, so that "año" and "Ã" stay what they are.
 *
 * @example
 * repairMojibake('DÃ©jÃ\u00a0 lÃ\u00a0')
 * // → 'Déjà là'
 */
export function repairMojibake(text: string): string {
  let first = 0;
  while (first < text.length && text.charCodeAt(first) < 0x80) first++;
  if (first === text.length) return text;
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const byte = code < 0x100 ? code : CP1252.get(code);
    if (byte === undefined) return text;
    bytes[i] = byte;
  }
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return text;
  }
}

/** A lead byte and one that follows, as characters. */
const TWICE = /[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u2122]/;
const mend = (text: string | undefined): string | undefined =>
  text !== undefined && TWICE.test(text) ? repairMojibake(text) : text;

/**
 * A record whose words are repaired; the same one where nothing was to do.
 *
 * @example
 * mendRecord({ row: 1, platform: 'web', stage: 'private', kind: 'message', text: 'TrÃ¨s bien' }).text
 * // → 'Très bien'
 */
export function mendRecord(record: MessageRecord): MessageRecord {
  const text = mend(record.text),
    title = mend(record.title),
    authorName = mend(record.authorName);
  const attributes = Object.entries(record.attributes ?? {}),
    broken = attributes.some((pair) => pair.some((one) => TWICE.test(one)));
  if (text === record.text && title === record.title && authorName === record.authorName && !broken)
    return record;
  const mended = attributes.map(([name, value]) => [mend(name) ?? name, mend(value) ?? value]);
  return { ...record, text, title, authorName, ...(broken && { attributes: Object.fromEntries(mended) }) };
}
