import type { CorpusTables } from '../../engine/corpus-tables.js';
import { sqlText } from '../../engine/database.js';
import type { CorpusConfig } from '../../model/config.js';
import { CUSTOMER } from '../sql.js';
import { spellingsOf } from './name-places.js';
import type { ProductMatch, ProductMatcher } from './product-match.js';
import { chooseOwner, type Owner, productOwners } from './product-owner.js';

/** Messages that name the same products and brands; with the text where it must tell which are whose. */
export interface Mentioned {
  readonly code: string | null;
  /** Brands that the text names. */
  readonly brands: readonly string[];
  /** Brand whose page or export it is. */
  readonly home: string | null;
  /** Products that the text names, and the one that the export gives. */
  readonly names: readonly string[];
  readonly own: string | null;
  readonly text: string | null;
  readonly n: number;
  readonly positive: number;
  readonly negative: number;
  readonly nutritionN: number;
  /** Who writes on nutrition there; null where nobody does. */
  readonly cluster: string | null;
}

const CODE_IN_ATTRIBUTES = `nullif(regexp_extract(attributes, '(?i)"[^"]*(?:ean|gtin|upc|code.?barres?|barcode)[^"]*"\\s*:\\s*"?(\\d{8,14})', 1), '')`;
const CODE_IN_TEXT = `nullif(regexp_extract(text, '(?:^|[^0-9])(\\d{13})(?:[^0-9]|$)', 1), '')`;
const ON_NUTRITION = (tone: string): string =>
  `len(list_filter(list_zip(drivers, driverSentiments), one -> one[1] IN ('nutrition', 'additives')${tone === '' ? '' : ` AND one[2] = '${tone}'`})) > 0`;

/** Letters of a text as `fold` leaves them. */
const FOLDED = `strip_accents(replace(replace(lower(text), 'œ', 'oe'), 'æ', 'ae'))`;

/** Words that set a thing beside another. */
const COMPARES = `regexp_matches(${FOLDED}, '\\b(?:(?:plus|moins|aussi|autant|mieux|meilleure?s?|pires?|superieure?|inferieure?|autres?|differente?s?|plutot)\\b.*\\bqu|que? (?:celui|celle|ceux)|comme|contrairement|rapport a|face a|comparee?|a cote|au lieu|voir avec|vs|versus|prefer|than|unlike|compared|instead)')`;

/**
 * Distinct mentions of products with what is said on nutrition. Names that a text spells as one of `patterns` stand in place of the kinds of
 * product that it names.
 */
export async function mentionsOf(
  corpus: CorpusTables,
  brand: string | null,
  patterns: readonly string[] = [],
): Promise<Mentioned[]> {
  const spelt = `list_distinct(flatten([${patterns.map((one) => `regexp_extract_all(${FOLDED}, ${sqlText(one)})`).join(', ')}]))`;
  const named =
    patterns.length === 0 ? 'products' : `CASE WHEN len(${spelt}) > 0 THEN ${spelt} ELSE products END`;
  const columns = (await corpus.query('SELECT * FROM storedMessages LIMIT 0')).columnNames();
  const own = columns.includes('product') ? 'product' : 'CAST(NULL AS VARCHAR)';
  const code = columns.includes('attributes')
    ? `coalesce(${CODE_IN_ATTRIBUTES}, ${CODE_IN_TEXT})`
    : CODE_IN_TEXT;
  const home = `coalesce(givenBrand, ${brand === null ? 'CAST(NULL AS VARCHAR)' : sqlText(brand)})`;
  return (
    await corpus.query(`WITH named AS (
        SELECT drivers, driverSentiments, authorKey, messageId, ${code} AS code, list_distinct(brands) AS brands, ${home} AS home, ${own} AS own, text, ${named} AS names
        FROM storedMessages WHERE ${CUSTOMER} AND text IS NOT NULL)
      SELECT code, list_sort(brands) AS brands, home, list_sort(list_distinct(names)) AS names, own,
        CASE WHEN len(brands) > 1 OR (len(brands) = 1 AND (brands[1] <> home OR ${COMPARES})) THEN text END AS text,
        CASE WHEN ${ON_NUTRITION('')} THEN CAST(hash(coalesce(authorKey, messageId)) AS VARCHAR) END AS cluster,
        CAST(count(*) AS DOUBLE) AS n,
        CAST(count(*) FILTER (WHERE ${ON_NUTRITION('')}) AS DOUBLE) AS nutritionN,
        CAST(count(*) FILTER (WHERE ${ON_NUTRITION('positive')}) AS DOUBLE) AS positive,
        CAST(count(*) FILTER (WHERE ${ON_NUTRITION('negative')}) AS DOUBLE) AS negative
      FROM named WHERE code IS NOT NULL OR own IS NOT NULL OR len(names) > 0 GROUP BY ALL ORDER BY ALL`)
  ).objects() as Mentioned[];
}

/** Products that a message is joined to, each once: by its barcode, else every name by the brand that it is of. */
export function joinedTo(
  { code, brands, home, names, own, text }: Mentioned,
  matcher: ProductMatcher,
  aliases: CorpusConfig['aliases'],
): readonly ProductMatch[] {
  const exact = matcher.match({ code, brand: null, product: null });
  if (exact !== undefined) return [exact];
  const spellings = new Map(brands.map((brand) => [brand, spellingsOf(brand, aliases?.[brand])]));
  const found = new Map<string, ProductMatch>();
  const add = (product: string, owners: readonly Owner[]): void => {
    const chosen = chooseOwner(owners, home, (brand) => matcher.match({ brand, product }));
    if (chosen === undefined) return;
    const { match, certainty } = chosen;
    const score = text === null ? match.score : match.score * certainty;
    if (score > (found.get(match.product.code)?.score ?? 0))
      found.set(match.product.code, { ...match, score });
  };
  const alone = brands.map((brand): Owner => ({ brand, certainty: 1, distance: 0 }));
  for (const name of names)
    for (const owners of text === null ? [alone] : productOwners(text, name, spellings))
      if (owners !== undefined) add(name, owners);
  if (own !== null) {
    // what the export says of a product goes before what its customer says
    const given = home === null ? undefined : matcher.match({ brand: home, product: own });
    if (given) found.set(given.product.code, given);
    else
      for (const owners of text === null ? [alone] : productOwners(text, own, spellings))
        add(own, owners ?? []);
  }
  return [...found.values()];
}
