import { sqlText } from '../../engine/database.js';

/** What links a private message to a public one: content a person writes down, then who the author is. */
export const KEYS = ['order', 'email', 'phone', 'handle', 'name'] as const;
export type Key = (typeof KEYS)[number];

const flag = (key: Key): string => `len(list_filter(contactKeys, k -> starts_with(k, '${key}:'))) > 0`;
/** The keys that messages show where something holds, as bits in the order of `KEYS`. Most show none: they are not looked through. */
export const keyBitsWhere = (holds: string): string =>
  `bit_or(CASE WHEN ${holds} AND len(contactKeys) > 0 THEN ${KEYS.map((key, at) => `CAST(${flag(key)} AS INTEGER) * ${1 << at}`).join(' + ')} ELSE 0 END)`;
export const keyBits = keyBitsWhere('true');

const accountBit = (place: number): number => 1 << (KEYS.length + place);
/** A bit for each platform whose accounts write on both sides and on which one of the messages has one. */
export const accountBits = (accounts: readonly string[]): string =>
  accounts.length === 0
    ? '0'
    : `coalesce(bit_or(CASE platform ${accounts.map((platform, place) => `WHEN ${sqlText(platform)} THEN ${accountBit(place)}`).join(' ')} ELSE 0 END) FILTER (WHERE authorKey IS NOT NULL), 0)`;

/** Keys as bits, with one more for each platform whose accounts write on both sides. */
export const maskWith = (
  accounts: readonly string[],
  keys: number,
  platforms: readonly string[] | null,
): number =>
  [...(platforms ?? [])].reduce((mask, platform) => {
    const place = accounts.indexOf(platform);
    return place < 0 ? mask : mask | accountBit(place);
  }, keys);
