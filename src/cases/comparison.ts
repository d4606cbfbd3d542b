import { PRIVATE } from './case-message.js';
import type { Unit } from './units.js';
import { wordSimilarity } from './word-hashes.js';

const HOUR = 3_600_000;

/**
 * Fields that two units are compared on, identifiers first. Level 0 is always "missing" and carries no weight. Texts on one driver share
 * words anyway, and so do those on one product or of one place: `subjectWords` compares what has a driver or a product in common, `matterWords` what
 * has both, `placeWords` what has a place, `words` the rest.
 */
export const FIELDS = [
  'order',
  'email',
  'phone',
  'handle',
  'name',
  'spelling',
  'brand',
  'driver',
  'product',
  'place',
  'gap',
  'state',
  'tone',
  'words',
  'subjectWords',
  'matterWords',
  'placeWords',
] as const;
export type Field = (typeof FIELDS)[number];

const SIMILARITIES = ['0.5 or more', '0.3 to 0.5', '0.15 to 0.3', '0.05 to 0.15', 'under 0.05'];

/** Levels of each field after "missing", from the strongest agreement to none. */
export const LEVELS: Readonly<Record<Field, readonly string[]>> = {
  order: ['same', 'other'],
  email: ['same', 'other'],
  phone: ['same', 'other'],
  handle: ['same', 'other'],
  name: ['same', 'other'],
  spelling: ['same', 'other'],
  brand: ['same', 'other'],
  driver: ['same', 'other'],
  product: ['same', 'other'],
  place: ['same', 'other'],
  gap: ['under 6 h', '6 to 24 h', '1 to 3 d', '3 to 7 d', '7 to 14 d', 'over 14 d', 'while it goes on'],
  state: ['unanswered', 'answered', 'settled'],
  tone: ['against, on a subject', 'against, on none', 'neither, on a subject', 'neither, on none'],
  words: SIMILARITIES,
  subjectWords: SIMILARITIES,
  matterWords: SIMILARITIES,
  placeWords: SIMILARITIES,
};

/** Fields that name a person or an order. */
export const IDENTIFIERS: readonly Field[] = ['order', 'email', 'phone', 'handle', 'name', 'spelling'];

const agreement = (a: readonly number[], b: readonly number[]): number =>
  a.length === 0 || b.length === 0 ? 0 : a.some((value) => b.includes(value)) ? 1 : 2;

/**
 * Since the last word of the earlier unit: a private one that goes on for weeks is near nothing for that. Of two private ones the
 * wait says nothing where their writer goes on in the earlier: who takes a matter elsewhere mostly leaves its thread, who has two writes in both.
 */
function gapLevel(from: Unit, to: Unit): number {
  if (from.stage === PRIVATE && to.stage === PRIVATE && from.lastAt > to.firstAt) return 7;
  const last = from.inboundAt.findLast((at) => at <= to.firstAt) ?? from.firstAt;
  return gapLevelOf(Math.max(0, (to.firstAt - last) / HOUR));
}

/** Whether the public one of two units is read as speaking of something bad, and whether on a subject: what is read as neither is mostly a misreading where it has one. */
function toneLevel(from: Unit, to: Unit): number {
  if ((from.stage === PRIVATE) === (to.stage === PRIVATE)) return 0;
  const { against, drivers } = from.stage === PRIVATE ? to : from;
  return (against ? 1 : 3) + Number(drivers === 0);
}

/** How the earlier of two private units stood when the later began. Left out where one is public: what answering does is measured on those links. */
function stateLevel(from: Unit, to: Unit): number {
  if (from.stage !== PRIVATE || to.stage !== PRIVATE) return 0;
  return from.settledAt < to.firstAt ? 3 : from.answeredAt < to.firstAt ? 2 : 1;
}

/** Hours under which a delay is of each level of the gap but the last. */
export const GAP_LIMITS: readonly number[] = [6, 24, 72, 168, 336];
/** Level of a delay of so many hours. */
export function gapLevelOf(afterLast: number): number {
  const level = GAP_LIMITS.findIndex((limit) => afterLast < limit);
  return level < 0 ? GAP_LIMITS.length + 1 : level + 1;
}

function wordLevel(similarity: number | undefined): number {
  if (similarity === undefined) return 0;
  return similarity >= 0.5 ? 1 : similarity >= 0.3 ? 2 : similarity >= 0.15 ? 3 : similarity >= 0.05 ? 4 : 5;
}

/**
 * Names of one unit that the other spells in its handle, or shows with a word cut to its first letter. Handles alone are told apart by what
 * they are: "client1" and "client2" are two.
 */
export const sharedSpellings = (a: Unit, b: Unit): number[] => [
  ...a.names.filter((value) => b.spelt.includes(value) || b.shortened.includes(value)),
  ...a.spelt.filter((value) => b.names.includes(value) || b.shortened.includes(value)),
  ...a.shortened.filter((value) => b.names.includes(value) || b.spelt.includes(value)),
];

function spellingLevel(from: Unit, to: Unit): number {
  if (sharedSpellings(from, to).length > 0) return 1;
  const meet = ({ names }: Unit, { spelt }: Unit): boolean => names.length > 0 && spelt.length > 0;
  const told = from.names.length > 0 && to.names.length > 0;
  return !told && (meet(from, to) || meet(to, from)) ? 2 : 0;
}

const [HANDLE, NAME, SPELLING] = ['handle', 'name', 'spelling'].map((field) =>
  FIELDS.indexOf(field as Field),
) as [number, number, number];

/** Writes the level of each field but the words of an earlier and a later unit. */
export function compareFields(from: Unit, to: Unit, levels: Uint8Array): void {
  const sameAccount = from.authors.some((author) => to.authors.includes(author));
  levels[0] = agreement(from.orders, to.orders);
  levels[1] = agreement(from.emails, to.emails);
  levels[2] = agreement(from.phones, to.phones);
  levels[HANDLE] = sameAccount ? 1 : agreement(from.handles, to.handles);
  // What one account shows twice is one fact: a name beside a handle, and how both are spelt.
  levels[NAME] = levels[HANDLE] === 1 ? 0 : agreement(from.names, to.names);
  levels[SPELLING] = levels[HANDLE] === 1 || levels[NAME] === 1 ? 0 : spellingLevel(from, to);
  if (levels[SPELLING] === 1) levels[NAME] = 0;
  levels[6] = from.brand === 0 || to.brand === 0 ? 0 : from.brand === to.brand ? 1 : 2;
  levels[7] = from.drivers === 0 || to.drivers === 0 ? 0 : (from.drivers & to.drivers) !== 0 ? 1 : 2;
  levels[8] = agreement(from.products, to.products);
  levels[9] = agreement(from.places, to.places);
  levels[10] = gapLevel(from, to);
  levels[11] = stateLevel(from, to);
  levels[12] = toneLevel(from, to);
}

const DRIVER = FIELDS.indexOf('driver'),
  PRODUCT = FIELDS.indexOf('product'),
  PLACE = FIELDS.indexOf('place'),
  PLACE_WORDS = FIELDS.indexOf('placeWords'),
  WORDS = FIELDS.indexOf('words');

/** Writes the level of the words of two units, beside those of the other fields. */
function addWords(from: Unit, to: Unit, idf: Float32Array, levels: Uint8Array): void {
  levels.fill(0, WORDS);
  const subject = Number(levels[DRIVER] === 1) + Number(levels[PRODUCT] === 1);
  levels[levels[PLACE] === 1 ? PLACE_WORDS : WORDS + subject] = wordLevel(
    wordSimilarity(from.words, to.words, idf),
  );
}

/** Compares an earlier unit with a later one, field by field: the level of each field of `FIELDS`, in their order. */
export function compare(from: Unit, to: Unit, idf: Float32Array): Uint8Array {
  const levels = new Uint8Array(FIELDS.length);
  compareFields(from, to, levels);
  addWords(from, to, idf, levels);
  return levels;
}
