import type { DriverId } from '../../model/index.js';

/** A product: its bare name and gender, from which "le", "ce", "du", "au" follow. Begins with a consonant. */
export interface Product {
  readonly name: string;
  readonly feminine: boolean;
  /** What is true of it, e.g. `pot`, `milk`: sentences that need it are chosen for it only. */
  readonly traits: readonly string[];
}

/**
 * Sentences about one driver. Slots: `{p}` bare product, `{leP}` `{ceP}` `{unP}` `{duP}` `{auP}` with its article, `{e}`
 * feminine ending, `{il}` pronoun, `{x}` "x" or "se"; `{E}` feminine ending of the author, `{seul}` "le seul" or "la seule"; `{marque}` `{conc}` `{ville}` `{jour}` `{date}` `{lot}` `{cmd}` `{prix}` `{prix2}` `{n}`
 * `{heure}` `{enfant}` `{prenom}`.
 */
export interface DriverTexts {
  /** The problem in plain sentences. */
  readonly problem: readonly string[];
  /** The problem as typed on a phone. */
  readonly short: readonly string[];
  readonly ironic: readonly string[];
  readonly praise: readonly string[];
  readonly question: readonly string[];
  /** What an agent says about it. */
  readonly agent: readonly string[];
}

/** All that is written for one sector. */
export interface SectorTexts {
  readonly brand: string;
  readonly brandSlug: string;
  readonly competitors: readonly string[];
  readonly products: readonly Product[];
  /** A sentence that matches needs a product with this trait. */
  readonly needs: readonly (readonly [RegExp, string])[];
  /** Drivers that only concern products with a trait. */
  readonly driverTraits: Readonly<Partial<Record<DriverId, string>>>;
  readonly drivers: Readonly<Partial<Record<DriverId, DriverTexts>>>;
  /** Texts of the planted crises and travelling texts, by story. */
  readonly stories: Readonly<Record<string, StoryTexts>>;
  /** Articles of ordinary days, each used once. */
  readonly articles: readonly ArticleTexts[];
  readonly brandPosts: readonly string[];
  readonly ideas: readonly string[];
}

/** Texts of one crisis or travelling text. */
export interface StoryTexts {
  /** Name of the product it is about, if any. */
  readonly product?: string;
  /** The first case, to be followed from private to public to press. */
  readonly opening?: StoryOpening;
  readonly privateMessages: readonly string[];
  readonly publicMessages: readonly string[];
  readonly articles: readonly ArticleTexts[];
}

/** What the first customer of a crisis writes, in private, again, and at last in public. */
export interface StoryOpening {
  readonly privateMessage: string;
  readonly reminder: string;
  readonly publicMessage: string;
}

/** One article: headline, lead and paragraphs. */
export interface ArticleTexts {
  readonly headline: string;
  readonly lead: string;
  readonly paragraphs: readonly string[];
}
