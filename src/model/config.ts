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
  /** Which taxonomy of drivers is looked for: that of agri-food alone; retail, and none given: both. */
  readonly sector?: 'agri-food' | 'retail';
  /** Heads that `deversoir train` or `deversoir adapt` wrote, in place of the shipped ones of their names: paths from this file. */
  readonly heads?: readonly string[];
  /** IANA zone for times without zone. */
  readonly zone?: string;
  readonly dateOrder?: 'dmy' | 'mdy';
  /** Sentences for the head of the report: what its reader must know first. */
  readonly notes?: readonly string[];
}
