import { isSpokenOf } from './addressed-drivers.js';
import type { DriverHit, DriverMatcher } from './drivers.js';
import type { LinearHead } from '../heads/head.js';
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
/** Probabilities from which the head lets a term and a hint count; chosen on held-out rows of care, messages and real reviews. */
const TERMED = 0.02,
  HINTED = 0.3;
/** The same for drivers whose terms are everyday words: "app", "unavailable", "queue" (`models/README.md`). */
const EVERYDAY: ReadonlyMap<string, number> = new Map([
  ['app-site', 0.1],
  ['checkout', 0.1],
  ['availability', 0.05],
]);
/** Where nobody speaks to a firm, as in chat, a driver needs a term and this probability. */
export const ELSEWHERE = 0.5;
const NO_RULES: readonly Rule[] = [];
/** Share of the most probable driver's probability under which another needs a term of its own. */
const RIVAL_SHARE = 1 / 2;

/** A driver with the probabilities from which it is told: by the head alone, with a hint, with a term. */
interface Rule {
  readonly name: string;
  /** Index among the labels of the head; −1: the head does not know it, terms alone count. */
  readonly label: number;
  readonly alone: number;
  readonly hinted: number;
  readonly termed: number;
}

/**
 * Tells the drivers of a text by terms and by a head together. The head tells a driver over its threshold; a term is told unless the
 * head is nearly sure of the contrary; a hint when the head finds it likely; a bar stops the head. Where the text addresses an account
 * all of it is weighed together (`addressed-drivers.ts`). Without a head, terms alone count.
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
        return [
          name,
          {
            name,
            label,
            alone,
            hinted: Math.min(alone, HINTED),
            termed: Math.min(alone, EVERYDAY.get(name) ?? TERMED),
          },
        ];
      }),
    );
    this.order = [...this.rules.values()];
  }

  /**
   * Drivers of a tokenized text; the head's probabilities of it stand at `probabilities[at ..]`. Where nobody speaks to a firm only a term tells a
   * driver, and only if the head finds it as likely as `elsewhere`.
   */
  choose(
    tokens: TokenBuffer,
    language: string | null,
    probabilities: ArrayLike<number>,
    at: number,
    elsewhere?: number,
  ): ToldDrivers {
    const hits = otherRises(tokens, this.matcher.match(tokens, language ?? undefined, this.head !== null));
    if (this.head === null)
      return hits.length === 0 ? NONE : { drivers: [...new Set(hits.map(({ driver }) => driver))], hits };
    if (elsewhere === undefined && this.head.choice === 'many' && addresses(tokens))
      return this.chooseAddressed(hits, probabilities, at);
    const told: Rule[] = [];
    for (const { driver, role } of hits) {
      const rule = this.rules.get(driver) as Rule;
      if (role === 'bar' || told.includes(rule)) continue;
      const least =
        elsewhere !== undefined
          ? role === 'hint'
            ? Infinity
            : elsewhere
          : role === 'hint'
            ? rule.hinted
            : rule.termed;
      if (rule.label < 0 ? role === undefined : (probabilities[at + rule.label] as number) >= least)
        told.push(rule);
    }
    const alone = elsewhere === undefined ? this.order : NO_RULES;
    const isSaid = ({ name, label, alone: least }: Rule): boolean =>
      label >= 0 &&
      (probabilities[at + label] as number) >= least &&
      !hits.some(({ driver, role }) => role === 'bar' && driver === name);
    for (const rule of alone) if (!told.includes(rule) && isSaid(rule)) told.push(rule);
    if (told.length === 0) return NONE;
    return {
      drivers: (told.length === 1 ? told : withoutRivals(told, hits, probabilities, at)).map(
        ({ name }) => name,
      ),
      hits,
    };
  }

  private chooseAddressed(
    hits: readonly DriverHit[],
    probabilities: ArrayLike<number>,
    at: number,
  ): ToldDrivers {
    const named = hits.flatMap(({ driver, role }) =>
      role === 'bar' ? [] : [this.rules.get(driver) as Rule],
    );
    const drivers = [...new Set([...named, ...this.order])].flatMap((rule) => {
      const has = (wanted: DriverHit['role']): boolean =>
        hits.some(({ driver, role }) => driver === rule.name && role === wanted);
      const termed = has(undefined);
      if (rule.label < 0) return termed ? [rule.name] : [];
      const probability = probabilities[at + rule.label] as number,
        rival = likeliestBut(rule, this.order, probabilities, at);
      return isSpokenOf(rule.name, probability, rival, { termed, hinted: has('hint'), barred: has('bar') })
        ? [rule.name]
        : [];
    });
    return drivers.length === 0 ? NONE : { drivers, hits };
  }
}

/** The highest probability of another driver than `but`. */
function likeliestBut(
  but: Rule,
  rules: readonly Rule[],
  probabilities: ArrayLike<number>,
  at: number,
): number {
  let top = 0;
  for (const { label } of rules)
    if (label >= 0 && label !== but.label) top = Math.max(top, probabilities[at + label] as number);
  return top;
}

function addresses({ kinds, count }: TokenBuffer): boolean {
  for (let i = 0; i < count; i++) if (kinds[i] === TOKEN.mention) return true;
  return false;
}

/** Without the drivers that no term says and that are far less probable than the most probable. */
function withoutRivals(
  told: readonly Rule[],
  hits: readonly DriverHit[],
  probabilities: ArrayLike<number>,
  at: number,
): Rule[] {
  let top = 0;
  for (const { label } of told) if (label >= 0) top = Math.max(top, probabilities[at + label] as number);
  return told.filter(
    ({ name, label }) =>
      label < 0 ||
      (probabilities[at + label] as number) >= top * RIVAL_SHARE ||
      hits.some(({ driver, role }) => driver === name && role === undefined),
  );
}
