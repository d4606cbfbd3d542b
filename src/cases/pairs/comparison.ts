import { PRIVATE } from '../messages/case-message.js';
import type { Unit } from '../units/units.js';
import { wordSimilarity } from '../messages/word-hashes.js';

const HOUR = 3_600_000;

/**
 * Fields that two units are compared on, identifiers first. Level 0 is always "missing" and carries no weight. Texts on one driver share
 * words anyway, and so do those on one product or of one place: `subjectWords` compares what has a driver or a product in common, `matterWords` what
 * has both, `placeWords` what has a place, `words` the rest. Whether somebody writes on in private after a public message is compared by how long
 * after their last word there it came (`WRITES_ON`), as most who waited for hours write on anyway, and of complaints alone, which go on for longer.
 */
export const FIELDS = [
  'order',
  'email',
  'phone',
  'handle',
  'name',
  'shortName',
  'spelling',
  'brand',
  'driver',
  'product',
  'place',
  'gap',
  'state',
  'tone',
  'complains',
  'writesOnDay',
  'writesOnWeek',
  'writesOnLater',
  'words',
  'subjectWords',
  'matterWords',
  'placeWords',
] as const;
export type Field = (typeof FIELDS)[number];

const WRITTEN = ['writes on', 'no more'];
const SIMILARITIES = ['0.5 or more', '0.3 to 0.5', '0.15 to 0.3', '0.05 to 0.15', 'under 0.05'];

/** Levels of each field after "missing", from the strongest agreement to none. */
export const LEVELS: Readonly<Record<Field, readonly string[]>> = {
  order: ['same', 'other'],
  email: ['same', 'other'],
  phone: ['same', 'other'],
  handle: ['same', 'other'],
  name: ['same', 'other'],
  shortName: ['same', 'other'],
  spelling: ['same', 'other'],
  brand: ['same', 'other'],
  driver: ['same', 'other'],
  product: ['same', 'other'],
  place: ['same', 'other'],
  gap: ['under 6 h', '6 to 24 h', '1 to 3 d', '3 to 7 d', '7 to 14 d', 'over 14 d', 'while it goes on'],
  state: ['unanswered', 'answered', 'settled'],
  tone: ['against, on a subject', 'against, on none', 'neither, on a subject', 'neither, on none'],
  complains: ['complains', 'against', 'neither'],
  writesOnDay: WRITTEN,
  writesOnWeek: WRITTEN,
  writesOnLater: WRITTEN,
  words: SIMILARITIES,
  subjectWords: SIMILARITIES,
  matterWords: SIMILARITIES,
  placeWords: SIMILARITIES,
};

/** Fields that name a person or an order. */
export const IDENTIFIERS: readonly Field[] = [
  'order',
  'email',
  'phone',
  'handle',
  'name',
  'shortName',
  'spelling',
];

/** Whether the writer of a private complaint writes on in it after a public message, of under a day, of one to seven days, and of later ones. */
export const WRITES_ON: readonly Field[] = ['writesOnDay', 'writesOnWeek', 'writesOnLater'];

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

/** Whether the private one of two units complains, or is against something, where the public one is: who asks a question hardly goes public with it. */
function complainsLevel(from: Unit, to: Unit): number {
  if ((from.stage === PRIVATE) === (to.stage === PRIVATE)) return 0;
  const [own, open] = from.stage === PRIVATE ? [from, to] : [to, from];
  if (!open.against) return 0;
  return own.complaint ? 1 : own.against ? 2 : 3;
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

const among = (values: readonly number[], ...lists: readonly (readonly number[])[]): number[] =>
  values.filter((value) => lists.some((list) => list.includes(value)));

/** Short names of one unit that the other shows in full: "Ondine R." and "Ondine Rivoal". */
export const sharedShortNames = (a: Unit, b: Unit): number[] => [
  ...among(a.names, b.shortened),
  ...among(b.names, a.shortened),
];

/**
 * Names of one unit, whole or cut short, that the other spells in its handle. Handles alone are told apart by what they are: "client1" and
 * "client2" are two.
 */
export const sharedSpellings = (a: Unit, b: Unit): number[] => [
  ...among(a.spelt, b.names, b.shortened),
  ...among(b.spelt, a.names, a.shortened),
];

/** One shows a name cut short where the other shows a whole one. */
function ofTwoLengths(a: Unit, b: Unit): boolean {
  const short = ({ names, shortened }: Unit): boolean => names.length > 0 && shortened.length === 0;
  return (short(a) && b.shortened.length > 0) || (short(b) && a.shortened.length > 0);
}

function spellingLevel(from: Unit, to: Unit): number {
  if (sharedSpellings(from, to).length > 0) return 1;
  const meet = ({ names }: Unit, { spelt }: Unit): boolean => names.length > 0 && spelt.length > 0;
  const told = from.names.length > 0 && to.names.length > 0;
  return !told && (meet(from, to) || meet(to, from)) ? 2 : 0;
}

const [HANDLE, NAME, SHORT_NAME, SPELLING, BRAND] = (
  ['handle', 'name', 'shortName', 'spelling', 'brand'] as const
).map((field) => FIELDS.indexOf(field)) as [number, number, number, number, number];

const WRITES = FIELDS.indexOf('writesOnDay'),
  WORDS = FIELDS.indexOf('words');

/** What one account shows twice is one fact: a name beside a handle, and how both are spelt. A short name is no other name than a whole one. */
function compareNames(from: Unit, to: Unit, levels: Uint8Array): void {
  levels.fill(0, NAME, BRAND);
  if (levels[HANDLE] === 1) return;
  const name = agreement(from.names, to.names),
    spelling = name === 1 ? 0 : spellingLevel(from, to);
  if (spelling === 1) levels[SPELLING] = 1;
  else if (name !== 1 && ofTwoLengths(from, to))
    levels[SHORT_NAME] = sharedShortNames(from, to).length > 0 ? 1 : 2;
  else {
    levels[NAME] = name;
    levels[SPELLING] = spelling;
  }
}

/** Writes the level of each field but the words of an earlier and a later unit. */
export function compareFields(from: Unit, to: Unit, levels: Uint8Array): void {
  const sameAccount = from.authors.some((author) => to.authors.includes(author));
  levels[0] = agreement(from.orders, to.orders);
  levels[1] = agreement(from.emails, to.emails);
  levels[2] = agreement(from.phones, to.phones);
  levels[HANDLE] = sameAccount ? 1 : agreement(from.handles, to.handles);
  compareNames(from, to, levels);
  levels[BRAND] = from.brand === 0 || to.brand === 0 ? 0 : from.brand === to.brand ? 1 : 2;
  levels[BRAND + 1] = from.drivers === 0 || to.drivers === 0 ? 0 : (from.drivers & to.drivers) !== 0 ? 1 : 2;
  levels[BRAND + 2] = agreement(from.products, to.products);
  levels[BRAND + 3] = agreement(from.places, to.places);
  levels[BRAND + 4] = gapLevel(from, to);
  levels[BRAND + 5] = stateLevel(from, to);
  levels[BRAND + 6] = toneLevel(from, to);
  levels[BRAND + 7] = complainsLevel(from, to);
  levels.fill(0, WRITES, WORDS);
  if (from.stage === PRIVATE && to.stage !== PRIVATE && from.complaint)
    levels[WRITES + (((levels[BRAND + 4] as number) - 1) >> 1)] = from.lastAt > to.firstAt ? 1 : 2;
}

const DRIVER = FIELDS.indexOf('driver'),
  PRODUCT = FIELDS.indexOf('product'),
  PLACE = FIELDS.indexOf('place'),
  PLACE_WORDS = FIELDS.indexOf('placeWords');

/** What few words share is much of them: each text is compared as with half a word more of its own. */
const OWN_WORDS = 0.5;

/**
 * Writes the level of the words of two units, beside those of the other fields. A later post on no subject ("never again") is unlike whatever went
 * before it: its words are compared only with what has its product or place.
 */
function addWords(from: Unit, to: Unit, idf: Float32Array, levels: Uint8Array): void {
  levels.fill(0, WORDS);
  const vague = to.stage !== PRIVATE && to.drivers === 0;
  if (vague && levels[PRODUCT] !== 1 && levels[PLACE] !== 1) return;
  const subject = Number(levels[DRIVER] === 1) + Number(levels[PRODUCT] === 1);
  levels[levels[PLACE] === 1 ? PLACE_WORDS : WORDS + subject] = wordLevel(
    wordSimilarity(from.words, to.words, idf, OWN_WORDS),
  );
}

/** Compares an earlier unit with a later one, field by field: the level of each field of `FIELDS`, in their order. */
export function compare(from: Unit, to: Unit, idf: Float32Array): Uint8Array {
  const levels = new Uint8Array(FIELDS.length);
  compareFields(from, to, levels);
  addWords(from, to, idf, levels);
  return levels;
}
