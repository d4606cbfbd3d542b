/** What was read of one file. `read = kept + duplicates + rejected`, always. */
export interface ManifestFile {
  readonly path: string;
  readonly sha256: string;
  /** Hash of the options that read it: other options read it again. */
  readonly readWith?: string;
  /** `null`: no format recognised it. */
  readonly format: string | null;
  /** Records that a simple count finds, besides the reader: lines, rows of sheets, items, mails, dated lines, documents of the press; `null`: not counted. Several messages may come of one. */
  readonly found?: number | null;
  readonly read: number;
  readonly kept: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly notes: readonly string[];
  /** Keyed hash of the one site, desk or publication in which its ids hold, where it says which. */
  readonly site?: string;
}

/** `manifest.json` of a corpus. Same exports, same version, same options: same bytes. */
export interface Manifest {
  readonly deversoir: string;
  /** Number of the columns and keys that the corpus has; another one is built again. */
  readonly layout: number;
  readonly files: readonly ManifestFile[];
  readonly totals: Pick<ManifestFile, 'read' | 'kept' | 'duplicates' | 'rejected'>;
  /** Kept messages whose text another kept message has too, but for case, accents, links and punctuation. */
  readonly nearDuplicates: number;
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  /** Accounts taken for the brand's own because they answer in many private threads; name them in the configuration to be sure. */
  readonly inferredBrandAccounts: readonly {
    readonly platform: string;
    readonly authorKey: string;
    readonly threads: number;
    readonly of: number;
  }[];
  readonly options: Readonly<Record<string, unknown>>;
}
