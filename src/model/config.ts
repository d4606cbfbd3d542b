import type { TopicTaxonomy } from './topic.js';

/**
 * What the user says about a client: `deversoir.json`, beside the exports or given with `--config`. All optional.
 */
export interface CorpusConfig {
  /** The client's brand, as reports name it. */
  readonly brand?: string;
  /** Names, handles and addresses of the brand's own accounts and agents. */
  readonly brandAccounts?: readonly string[];
  /** Brands that share of voice compares with. */
  readonly competitors?: readonly string[];
  /** Other spellings: brand or product → how people write it. */
  readonly aliases?: Readonly<Record<string, readonly string[]>>;
  readonly products?: readonly string[];
  /**
   * Which drivers are looked for (agri-food: its own alone; retail, or none given: both), which taxonomy of subjects where none is given,
   * and what the report tells first.
   */
  readonly sector?: 'agri-food' | 'retail';
  /** Heads that `deversoir train` or `deversoir adapt` wrote, in place of the shipped ones of their names: paths from this file. */
  readonly heads?: readonly string[];
  /** Taxonomies of subjects: `agri-food`, `retail`, a JSON file (path from this file), or one of your own, see `TopicTaxonomy`. Default: that of the sector. */
  readonly taxonomies?: readonly (string | TopicTaxonomy)[];
  /** IANA zone for times without zone. */
  readonly zone?: string;
  readonly dateOrder?: 'dmy' | 'mdy';
  /** Sentences for the head of the report: what its reader must know first. */
  readonly notes?: readonly string[];
}
