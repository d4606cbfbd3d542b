import { type DriverSigns, isSpokenOf, LEAST_ALONE } from './driver-odds.js';
import type { DriverHit, DriverMatcher } from './drivers.js';
import type { LinearHead } from '../heads/head.js';
import { type NameSpan, outsideNames } from './inside-names.js';
import { otherRises } from './other-rises.js';
import { TOKEN } from '../words/token-kinds.js';
import type { TokenBuffer } from '../words/tokens.js';

/** Drivers of a text, distinct: those that terms say in the order of the text, then those that the head alone says. */
export interface ToldDrivers {
  readonly drivers: readonly string[];
  /** The terms, of any driver. */
  readonly hits: readonly DriverHit[];
}

const NONE: ToldDrivers = { drivers: Object.freeze([]), hits: Object.freeze([]) };
/** Where nobody speaks to a firm, as in chat, a driver needs a term and this probability. */
export const ELSEWHERE = 0.5;
/** Share of another driver's probability under which the head alone tells nothing beside it. */
const RIVAL_SHARE = 1 / 2;
/** Drivers that a weak term names beside a term of another which does not speak against it: a price that the till does not take. */
const BESIDE: Readonly<Record<string, string>> = { price: 'checkout' };

/** A driver as the head knows it. */
interface Rule {
  readonly name: string;
  /** Index among the labels of the head; −1: the head does not know it, terms alone count. */
  readonly label: number;
  /** Probability from which the head alone tells it. */
  readonly alone: number;
}

/**
 * Tells the drivers of a text by terms and by a head, weighed together (`driver-odds.ts`); the head alone tells a driver over its threshold unless a
 * phrase bars it. Without a head, terms alone count.
 */
export class DriverChoice {
  private readonly rules: ReadonlyMap<string, Rule>;
  /** The same, in their order. */
  private readonly order: readonly Rule[];

  constructor(
    private readonly matcher: DriverMatcher,
    private readonly head: LinearHead | null,
  ) {
    this.rules = new Map(
      matcher.drivers.map((name) => {
        const label = head?.labels.indexOf(name) ?? -1;
        // Of a head with one label a text, a threshold is a factor and not a probability.
        const alone = (head?.choice === 'many' ? head.thresholds[label] : undefined) ?? 0.5;
        return [name, { name, label, alone }];
      }),
    );
    this.order = [...this.rules.values()];
  }

  /**
   * Drivers of a tokenized text; the head's probabilities of it stand at `probabilities[at ..]`. Where nobody speaks to a firm only a term tells a
   * driver, and only if the head finds it as likely as `elsewhere`. `names`: those in the text; terms of one's own taxonomies may be names.
   */
  choose(
    tokens: TokenBuffer,
    language: string | null,
    probabilities: ArrayLike<number>,
    at: number,
    elsewhere?: number,
    names: readonly NameSpan[] = [],
  ): ToldDrivers {
    const said = this.matcher.match(tokens, language ?? undefined, this.head !== null),
      hits = otherRises(tokens, this.head === null ? said : outsideNames(said, names));
    if (this.head === null)
      return hits.length === 0 ? NONE : { drivers: [...new Set(hits.map(({ driver }) => driver))], hits };
    const named: Rule[] = [];
    for (const { driver, role } of hits) {
      const rule = this.rules.get(driver) as Rule;
      if (role !== 'bar' && !named.includes(rule)) named.push(rule);
    }
    const least = elsewhere ?? (hasWord(tokens) ? undefined : 0);
    const told =
      least === undefined
        ? this.weigh(named, hits, probabilities, at, addresses(tokens))
        : named.filter(
            ({ name, label }) =>
              hits.some(({ driver, role }) => driver === name && role === undefined) &&
              (label < 0 || (probabilities[at + label] as number) >= least),
          );
    return told.length === 0 ? NONE : { drivers: told.map(({ name }) => name), hits };
  }

  /** Most drivers have no term in a text and are unlikely: they are left out before anything is weighed. */
  private weigh(
    named: readonly Rule[],
    hits: readonly DriverHit[],
    probabilities: ArrayLike<number>,
    at: number,
    addressed: boolean,
  ): readonly Rule[] {
    const least = addressed ? LEAST_ALONE.addressed : LEAST_ALONE.plain;
    const likely = this.order.filter(
      (rule) =>
        rule.label >= 0 &&
        (probabilities[at + rule.label] as number) >= Math.min(rule.alone, least) &&
        !named.includes(rule),
    );
    if (named.length + likely.length === 0) return likely;
    const { first, second } = likeliest(this.order, probabilities, at);
    return [...named, ...likely].filter((rule) => {
      const own = hits.filter(({ driver }) => driver === rule.name),
        has = (wanted: DriverHit['role']): boolean => own.some(({ role }) => role === wanted),
        termed = has(undefined);
      if (rule.label < 0) return termed;
      const probability = probabilities[at + rule.label] as number,
        beside = termed ? undefined : BESIDE[rule.name];
      const signs: DriverSigns = {
        termed,
        phrased: own.some(({ role, start, end }) => role === undefined && end - start > 1),
        hinted: !termed && has('hint'),
        barred: has('bar'),
        otherTermed: hits.some(
          ({ driver, role }) => driver !== rule.name && driver !== beside && role === undefined,
        ),
      };
      const rival = rule.label === first.label ? second.probability : first.probability;
      return (
        isSpokenOf(rule.name, probability, rival, signs, addressed) ||
        (!addressed && !signs.barred && probability >= Math.max(rule.alone, rival * RIVAL_SHARE))
      );
    });
  }
}

interface Likely {
  readonly label: number;
  readonly probability: number;
}

/** The two likeliest drivers. */
function likeliest(
  rules: readonly Rule[],
  probabilities: ArrayLike<number>,
  at: number,
): { readonly first: Likely; readonly second: Likely } {
  let first: Likely = { label: -1, probability: 0 },
    second = first;
  for (const { label } of rules) {
    if (label < 0) continue;
    const probability = probabilities[at + label] as number;
    if (probability > first.probability) {
      second = first;
      first = { label, probability };
    } else if (probability > second.probability) second = { label, probability };
  }
  return { first, second };
}

function addresses({ kinds, count }: TokenBuffer): boolean {
  for (let i = 0; i < count; i++) if (kinds[i] === TOKEN.mention) return true;
  return false;
}

/** Of a text without a word, such as emoji, the head knows only how often it told each driver: terms alone count. */
function hasWord({ kinds, count }: TokenBuffer): boolean {
  for (let i = 0; i < count; i++) if (kinds[i] === TOKEN.word || kinds[i] === TOKEN.hashtag) return true;
  return false;
}
