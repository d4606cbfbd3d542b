import type { Evidence } from '../../model/index.js';
import { partitionPoint } from '../../util/lower-bound.js';
import { chanceBefore, reportedBy, type Reported } from './article-rates.js';
import { PRESS, PRIVATE, PUBLIC, type CaseMessage } from '../messages/case-message.js';
import { driversIn, isWithin, movementsOf, shareOfCases, type Movement } from './movements.js';
import type { Unit } from '../units/units.js';
import { inverseDocumentFrequency, squareOf, TextToMany } from '../messages/word-hashes.js';

const DAY = 86_400_000;
/** An article reports what was posted in the three weeks before it. */
const BEFORE = 21 * DAY;

/** Outside bursts, weights in bits are given, not learnt: there are too few such articles to learn from. */
const PRIOR = 0.1;
const WEIGHTS = { driver: 2.5, product: 2, place: 2 } as const;
const GAP_WEIGHTS: readonly (readonly [days: number, bits: number])[] = [
  [3, 2],
  [7, 1],
  [14, 0],
  [21, -1],
];
/** Less similar words are no sign: posts and articles on one driver have as much in common whatever they report. */
const WORD_WEIGHTS: readonly (readonly [similarity: number, bits: number])[] = [
  [0.3, 6],
  [0.15, 4],
];
/** A post, and a case, is tied to an article where that is likelier than not. */
export const REPORTS = 0.5;
/** Fewer public complaints make no movement: an article that only they fit reports something else. */
const LEAST_MOVEMENT = 3;

/** An article that reports the public movement a unit is part of. */
export interface PressLink {
  readonly unit: number;
  /** Index of the article in the messages. */
  readonly article: number;
  readonly probability: number;
  readonly evidence: readonly Evidence[];
  /**
   * The movement, where it is a burst (Kleinberg) of public complaints on brand and driver: with press, a crisis. `reported` is the probability that
   * the article reports it, after the unit.
   */
  readonly burst: { readonly movement: Movement; readonly reported: number } | undefined;
}

/**
 * Links press articles to the public movement they report: same brand and driver, no other product, posts that were there before the article. Of a
 * burst, a post is as probably reported as the article reports the burst (`reportedBy`) and the post is one of those beyond the usual; outside
 * bursts, words in common with the article tell. An article is linked to a movement (public units on one driver that it may report, three at
 * least, of which none names another product than the unit), never to a person. One that is read as on no driver is tied to nobody: words in
 * common are no subject in common.
 */
export function linkPress(messages: readonly CaseMessage[], units: readonly Unit[]): PressLink[] {
  const articles = messages
    .map((message, index) => ({ message, index }))
    .filter(({ message }) => message.stage === PRESS && message.drivers !== 0);
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
  const reported = reportedBy(
    articles.map(({ message }) => message),
    movementsOf(
      publicUnits.map(({ unit }) => unit),
      units
        .filter(({ stage, complaint }) => stage === PRIVATE && complaint)
        .toSorted((a, b) => a.firstAt - b.firstAt),
    ),
  );
  const links: PressLink[] = [];
  for (const { message, index } of articles) {
    text.set(message.words);
    const bursts = reported.get(message) ?? [],
      elsewhere = Math.max(0, 1 - bursts.reduce((sum, { chance }) => sum + chance, 0));
    const movement: PressLink[] = [];
    let at = partitionPoint(
      publicUnits.length,
      (place) => (publicUnits[place]?.unit.firstAt ?? 0) < message.sentAt - BEFORE,
    );
    for (; at < publicUnits.length; at++) {
      const entry = publicUnits[at];
      const before = entry === undefined ? 0 : chanceBefore(entry.unit.firstAt, message);
      if (entry === undefined || before === 0) break;
      if (!mayReport(message, entry.unit)) continue;
      const weighed =
        ofBurst(bursts, entry.unit) ??
        byWords(message, entry.unit, text.similarity(entry.unit.words, squares[at] ?? 0), elsewhere);
      if (weighed === undefined) continue;
      const probability = before * weighed.probability;
      if (probability >= REPORTS)
        movement.push({
          unit: entry.index,
          article: index,
          probability,
          evidence: weighed.evidence,
          burst: weighed.movement && { movement: weighed.movement, reported: before * weighed.reported },
        });
    }
    links.push(...ofMovements(movement, units, message.drivers));
  }
  return links;
}

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

/** Probability and evidence of a report, of a burst with the probability that the article reports that. */
type Weighed = Pick<PressLink, 'probability' | 'evidence'> &
  ({ readonly movement: Movement; readonly reported: number } | { readonly movement?: undefined });

const namesProduct = (article: CaseMessage, { products }: Unit): boolean =>
  article.product !== 0 && products.length > 0;

/** Same brand, a driver in common, no other product. */
const mayReport = (article: CaseMessage, unit: Unit): boolean =>
  (article.brand === 0 || unit.brand === 0 || article.brand === unit.brand) &&
  (article.drivers & unit.drivers) !== 0 &&
  (!namesProduct(article, unit) || unit.products.includes(article.product));

const bitsOf = (chance: number): number => Math.log2(chance / Math.max(1e-12, 1 - chance));

const burstEvidence = (reported: number, ofMovement: number): Evidence[] =>
  [
    { field: 'report', bits: bitsOf(reported) },
    { field: 'movement', bits: bitsOf(ofMovement) },
  ].filter(({ bits }) => Number.isFinite(bits));

/**
 * The link of a unit as that of the case it goes public for, by the first unit of that: of a burst, a case opened in private is as probably reported as
 * the burst is and the case is of it, which tells more than that the post is.
 */
export function ofCase(link: PressLink, first: Unit): PressLink {
  if (link.burst === undefined || first.stage !== PRIVATE) return link;
  const { movement, reported } = link.burst,
    share = shareOfCases(movement, first.firstAt);
  return { ...link, probability: reported * share, evidence: burstEvidence(reported, share) };
}

/** Of a post in a burst: that the article reports the burst, and that the post is no usual one. */
function ofBurst(reported: readonly Reported[], unit: Unit): Weighed | undefined {
  let best: Weighed | undefined;
  for (const { movement, chance } of reported) {
    const { brand, driver, excess } = movement;
    if (brand !== unit.brand || (unit.drivers & (1 << driver)) === 0 || !isWithin(movement, unit.firstAt))
      continue;
    const probability = chance * excess;
    if (best !== undefined && best.probability >= probability) continue;
    best = { probability, evidence: burstEvidence(chance, excess), movement, reported: chance };
  }
  return best;
}

/** Of a post outside bursts: what is left for it (`elsewhere`) where the article reports no burst, by words in common. */
function byWords(
  article: CaseMessage,
  unit: Unit,
  similarity: number | undefined,
  elsewhere: number,
): Weighed | undefined {
  const words = WORD_WEIGHTS.find(([least]) => similarity !== undefined && similarity >= least)?.[1];
  if (words === undefined) return undefined;
  const { driver } = WEIGHTS;
  const product = namesProduct(article, unit) ? WEIGHTS.product : undefined;
  const place = article.place !== 0 && unit.places.includes(article.place) ? WEIGHTS.place : undefined;
  const gap = gapBits(Math.abs(article.sentAt - unit.firstAt) / DAY);
  const odds = (PRIOR / (1 - PRIOR)) * 2 ** (driver + (product ?? 0) + (place ?? 0) + gap + words);
  const evidence = Object.entries({ driver, product, place, gap, words }).flatMap(([field, bits]) =>
    bits === undefined ? [] : [{ field, bits }],
  );
  return { probability: (elsewhere * odds) / (1 + odds), evidence };
}

function gapBits(days: number): number {
  for (const [limit, bits] of GAP_WEIGHTS) if (days <= limit) return bits;
  return -1;
}
