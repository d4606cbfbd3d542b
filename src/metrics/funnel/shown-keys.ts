import { KEYS } from '../../engine/said-in-cases.js';
import { sqlText } from '../../engine/database.js';

const accountBit = (place: number): number => 1 << (KEYS.length + place);
/** The bit of the platform on which the author of a row of `main.caseSaid` is known, where its accounts write on both sides. */
export const accountBits = (accounts: readonly string[]): string =>
  accounts.length === 0
    ? '0'
    : `CASE account ${accounts.map((platform, place) => `WHEN ${sqlText(platform)} THEN ${accountBit(place)}`).join(' ')} ELSE 0 END`;

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
