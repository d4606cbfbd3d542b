import type { Manifest, ManifestFile } from '../model/index.js';

/** A file of a corpus while it is built. */
export interface RegisteredFile {
  /** Path as given, shared by files of one name. */
  base: string;
  /** What it is called, and would be called were it public, or nobody recognised it. */
  readonly names: readonly string[];
  readonly sha256: string;
  /** What read it: the options that change its rows. */
  readonly readWith: string;
  format: string | null;
  /** Records that a simple count finds; `null`: not counted. */
  found: number | null;
  read: number;
  rejected: number;
  notes: readonly string[];
  /** Keyed hash of the one site, desk or publication that all its ids belong to; `null`: several, or not said. */
  site: string | null;
  /** Read by an earlier build. */
  readonly earlier: boolean;
  /** Read again since, or mended: its rows are left out. */
  gone: boolean;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The files of a corpus. A file is known by its content and by what read it: the same content read with other options replaces what
 * it gave before. Names and order depend on the set of files alone, not on the order in which they came.
 */
export class FileRegister {
  readonly files: RegisteredFile[] = [];

  constructor(existing?: Manifest) {
    for (const { path, sha256, readWith, format, found, read, rejected, notes, site } of existing?.files ??
      [])
      this.files.push({
        base: path.replace(/#[\da-f]{8}$/, ''),
        names: [],
        sha256,
        readWith: readWith ?? '',
        format,
        found: found ?? null,
        read,
        rejected,
        notes,
        site: site ?? null,
        earlier: true,
        gone: false,
      });
  }

  /** Whether that content was read with these options. Of copies the first name in the alphabet stays. */
  knows(sha256: string, readWith: string, base: string): boolean {
    const known = this.files.find(
      (file) =>
        !file.gone &&
        file.sha256 === sha256 &&
        file.readWith === readWith &&
        (file.format !== null || !file.earlier),
    );
    if (known && byText(base, known.base) < 0) known.base = base;
    return known !== undefined;
  }

  /** Enters a file and gives its index, and whether it was read before with other options. */
  enter(
    base: string,
    sha256: string,
    readWith: string,
    found: number | null = null,
    otherNames: readonly string[] = [],
  ): { readonly index: number; readonly again: boolean } {
    let again = false;
    for (const file of this.files)
      if (!file.gone && file.sha256 === sha256) {
        file.gone = true;
        again ||= file.format !== null;
      }
    const index =
      this.files.push({
        base,
        names: [base, ...otherNames],
        sha256,
        readWith,
        format: null,
        found,
        read: 0,
        rejected: 0,
        notes: [],
        site: null,
        earlier: false,
        gone: false,
      }) - 1;
    return { index, again };
  }

  /** Pairs of an earlier file and a new one of its name: the new one may be the earlier one, mended. */
  mended(): readonly (readonly [earlier: number, now: number])[] {
    return this.files.flatMap((file, earlier) =>
      file.earlier && !file.gone
        ? this.files.flatMap((other, now) =>
            !other.earlier && !other.gone && other.names.some((name) => isSameFile(name, file.base))
              ? [[earlier, now] as const]
              : [],
          )
        : [],
    );
  }

  /** The files that stay, in their order, each with its index and final name: of one name, all but the first end with their hash. */
  named(): readonly { readonly index: number; readonly path: string; readonly file: RegisteredFile }[] {
    const staying = this.files
      .map((file, index) => ({ file, index }))
      .filter(({ file }) => !file.gone)
      .toSorted((a, b) => byText(a.file.base, b.file.base) || byText(a.file.sha256, b.file.sha256));
    return staying.map(({ file, index }, at) => ({
      index,
      file,
      path: staying[at - 1]?.file.base === file.base ? `${file.base}#${file.sha256.slice(0, 8)}` : file.base,
    }));
  }
}

/** One name, or two keyed ones that differ in the format that was seen. */
function isSameFile(a: string, b: string): boolean {
  const bare = (name: string): string => name.replace(/^[a-z][a-z\d-]*(?=-[\da-f]{10}(?:\.|$))/, '');
  return a === b || (a !== bare(a) && bare(a) === bare(b));
}

/** The line of the manifest for a file. */
export function manifestLine(
  { sha256, readWith, format, found, read, rejected, notes, site }: RegisteredFile,
  path: string,
  { kept, duplicates }: { readonly kept: number; readonly duplicates: number },
): ManifestFile {
  return {
    path,
    sha256,
    readWith,
    format,
    found,
    read,
    kept,
    duplicates,
    rejected,
    notes,
    ...(site !== null && { site }),
  };
}
