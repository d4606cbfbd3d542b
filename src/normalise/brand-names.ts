import { lettersOf, withoutSuffix } from './handles.js';

/** A site, by its name: one word with a dot. */
const SITE = /^([\p{L}\p{N}-]+)(?:\.[\p{L}-]{2,}){1,2}$/u;

/** The brand that a name given by an export stands for; a name of none of them stays. */
export type BrandNamer = (name: string) => string;

/**
 * Makes the namer of brands that exports are about: tools give them as a site, an account or a company, and one brand under two names
 * would be compared with itself.
 *
 * @example
 * ['maison-brel.fr', 'Maison Brel France', 'Brel', 'Ferme Anou'].map(createBrandNamer({ 'Maison Brel': ['brel'] }))
 * // → ['Maison Brel', 'Maison Brel', 'Maison Brel', 'Ferme Anou']
 */
export function createBrandNamer(brands: Readonly<Record<string, readonly string[]>>): BrandNamer {
  const known = new Map(
    Object.entries(brands)
      .toReversed()
      .flatMap(([name, others]) => [...others, name].map((one) => [lettersOf(one), name] as const))
      .filter(([letters]) => letters.length > 1),
  );
  return (name) => {
    const site = name.trim().replace(/^www\./, ''),
      letters = lettersOf(SITE.exec(site)?.[1] ?? site);
    // "Booking.com" may be the brand's own name.
    return known.get(lettersOf(site)) ?? known.get(letters) ?? known.get(withoutSuffix(letters)) ?? name;
  };
}
