import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { loadGazetteer } from '../enrich/entities/gazetteer.js';
import type { LinearHead } from '../enrich/heads/head.js';
import { headFact, ownHeads } from '../enrich/heads/own-heads.js';
import type { ReadOptions } from '../ingest/source.js';
import type { CorpusConfig } from '../model/config.js';
import { holdsPerson } from '../enrich/names/person-in-name.js';
import { createFileNamer, type FileNamer } from '../normalise/file-name.js';
import { createPublicNames } from '../normalise/handles.js';
import { createPseudonymiser } from '../normalise/pseudonym.js';
import { DEMO_KEY, keyFingerprint, pseudonymKey, weaknessOf } from '../normalise/pseudonym-key.js';
import { ALLOWED } from './allowed-options.js';
import type { ShardOptions } from './read-shard.js';
import type { ShardSchedule } from './schedule-shards.js';
import { wholeTaxonomies } from '../topics/topic-taxonomy.js';
import { checkOptions, checkValues, type Allowed } from '../util/checked-options.js';
import { checkConfig } from '../util/config-file.js';
import { DeversoirError } from '../util/errors.js';
import { stoppedBy, type OnProgress } from '../util/progress.js';

export interface BuildOptions extends ReadOptions {
  /** Secret of the pseudonyms, kept to add to the corpus later: 32 hexadecimal digits or more, or a phrase of 16 characters or more. Required, but for a demonstration. */
  readonly key?: string;
  /** The exports are made up: without `key` the public demo key makes the pseudonyms, that anyone can recompute. */
  readonly demo?: boolean;
  readonly config?: CorpusConfig;
  /** Addresses of public posts and articles stay, accounts in them too, but for passwords, tokens and e-mails. Default: site and keyed id. */
  readonly keepUrls?: boolean;
  /** Threads that understand texts; 0: on this one. Default: one a core, at most 4. */
  readonly workers?: number;
  /** Folder of an ONNX sentiment classifier to use in place of the shipped sentiment heads. */
  readonly sentimentModel?: string;
  /** Heads of your own, files or at hand, in place of the shipped ones of their names; besides those of the configuration. */
  readonly heads?: readonly (string | LinearHead)[];
  /** Memory of DuckDB before it spills to disk; default 350. */
  readonly memoryLimitMb?: number;
  /** Seconds to wait for another run on the same folder. Default 600; 0: not at all. */
  readonly waitSeconds?: number;
  /** Folders of results inside the exports: not read. The corpus itself never is. */
  readonly leaveOut?: readonly string[];
  readonly onWarning?: (warning: string) => void;
  readonly onProgress?: OnProgress;
  /** Stops the build at its next step: `signal.reason` is thrown, and the folder is as it was before. */
  readonly signal?: AbortSignal;
  /** Who reads the shards of exports; default: worker threads of this process. */
  readonly schedule?: ShardSchedule;
  /** Bytes of exports that are read at once, about: larger files are cut where their format allows it. Default 8 MB. */
  readonly shardBytes?: number;
  /** Rows of a row group of the Parquet file of messages. Default 61,440. */
  readonly rowGroupRows?: number;
}

/** Options whose heads and taxonomies are read: nothing depends on where they lie. */
export type Settled = BuildOptions & { readonly heads: readonly LinearHead[] };

/** Throws `option-invalid` for an option that is unknown or can't be, `input-not-found`, `model-invalid` or `data-invalid` for a head or a taxonomy that can't be used. */
export function settled(options: BuildOptions): Settled {
  const allowed: Readonly<Record<keyof BuildOptions, Allowed>> = ALLOWED;
  checkOptions(options, Object.keys(allowed));
  checkValues(options, allowed);
  if (options.config !== undefined) checkConfig(options.config);
  const { heads = [], ...config } = options.config ?? {};
  const { signal, onProgress } = options;
  return {
    ...options,
    ...(signal && { onProgress: stoppedBy(signal, onProgress) }),
    ...(options.config && { config: wholeTaxonomies(config) }),
    heads: ownHeads([...heads, ...(options.heads ?? [])]),
  };
}

/** The key given, unless it can be guessed, or that of the demo where the exports are said to be made up. */
function keyOf({ key = '', demo = false, config = {}, onWarning }: BuildOptions): string {
  if (key.trim() !== '') {
    const weakness = weaknessOf(key, [
      ...(config.brand === undefined ? [] : [config.brand]),
      ...(config.competitors ?? []),
    ]);
    if (weakness !== undefined && !demo)
      throw new DeversoirError(
        'option-invalid',
        `the key of the pseudonyms ${weakness}: whoever guesses it undoes them`,
        {
          hint: '"deversoir key FILE" makes one that nobody guesses, for --key-file; or take a phrase of your own of 16 characters or more; for made-up exports { demo: true } or --demo',
        },
      );
    if (weakness !== undefined) onWarning?.(`the key ${weakness}: for made-up exports only`);
    return pseudonymKey(key);
  }
  if (!demo)
    throw new DeversoirError('option-invalid', 'no key for the pseudonyms of authors', {
      hint: 'give a secret of yours, and keep it: { key: … } in code, --key-file or DEVERSOIR_KEY on the command line ("deversoir key FILE" makes one); for made-up exports { demo: true } or --demo',
    });
  onWarning?.(
    'the public demo key makes the pseudonyms, anyone can recompute them: for made-up exports only',
  );
  return pseudonymKey(DEMO_KEY);
}

/** Names that are no person's: brands, shops and places, and those of the configuration. */
const publicNamesOf = ({ brand, brandAccounts, competitors, products, aliases }: CorpusConfig): string[] => [
  ...loadGazetteer('brands').flatMap(({ name, aliases: others, ambiguous }) =>
    ambiguous ? [name] : [name, ...others],
  ),
  ...(brand === undefined ? [] : [brand]),
  ...(brandAccounts ?? []),
  ...(competitors ?? []),
  ...(products ?? []),
  ...Object.entries(aliases ?? {}).flatMap(([name, others]) => [name, ...others]),
];

/** Options that change what a corpus holds; written to the manifest. */
export function manifestOptions(options: Settled, key: string): Readonly<Record<string, unknown>> {
  const { zone, dateOrder, map, headerRow, as, config, keepUrls, heads, sentimentModel } = options;
  return Object.fromEntries(
    Object.entries({
      keyFingerprint: keyFingerprint(key),
      zone,
      dateOrder,
      map,
      headerRow,
      as,
      keepUrls: keepUrls === true ? true : undefined,
      config: config && withoutAgents(config, key),
      heads: heads.length === 0 ? undefined : heads.map(headFact),
      sentimentModel: sentimentModel && basename(sentimentModel),
    }).filter(([, value]) => value !== undefined),
  );
}

/** A configuration to keep beside the corpus: of its accounts, agents are told by pseudonym. */
function withoutAgents(config: CorpusConfig, key: string): CorpusConfig {
  if (config.brandAccounts === undefined) return config;
  const { brandAccounts: _accounts, ...others } = config;
  const isBrand = createPublicNames(publicNamesOf(others));
  const pseudonym = createPseudonymiser(key);
  return {
    ...config,
    brandAccounts: config.brandAccounts.map((name) =>
      isBrand(name) ? name : `[${pseudonym('name', name)}]`,
    ),
  };
}

/** What stands between a person and a corpus: the key, the names that stay, and the names of files. */
export interface Privacy {
  readonly key: string;
  readonly publicNames: readonly string[];
  readonly nameOf: FileNamer;
}

/** Throws `option-invalid` without a key. */
export function privacyOf(options: BuildOptions): Privacy {
  const key = keyOf(options);
  const publicNames = publicNamesOf(options.config ?? {});
  return {
    key,
    publicNames,
    nameOf: createFileNamer(createPseudonymiser(key), createPublicNames(publicNames), holdsPerson),
  };
}

/** The options that reading takes, those of the configuration included. */
export function readOptionsOf(options: BuildOptions): ReadOptions {
  const { zone = options.config?.zone, dateOrder = options.config?.dateOrder, map, headerRow, as } = options;
  return {
    ...(zone && { zone }),
    ...(dateOrder && { dateOrder }),
    ...(map && { map }),
    ...(headerRow !== undefined && { headerRow }),
    ...(as && { as }),
  };
}

/** The options that reading a shard into a folder takes. */
export const shardOptionsOf = (
  options: Settled,
  { key, publicNames }: Privacy,
  folder: string,
): ShardOptions => ({
  folder,
  key,
  publicNames,
  keepUrls: options.keepUrls === true,
  config: options.config ?? {},
  read: readOptionsOf(options),
  heads: options.heads,
  sentimentModel: options.sentimentModel,
});

/** Hash of all options that change the rows of a file. */
export function readWithOf(options: Settled): string {
  const { notes: _notes, period: _period, taxonomies: _taxonomies, ...config } = options.config ?? {};
  const { heads, keepUrls, sentimentModel } = options;
  const all = {
    ...config,
    ...readOptionsOf(options),
    sentimentModel,
    keepUrls: keepUrls === true ? true : undefined,
    heads: heads.length === 0 ? undefined : heads.map(headFact),
  };
  return createHash('sha256').update(canonical(all)).digest('hex').slice(0, 16);
}

/** Whether a manifest tells these options: what changes no row, as notes and taxonomies, stands there alone. */
export const tellsOptions = (
  told: Readonly<Record<string, unknown>>,
  options: Readonly<Record<string, unknown>>,
): boolean => canonical(told) === canonical(options);

/** JSON with the keys of objects in their order in the alphabet. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
