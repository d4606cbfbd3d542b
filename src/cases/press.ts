import type { Evidence } from '../model/index.js';
import { kleinbergBursts } from '../stats/index.js';
import { partitionPoint } from '../util/lower-bound.js';
import { PRESS, PUBLIC, type CaseMessage } from './case-message.js';
import type { Unit } from './units.js';
import { inverseDocumentFrequency, squareOf, TextToMany } from './word-hashes.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** An article reports a movement of the three weeks before it; it may come out hours before the last posts. */
const BEFORE = 21 * DAY;
const AFTER = 1 * DAY;

/** Weights in bits, given, not learnt: there are too few articles to learn from. Positive: speaks for the report. */
const PRIOR = 0.1;
const WEIGHTS = { driver: 2.5, product: 2, place: 2 } as const;
const GAP_WEIGHTS: readonly (readonly [days: number, bits: number])[] = [
  [3, 2],
  [7, 1],
  [14, 0],
  [21, -1],
];
const WORD_WEIGHTS: readonly (readonly [similarity: number, bits: number])[] = [
  [0.3, 6],
  [0.15, 4],
  [0.08, 1.5],
  [0, -2],
];
const REPORTS = 0.5;
/** Fewer public complaints make no movement: an article that only they fit reports something else. */
const LEAST_MOVEMENT = 3;

/** An article that reports the public movement a unit is part of. */
export interface PressLink {
  readonly unit: number;
  /** Index of the article in the messages. */
  readonly article: number;
  readonly probability: number;
  readonly evidence: readonly Evidence[];
  /** The movement is a burst (Kleinberg) of public complaints on brand and driver: with press, a crisis. */
  readonly inBurst: boolean;
}

/** Bursts of public complaints on one brand and driver, as time spans. */
function burstSpans(units: readonly Unit[]): { readonly start: number; readonly end: number }[] {
  const times = units.map(({ firstAt }) => firstAt / HOUR).toSorted((a, b) => a - b);
  if (times.length < 5) return [];
  const found = kleinbergBursts(times, { s: 2, gamma: 1 });
  if ('measured' in found && found.measured === false) return [];
  return found.bursts
    .filter(({ level, count }) => level >= 2 && count >= 5)
    .map(({ start, end }) => ({ start: start * HOUR, end: end * HOUR }));
}

/**
 * Links press articles to the public movement they report: same brand and driver, no other product, with time, place and vocabulary weighed
 * in bits. An article is linked to a movement (public units on one driver that it may report, three at least, of which none names another product
 * than the unit), never to a person. One that is read as on no driver is tied to nobody: words in common are no subject in common.
 */
export function linkPress(messages: readonly CaseMessage[], units: readonly Unit[]): PressLink[] {
  const articles = messages
    .map((message, index) => ({ message, index }))
    .filter(({ message }) => message.stage === PRESS);
  if (articles.length === 0) return [];
  const publicUnits = units
    .map((unit, index) => ({ unit, index }))
    .filter(({ unit }) => unit.stage === PUBLIC && unit.complaint)
    .toSorted((a, b) => a.unit.firstAt - b.unit.firstAt);
  const idf = inverseDocumentFrequency([
    ...publicUnits.map(({ unit }) => unit.words),
    ...articles.map(({ message }) => message.words),
  ]);
  const squares = Float64Array.from(publicUnits, ({ unit }) => squareOf(unit.words, idf));
  const text = new TextToMany(idf);
  const bursts = new Map<string, { readonly start: number; readonly end: number }[]>();
  const burstsOf = (brand: number, driver: number): { readonly start: number; readonly end: number }[] => {
    const key = `${brand}/${driver}`;
    let spans = bursts.get(key);
    if (spans === undefined) {
      spans = burstSpans(
        publicUnits
          .filter(({ unit }) => unit.brand === brand && (unit.drivers & (1 << driver)) !== 0)
          .map(({ unit }) => unit),
      );
      bursts.set(key, spans);
    }
    return spans;
  };
  const links: PressLink[] = [];
  for (const { message, index } of articles) {
    text.set(message.words);
    const movement: PressLink[] = [];
    let at = partitionPoint(
      publicUnits.length,
      (place) => (publicUnits[place]?.unit.firstAt ?? 0) < message.sentAt - BEFORE,
    );
    for (; at < publicUnits.length; at++) {
      const entry = publicUnits[at];
      if (entry === undefined || entry.unit.firstAt > message.sentAt + AFTER) break;
      const inBurst = driversIn(entry.unit.drivers & message.drivers).some((driver) =>
        burstsOf(entry.unit.brand, driver).some(
          ({ start, end }) => entry.unit.firstAt >= start - HOUR && entry.unit.firstAt <= end + HOUR,
        ),
      );
      const weighed = weigh(message, entry.unit, inBurst, () =>
        text.similarity(entry.unit.words, squares[at] ?? 0),
      );
      if (weighed === undefined) continue;
      movement.push({ unit: entry.index, article: index, ...weighed, inBurst });
    }
    links.push(...ofMovements(movement, units, message.drivers));
  }
  return links;
}

const driversIn = (mask: number): number[] =>
  Array.from({ length: 31 }, (_, driver) => driver).filter((driver) => (mask & (1 << driver)) !== 0);

/** Links whose unit has company: enough of those the article may report are on one of its drivers and name no other product. */
function ofMovements(links: readonly PressLink[], units: readonly Unit[], drivers: number): PressLink[] {
  const held = new Set<PressLink>();
  for (const driver of driversIn(drivers)) {
    const part = links.filter(({ unit }) => ((units[unit] as Unit).drivers & (1 << driver)) !== 0);
    const naming = new Map<number, number>();
    let namingNone = 0;
    for (const { unit } of part) {
      const { products } = units[unit] as Unit;
      if (products.length === 0) namingNone++;
      for (const product of products) naming.set(product, (naming.get(product) ?? 0) + 1);
    }
    for (const link of part) {
      const { products } = units[link.unit] as Unit;
      const company =
        products.length === 0
          ? part.length
          : namingNone + Math.max(...products.map((product) => naming.get(product) ?? 0));
      if (company >= LEAST_MOVEMENT) held.add(link);
    }
  }
  return links.filter((link) => held.has(link));
}

/** Words can add no more than this. */
const MOST_OF_WORDS = WORD_WEIGHTS[0]?.[1] ?? 0;
/** Under this many bits a report is less likely than not. */
const LEAST_BITS = Math.log2((REPORTS * (1 - PRIOR)) / ((1 - REPORTS) * PRIOR)) - 1e-9;

function weigh(
  article: CaseMessage,
  unit: Unit,
  inBurst: boolean,
  similarityOf: () => number | undefined,
): Pick<PressLink, 'probability' | 'evidence'> | undefined {
  if (article.brand !== 0 && unit.brand !== 0 && article.brand !== unit.brand) return undefined;
  if ((article.drivers & unit.drivers) === 0) return undefined;
  const { driver } = WEIGHTS;
  const namesProduct = article.product !== 0 && unit.products.length > 0;
  if (namesProduct && !unit.products.includes(article.product)) return undefined;
  const product = namesProduct ? WEIGHTS.product : undefined;
  const place = article.place !== 0 && unit.places.includes(article.place) ? WEIGHTS.place : undefined;
  const gap = gapBits(Math.abs(article.sentAt - unit.firstAt) / DAY);
  const known = driver + (product ?? 0) + (place ?? 0) + gap;
  if (known + MOST_OF_WORDS < LEAST_BITS) return undefined;
  const similarity = similarityOf();
  const told =
    similarity === undefined ? undefined : (WORD_WEIGHTS.find(([least]) => similarity >= least)?.[1] ?? -2);
  // An article tells a burst in words of its own: that one of its posts has others speaks against nothing.
  const words = told === undefined ? undefined : inBurst ? Math.max(0, told) : told;
  const odds = (PRIOR / (1 - PRIOR)) * 2 ** (known + (words ?? 0)),
    probability = odds / (1 + odds);
  if (probability < REPORTS) return undefined;
  const evidence = Object.entries({ driver, product, place, gap, words }).flatMap(([field, bits]) =>
    bits === undefined ? [] : [{ field, bits }],
  );
  return { probability, evidence };
}

function gapBits(days: number): number {
  for (const [limit, bits] of GAP_WEIGHTS) if (days <= limit) return bits;
  return -1;
}
