import { DeversoirError } from '../../util/errors.js';
import { parseTsv, readDataFile } from '../words/data-file.js';

const ENTITY_KINDS = [
  'brand',
  'retailer',
  'product',
  'region',
  'department',
  'city',
  'country',
  'store',
] as const;
/** What a name names. A `store` is a retailer with its place: "Carrefour Rezé"; it is in no list. */
export type EntityKind = (typeof ENTITY_KINDS)[number];

/** A name, its other spellings, and how sure one can be of it. */
export interface GazetteerEntry {
  readonly kind: EntityKind;
  /** Canonical form, as told in the results. */
  readonly name: string;
  readonly aliases: readonly string[];
  /** The name is also an ordinary word or a first name: Président, Carrefour, Casino, Orne. */
  readonly ambiguous: boolean;
  /** Ambiguous: a capital letter alone is not enough, as for Mars. */
  readonly strict: boolean;
  /** Ambiguous: words that, near the name, settle it. */
  readonly context: readonly string[];
  /** The language in whose texts alone these letters are the name: "pain" is no bread in English. Absent: any. */
  readonly within?: string;
}

const list = (cell: string): string[] =>
  cell
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');

/**
 * Reads names: rows of kind, name, other spellings, context words, language. Errors: `data-invalid` with the value.
 *
 * @example
 * parseGazetteer('brand\tPrésident\t\tfromage, beurre')[0]
 * // → { kind: 'brand', name: 'Président', aliases: [], ambiguous: true, strict: false, context: ['fromage', 'beurre'] }
 */
export function parseGazetteer(text: string, file = 'gazetteer'): GazetteerEntry[] {
  return parseTsv(text, 2, file).map(([kind = '', name = '', aliases = '', context = '', within = '']) => {
    if (!(ENTITY_KINDS as readonly string[]).includes(kind) || name.trim() === '') {
      throw new DeversoirError('data-invalid', `"${kind}" "${name}"`, {
        hint: `a kind (${ENTITY_KINDS.join(', ')}) and a name`,
        place: { file },
      });
    }
    const flag = context.trim();
    return {
      kind: kind as EntityKind,
      name: name.trim(),
      aliases: list(aliases),
      ambiguous: flag !== '',
      strict: flag.startsWith('!'),
      context: flag === '?' ? [] : list(flag.replace(/^!/, '')),
      ...(within.trim() !== '' && { within: within.trim() }),
    };
  });
}

/** Lists of names shipped with the package. */
const GAZETTEERS = ['brands', 'places'] as const;

/**
 * A list of names shipped with the package: French food brands, retailers and products; places of France.
 *
 * @example
 * loadGazetteer('places').some((entry) => entry.name === 'Rezé')
 * // → true
 */
export function loadGazetteer(id: (typeof GAZETTEERS)[number]): GazetteerEntry[] {
  return parseGazetteer(readDataFile(`gazetteers/${id}.tsv`), `gazetteers/${id}.tsv`);
}

/**
 * Names of a user as entries. A name in `words` (folded) is an ordinary word and becomes ambiguous.
 *
 * @example
 * entriesOf('brand', [{ name: 'Verger', aliases: [] }], new Set(['verger']))[0]?.ambiguous
 * // → true
 */
export function entriesOf(
  kind: EntityKind,
  names: readonly {
    readonly name: string;
    readonly aliases: readonly string[];
    readonly context?: readonly string[];
  }[],
  words: ReadonlySet<string> = new Set(),
): GazetteerEntry[] {
  return names.map(({ name, aliases, context }) => ({
    kind,
    name,
    aliases,
    strict: false,
    context: context ?? [],
    ambiguous: context !== undefined || words.has(name.toLowerCase()),
  }));
}

/** A name of the user's lists: every alias is told as `name`. */
export interface GazetteerName {
  readonly name: string;
  readonly aliases: readonly string[];
}

/** Lists of a user. */
export interface OwnGazetteer {
  readonly brands: readonly GazetteerName[];
  readonly products: readonly GazetteerName[];
}

/** The names of a user, then those shipped. */
export const namesFor = (
  { brands, products }: OwnGazetteer = { brands: [], products: [] },
): GazetteerEntry[] => [
  ...entriesOf('brand', brands),
  ...entriesOf('product', products),
  ...loadGazetteer('brands'),
  ...loadGazetteer('places'),
];
