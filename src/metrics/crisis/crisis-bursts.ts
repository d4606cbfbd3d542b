import { articlesOf } from './burst-articles.js';
import { kleinbergBursts } from '../../stats/alarms/burst.js';
import { partitionPoint } from '../../util/lower-bound.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, metricFrame, unmeasured } from '../make-metric.js';
import { resolveOptions, type MetricOptions } from '../options.js';
import {
  readPublicMovement,
  type CriticalMessage,
  type PublicMovement,
  type ReportingArticle,
} from './public-movement.js';

const HOUR = 3_600_000;
/** Fewer messages are no movement. */
const LEAST_MESSAGES = 5;
/** Level of Kleinberg's automaton from which a rush counts: twice doubled. */
const LEAST_LEVEL = 2;
/** The ends of what is watched are no messages: they tell that a stream was silent before. */
const END = 1e-3;

/** A burst of critical public messages about one brand, on one driver or on all. */
export interface PublicBurst {
  readonly brand: string;
  /** `null`: all drivers together. */
  readonly driver: string | null;
  readonly level: number;
  readonly start: number;
  readonly end: number;
  /** Cost saved against staying a level lower. */
  readonly weight: number;
  readonly messages: readonly CriticalMessage[];
  readonly articles: readonly ReportingArticle[];
}

/**
 * Weights of messages by their potential reach: its order of magnitude, log₁₀(10 + reach), against the mean of those known, so that
 * a message without a reach weighs 1.
 *
 * @example
 * reachWeights([{ reach: 90 }, { reach: null }, { reach: 999990 }])
 * // → [0.5, 1, 1.5]
 */
export function reachWeights(messages: readonly { readonly reach: number | null }[]): number[] {
  const size = (reach: number): number => Math.log10(10 + Math.max(0, reach));
  const known = messages.flatMap(({ reach }) => (reach === null ? [] : [size(reach)]));
  const mean = known.reduce((a, b) => a + b, 0) / known.length;
  return messages.map(({ reach }) => (reach === null ? 1 : size(reach) / mean));
}

/** Index of the first message at an instant or later (`after`: only later), by halves: messages are in order of time. */
export const firstFrom = (messages: readonly CriticalMessage[], instant: number, after = false): number =>
  partitionPoint(messages.length, (place) => {
    const { at } = messages[place] as CriticalMessage;
    return at < instant || (after && at === instant);
  });

function burstsIn(
  messages: readonly CriticalMessage[],
  brand: string,
  driver: string | null,
  movement: PublicMovement,
): PublicBurst[] {
  if (messages.length < LEAST_MESSAGES) return [];
  const [first = 0, last = 0] = [movement.messages[0]?.at, movement.messages.at(-1)?.at];
  const found = kleinbergBursts(
    [first, ...messages.map(({ at }) => at), last].map((at) => at / HOUR),
    { weights: [END, ...reachWeights(messages), END] },
  );
  if (!found.measured) return [];
  return found.bursts
    .filter(({ level }) => level >= LEAST_LEVEL)
    .flatMap(({ level, start, end, weight }) => {
      const held = messages.slice(
        firstFrom(messages, start * HOUR - 1),
        firstFrom(messages, end * HOUR + 1, true),
      );
      if (held.length < LEAST_MESSAGES) return [];
      const burst = { brand, driver, level, start: start * HOUR, end: end * HOUR, weight, messages: held };
      return [{ ...burst, articles: articlesOf(burst, movement) }];
    });
}

const foundIn = new WeakMap<PublicMovement, readonly PublicBurst[]>();

/** All bursts: each brand's own stream, then each of its drivers, nested levels kept; found once per movement. */
export function publicBursts(movement: PublicMovement): readonly PublicBurst[] {
  const found = foundIn.get(movement) ?? findBursts(movement);
  foundIn.set(movement, found);
  return found;
}

function findBursts(movement: PublicMovement): readonly PublicBurst[] {
  const bursts: PublicBurst[] = [];
  for (const brand of [...new Set(movement.messages.map((message) => message.brand))].toSorted()) {
    const messages = movement.messages.filter((message) => message.brand === brand);
    bursts.push(...burstsIn(messages, brand, null, movement));
    for (const driver of [...new Set(messages.flatMap(({ drivers }) => drivers))].toSorted()) {
      bursts.push(
        ...burstsIn(
          messages.filter(({ drivers }) => drivers.includes(driver)),
          brand,
          driver,
          movement,
        ),
      );
    }
  }
  // The sort is stable: at equal starts brands, the total before its drivers, and levels stay in order.
  return bursts.toSorted((a, b) => a.start - b.start);
}

const frame = metricFrame({
  name: 'crisisBursts',
  label: { fr: 'Emballements publics', en: 'Public bursts' },
  unit: 'events',
  denominator: {
    fr: 'messages publics critiques et datés à l’heure (plainte ou tonalité négative)',
    en: 'critical public messages with an hour (complaint or negative tone)',
  },
  method: {
    fr: 'Automate de Kleinberg (2002) sur les instants des messages, pesés par l’ordre de grandeur de la portée quand elle est connue ; niveau 2 au moins, 5 messages au moins ; un article y est rattaché s’il parle de la marque et du motif (sans motif lu, si son titre nomme le produit que nomment la plupart des messages, dès le début), de la veille du début à une semaine après la fin, ou si un dossier l’y relie.',
    en: 'Kleinberg’s automaton (2002) on the instants of messages, weighted by the order of magnitude of the reach where known; level 2 and 5 messages at least; an article belongs to it when it names brand and driver (read as on none, when its title names the product that most messages name, from the start on), from a day before its start to a week after its end, or when a case links it.',
  },
  columns: {
    brand: 'text?',
    driver: 'text?',
    level: 'number',
    start: 'instant',
    end: 'instant',
    hours: 'number',
    messages: 'number',
    texts: 'number',
    authors: 'number',
    reach: 'number?',
    weight: 'number',
    articles: 'number',
    firstArticleAt: 'instant?',
  },
});

/** Sum of the reach that is known, or `null` when none is. */
export function knownReach(messages: readonly CriticalMessage[]): number | null {
  const known = messages.flatMap(({ reach }) => (reach === null ? [] : [reach]));
  return known.length === 0 ? null : known.reduce((a, b) => a + b, 0);
}

/** Distinct texts: copies of one count once. */
export const textsOf = (messages: readonly CriticalMessage[]): number =>
  new Set(messages.map(({ messageId, textKey }) => textKey ?? messageId)).size;

export const authorsOf = (messages: readonly CriticalMessage[]): number =>
  new Set(messages.flatMap(({ authorKey }) => (authorKey === null ? [] : [authorKey]))).size;

/**
 * Bursts of critical public messages by brand, in total (`driver` absent) and by driver, with the articles that report them.
 * Value: bursts of the totals, nested levels counted once.
 */
export const crisisBursts = defineMetric(
  { frame, of: 'messages' },
  async (corpus, options: MetricOptions) => {
    const movement = await readPublicMovement(corpus, resolveOptions(options));
    const n = movement.messages.length;
    const limits =
      movement.undated === 0
        ? undefined
        : {
            fr: `Messages critiques sans heure, laissés de côté : ${movement.undated}.`,
            en: `Critical messages without an hour, left out: ${movement.undated}.`,
          };
    if (n < LEAST_MESSAGES)
      return unmeasured(
        frame,
        n,
        `il faut au moins ${LEAST_MESSAGES} messages publics critiques datés à l’heure`,
        `at least ${LEAST_MESSAGES} critical public messages with an hour are needed`,
      );
    const bursts = publicBursts(movement);
    const rows = bursts.map((burst) => ({
      brand: burst.brand || null,
      driver: burst.driver,
      level: burst.level,
      start: new Date(burst.start),
      end: new Date(burst.end),
      hours: (burst.end - burst.start) / HOUR,
      messages: burst.messages.length,
      texts: textsOf(burst.messages),
      authors: authorsOf(burst.messages),
      reach: knownReach(burst.messages),
      weight: burst.weight,
      articles: burst.articles.length,
      firstArticleAt: burst.articles[0] ? new Date(burst.articles[0].at) : null,
    }));
    return makeMetric(frame, {
      value: bursts.filter(({ driver, level }) => driver === null && level === LEAST_LEVEL).length,
      n,
      rows,
      limits,
    });
  },
);
