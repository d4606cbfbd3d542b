import { FIELDS, IDENTIFIERS, LEVELS, type Field } from '../pairs/comparison.js';
import { keyOf, type FoundBy } from './found-by.js';
import type { Pattern } from './patterns.js';

/** P(level | same case) and P(level | other case) of each field, levels in the order of `LEVELS`. */
export interface LinkParameters {
  readonly m: Readonly<Record<Field, readonly number[]>>;
  readonly u: Readonly<Record<Field, readonly number[]>>;
  /** P(level | same person, another case) of what does not stay with a person: subject and words. */
  readonly o: Readonly<Record<Field, readonly number[]>>;
  /** Share of all compared pairs that are the same case, before any evidence. */
  readonly prior: number;
  /** Share of all compared pairs that are the same person with another case. */
  readonly other: number;
  /** Probability that any pair lies so at all; default 1. */
  readonly exists?: number;
  /** In place of `m` for the identifier that brings a pair together. */
  readonly found?: FoundBy;
  /** The same of one person's other cases; default: as of one case. */
  readonly foundOther?: FoundBy | undefined;
}

/** What stays with a person from one case to the next; an order does not, nor do subject and time. */
export const OF_PERSON: ReadonlySet<Field> = new Set([
  ...IDENTIFIERS.filter((field) => field !== 'order'),
  'brand',
  'place',
]);
/** P(same order | same person, another case): it is quoted again where a new problem follows an old one. */
const ORDER_AGAIN = 0.05;

/** Weight of evidence of a field at a level, in bits: log2(m / u); 0 where the field is missing. */
export function bits(field: Field, level: number, { m, u }: Pick<LinkParameters, 'm' | 'u'>): number {
  if (level === 0) return 0;
  return Math.log2((m[field][level - 1] ?? 1e-6) / Math.max(u[field][level - 1] ?? 1e-6, 1e-6));
}

/** Weight of a field for the same person with another case, in bits over another person. */
function otherCaseBits(field: Field, level: number, { m, u, o }: LinkParameters): number {
  if (OF_PERSON.has(field)) return bits(field, level, { m, u });
  if (field === 'order') return level === 2 ? Math.log2(1 - ORDER_AGAIN) : 0;
  return bits(field, level, { m: o, u });
}

/** How the same case, the same person with another case, and two persons share the probability of a pair. */
export interface Shares {
  readonly oneCase: number;
  readonly otherCase: number;
}

/** What pairs of one way weigh. */
export interface PairWeights {
  /**
   * Posterior of a pair that shares an identifier: that the person is the same does not make the case the same. Odds of three: `m` of all
   * fields; `m` of what stays with a person and `o` of the rest; `u` of all.
   */
  shares(pair: Pick<Pattern, 'levels' | 'rarity'>): Shares;
  /** Bits of each field of a pair for one case, without the rarity of what it agrees on. */
  ofCase(levels: ArrayLike<number>): number[];
}

/** Works out once for all pairs the bits of each field at each level, and of each identifier that brings a pair together: the first that agrees. */
export function weightsOf(parameters: LinkParameters): PairWeights {
  const { m, prior, other, exists = 1, found, foundOther = found } = parameters;
  const agrees = (field: Field, known?: number): number => Math.log2(known ?? m[field][0] ?? 0.9);
  const orderAgain = Math.log2(ORDER_AGAIN / (m.order[0] as number));
  const table = (
    bitsAt: (field: Field, level: number) => number,
    agreed: (field: Field) => number,
  ): number[][] =>
    FIELDS.map((field, at) => [
      0,
      ...LEVELS[field].map((_, below) =>
        at < IDENTIFIERS.length && below === 0 ? agreed(field) : bitsAt(field, below + 1),
      ),
    ]);
  const one = table((field, level) => bits(field, level, parameters), agrees),
    another = table((field, level) => otherCaseBits(field, level, parameters), agrees);
  const oneBy = IDENTIFIERS.map((field) => agrees(field, found?.[field])),
    anotherBy = IDENTIFIERS.map((field, at) =>
      field === 'order' ? (oneBy[at] as number) + orderAgain : agrees(field, foundOther?.[field]),
    );
  return {
    shares({ levels, rarity }) {
      const key = keyOf(levels);
      let ofOne = rarity,
        ofAnother = rarity;
      for (let at = 0; at < FIELDS.length; at++) {
        const level = levels[at] ?? 0;
        ofOne += (at === key ? oneBy[at] : one[at]?.[level]) as number;
        ofAnother += (at === key ? anotherBy[at] : another[at]?.[level]) as number;
      }
      const weights = [
        prior * 2 ** Math.min(ofOne, 200),
        other * 2 ** Math.min(ofAnother, 200),
        1 - prior - other,
      ] as const;
      const total = weights[0] + weights[1] + weights[2];
      const oneCase = weights[0] / total;
      return { oneCase: exists * oneCase, otherCase: weights[1] / total + (1 - exists) * oneCase };
    },
    ofCase(levels) {
      const key = keyOf(levels);
      return FIELDS.map((_, at) => (at === key ? oneBy[at] : one[at]?.[levels[at] ?? 0]) as number);
    },
  };
}
