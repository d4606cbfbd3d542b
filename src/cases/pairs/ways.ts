import { PRIVATE } from '../messages/case-message.js';
import type { Unit } from '../units/units.js';

/** How the units of a pair lie: both in private, both in public, from private to public, or from public back to private. */
export const WAYS = ['private', 'public', 'out', 'back'] as const;
export type Way = (typeof WAYS)[number];

/** Something of each way. */
export type EachWay<T> = Readonly<Record<Way, T>>;
export const eachWay = <T>(of: (way: Way) => T): EachWay<T> =>
  Object.fromEntries(WAYS.map((way) => [way, of(way)])) as EachWay<T>;

export const wayOf = (from: Unit, to: Unit): Way =>
  from.stage === PRIVATE
    ? to.stage === PRIVATE
      ? 'private'
      : 'out'
    : to.stage === PRIVATE
      ? 'back'
      : 'public';
