import { DeversoirError } from '../../util/errors.js';
import { readDataFile } from '../words/data-file.js';

/** Terms of one driver. `*` at the end of a word stands for any ending; case, accents, plurals and apostrophes don't count. */
export interface DriverTerms {
  readonly label: { readonly fr: string; readonly en: string };
  /** Terms looked for in French texts. */
  readonly fr: readonly string[];
  /** Terms looked for in English texts. */
  readonly en: readonly string[];
  /** Terms, of the lists above or others, that count only beside another term of the same driver. */
  readonly weak?: readonly string[];
  /** Longer phrases in which a term of this driver means something else: "frais de port". */
  readonly exclude?: readonly string[];
}

/** A taxonomy of drivers, as in `data/taxonomies/*.json`. */
export interface Taxonomy {
  readonly id: string;
  readonly about?: string;
  readonly drivers: Readonly<Record<string, DriverTerms>>;
}

const isStrings = (value: unknown): boolean =>
  Array.isArray(value) && value.every((item) => typeof item === 'string' && item !== '');

/**
 * Reads a taxonomy from JSON. Errors: `data-invalid` names the driver and the field.
 *
 * @example
 * parseTaxonomy('{"id":"t","drivers":{"price":{"label":{"fr":"Prix","en":"Price"},"fr":["prix"],"en":["price"]}}}').id
 * // → 't'
 */
export function parseTaxonomy(json: string, file = 'taxonomy'): Taxonomy {
  const fail = (what: string, hint: string): DeversoirError =>
    new DeversoirError('data-invalid', what, { hint, place: { file } });
  let value: Partial<Taxonomy> | null;
  try {
    value = JSON.parse(json) as Partial<Taxonomy> | null;
  } catch (cause) {
    throw new DeversoirError('data-invalid', 'not JSON', {
      hint: 'a taxonomy is a JSON object with id and drivers',
      place: { file },
      cause,
    });
  }
  if (typeof value?.id !== 'string' || typeof value.drivers !== 'object' || value.drivers === null) {
    throw fail('no id or drivers', 'a taxonomy is a JSON object with id and drivers');
  }
  for (const [id, terms] of Object.entries(value.drivers)) {
    const lists: Readonly<Record<string, unknown>> = {
      fr: terms?.fr,
      en: terms?.en,
      weak: terms?.weak ?? [],
      exclude: terms?.exclude ?? [],
    };
    for (const [name, list] of Object.entries(lists)) {
      if (!isStrings(list)) throw fail(`driver "${id}": ${name}`, 'a list of non-empty strings');
    }
    if (typeof terms?.label?.fr !== 'string' || typeof terms.label.en !== 'string')
      throw fail(`driver "${id}": label`, '{ "fr": "…", "en": "…" }');
  }
  return value as Taxonomy;
}

/** Taxonomies shipped with the package; the head `drivers` learnt from their terms. */
export const TAXONOMIES = ['agri-food', 'retail'] as const;
type ShippedTaxonomy = (typeof TAXONOMIES)[number];

/**
 * A taxonomy shipped with the package.
 *
 * @example
 * loadTaxonomy('retail').drivers['checkout']?.label.fr
 * // → 'Passage en caisse'
 */
export function loadTaxonomy(id: ShippedTaxonomy): Taxonomy {
  return readTaxonomy(id);
}

const readTaxonomy = (name: string): Taxonomy =>
  parseTaxonomy(readDataFile(`taxonomies/${name}.json`), `taxonomies/${name}.json`);

/** What terms are looked for in: each taxonomy and what customers write besides, which no head learns, so that it grows without one. */
export const driverTaxonomies = (ids: readonly ShippedTaxonomy[] = TAXONOMIES): Taxonomy[] =>
  ids.flatMap((id) => [loadTaxonomy(id), readTaxonomy(`${id}-said`)]);

/** Of a shop's drivers, those of a producer who sells or delivers too; its shelves, checkouts and drives are others'. */
const OF_SELLERS: ReadonlySet<string> = new Set(['delivery', 'staff', 'loyalty']);
const ofSellers = (taxonomy: Taxonomy): Taxonomy => ({
  ...taxonomy,
  drivers: Object.fromEntries(Object.entries(taxonomy.drivers).filter(([id]) => OF_SELLERS.has(id))),
});

/** What is looked for in a sector: in `agri-food` its own and a seller's, in any other both taxonomies, as a retailer sells food too. */
export const sectorTaxonomies = (sector: string | undefined): Taxonomy[] =>
  sector === 'agri-food'
    ? [...driverTaxonomies(['agri-food']), ...driverTaxonomies(['retail']).map(ofSellers)]
    : driverTaxonomies();
