import type { EntityKind } from './gazetteer.js';

/** A name found, with its tokens. */
export interface EntityMention {
  readonly kind: EntityKind;
  /** Canonical name; of a store: the retailer and the place. */
  readonly name: string;
  readonly start: number;
  /** Token after the last. */
  readonly end: number;
}

/** Distinct names of mentions by what they name; a retailer is a brand, a store a place. */
export function namesOf(
  mentions: readonly EntityMention[],
): Readonly<Record<'brands' | 'products' | 'places', string[]>> {
  const names = { brands: [] as string[], products: [] as string[], places: [] as string[] };
  for (const { kind, name } of mentions) {
    const list =
      names[kind === 'brand' || kind === 'retailer' ? 'brands' : kind === 'product' ? 'products' : 'places'];
    if (!list.includes(name)) list.push(name);
  }
  return names;
}
