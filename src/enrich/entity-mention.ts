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
