import { existsSync, readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { basename, join, resolve, sep } from 'node:path';
import { isCorpus, OWN_REPORT, reportFiles } from './own-outputs.js';
import { DeversoirError, withoutQuotes } from '../util/errors.js';
import { diskSource } from './bytes/byte-source.js';
import type { HeaderOptions } from './table/find-header.js';
import type { Opened, OpenedFile, SiblingLookup } from './bytes/open-file.js';
import { diskSiblings, openSource } from './bytes/open-file.js';
import type { ZipListing } from './bytes/zip.js';

/** Archives inside archives are walked to this depth. */
const MAX_ARCHIVE_DEPTH = 3;

/** A file found, or a place that can't be opened and why. */
export type Walked =
  | { readonly path: string; readonly file: OpenedFile }
  | { readonly path: string; readonly problem: DeversoirError };

/** A file of the disk, and its path as it is shown. */
export interface Found {
  readonly full: string;
  readonly shown: string;
  /** Why it can't be read. */
  readonly problem?: string;
}

const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const JUNK = /^(?:\.|__MACOSX$|Thumbs\.db$|desktop\.ini$|~\$)/i;

/**
 * What a place of the disk is that can't be read as a file; `undefined` for a file. A link inside a folder leads to its own files alone: who
 * sends a folder chooses none of the reader's.
 */
function oddity(entry: Dirent, full: string, root: string): string | undefined {
  if (entry.isFile()) return undefined;
  if (entry.isSymbolicLink()) {
    const stats = statSync(full, { throwIfNoEntry: false });
    if (stats?.isFile())
      return realpathSync(full).startsWith(realpathSync(root) + sep)
        ? undefined
        : 'a link to a file outside the folder: not followed, give the file itself';
    return stats?.isDirectory()
      ? 'a link to a folder: not followed, give the folder itself'
      : 'a link that leads to no file';
  }
  return 'no file: a pipe, a socket or a device';
}

const entriesOf = (folder: string): readonly Dirent[] =>
  readdirSync(folder, { withFileTypes: true }).sort((a, b) => byName(a.name, b.name));

/** Files below a folder, in the order of their names; hidden files are left out. What can't be read is told in its place. */
function filesBelow(folder: string, leaveOut: ReadonlySet<string>, shown = '', root = folder): Found[] {
  let entries: readonly Dirent[];
  try {
    entries = entriesOf(folder);
  } catch (error) {
    return [{ full: folder, shown, problem: `the folder can't be read: ${codeOf(error)}` }];
  }
  const report = reportFiles(folder, entries);
  return entries
    .filter(({ name }) => !JUNK.test(name))
    .flatMap((entry) => {
      const full = join(folder, entry.name),
        name = shown === '' ? entry.name : `${shown}/${entry.name}`;
      if (leaveOut.has(resolve(full))) return [];
      if (report.includes(entry.name))
        return entry.name === report[0] ? [{ full, shown: name, problem: OWN_REPORT }] : [];
      if (entry.isDirectory())
        return isCorpus(full)
          ? [{ full, shown: name, problem: 'a corpus of deversoir, no exports: left out' }]
          : filesBelow(full, leaveOut, name, root);
      const problem = oddity(entry, full, root);
      return [{ full, shown: name, ...(problem !== undefined && { problem }) }];
    });
}

const codeOf = (error: unknown): string =>
  (error as NodeJS.ErrnoException).code === 'EACCES' ? 'permission denied' : withoutPath(error);
/** What the system says, without the path it says it of. */
const withoutPath = (error: unknown): string =>
  withoutQuotes(((error as Error).message ?? '').split(',')[0] ?? '');

/** Regular expression of a glob: `*`, `**`, `?`, `[…]` and `{a,b}`. */
export function globPattern(glob: string): RegExp {
  const source = glob.replaceAll(/\*\*\/?|\*|\?|\[[^\]]*\]|\{[^}]*\}|[\\^$+.()|{}[\]]/g, (token) => {
    if (token.startsWith('**')) return token.endsWith('/') ? '(?:.*/)?' : '.*';
    if (token === '*') return '[^/]*';
    if (token === '?') return '[^/]';
    if (token.startsWith('[') && token.length > 2)
      return `[${token.slice(1, -1).replace(/^!/, '^').replaceAll('\\', '\\\\')}]`;
    if (token.startsWith('{'))
      return `(?:${token
        .slice(1, -1)
        .split(',')
        .map((one) => one.replaceAll(/[\\^$+.()|[\]*?]/g, '\\$&'))
        .join('|')})`;
    return `\\${token}`;
  });
  return new RegExp(`^${source}$`);
}

function expandGlob(glob: string, leaveOut: ReadonlySet<string>): Found[] {
  const parts = glob.replaceAll('\\', '/').split('/');
  const fixed = parts.findIndex((part) => /[*?[{]/.test(part));
  const base = parts.slice(0, fixed).join('/') || (glob.startsWith('/') ? '/' : '.');
  if (!statSync(base, { throwIfNoEntry: false })?.isDirectory()) return [];
  const pattern = globPattern(parts.slice(fixed).join('/'));
  return filesBelow(base, leaveOut).filter(({ shown }) => pattern.test(shown));
}

function expand(path: string, leaveOut: ReadonlySet<string>): Found[] {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isDirectory() && isCorpus(path))
    throw new DeversoirError('option-invalid', `${path} is a corpus, no exports`, {
      hint: 'give it with --corpus, or give the exports it was built from',
    });
  if (stats?.isDirectory()) {
    readdirSync(path);
    return filesBelow(path, leaveOut);
  }
  if (stats && !stats.isFile())
    return [{ full: path, shown: basename(path), problem: 'no file: a pipe, a socket or a device' }];
  if (stats) return [{ full: path, shown: basename(path) }];
  const found = /[*?[{]/.test(path) ? expandGlob(path, leaveOut) : [];
  if (found.length > 0) return found;
  throw missing(path);
}

const missing = (path: string): DeversoirError =>
  new DeversoirError('input-not-found', `no file or folder "${path}"`, { hint: 'check the path' });

/** Throws `input-not-found` for a path that is no file or folder and no glob. */
export function checkThere(path: string): void {
  if (!existsSync(path) && !/[*?[{]/.test(path)) throw missing(path);
}

/**
 * The files of paths, folders (recursively, in the order of names) and globs. Each file comes once; paths shown are unique unless
 * `samePaths`.
 *
 * @throws DeversoirError `input-not-found` for a path or glob that gives nothing.
 */
export function findExports(
  paths: readonly string[],
  samePaths = false,
  leaveOut: readonly string[] = [],
): readonly Found[] {
  const outside = new Set(leaveOut.map((folder) => resolve(folder)));
  const seen = new Set<string>(),
    shownPaths = new Set<string>();
  const found: Found[] = [];
  for (const path of paths) {
    for (const { full, shown, problem } of expand(path, outside)) {
      const real = problem === undefined ? realpathSync(full) : resolve(full);
      if (seen.has(real)) continue;
      seen.add(real);
      const folder = basename(path);
      let unique =
        shownPaths.has(shown) && folder !== shown && !/[*?[{]/.test(folder) ? `${folder}/${shown}` : shown;
      for (let n = 2; shownPaths.has(unique); n++) unique = `${shown} (${n})`;
      if (samePaths) unique = shown;
      shownPaths.add(unique);
      found.push({ full, shown: unique, ...(problem !== undefined && { problem }) });
    }
  }
  return found;
}

/** The files found at paths, archives opened member by member: see {@link findExports}. */
export async function* walkExports(
  paths: readonly string[],
  { header = {}, samePaths = false }: { readonly header?: HeaderOptions; readonly samePaths?: boolean } = {},
): AsyncGenerator<Walked> {
  for (const found of findExports(paths, samePaths)) yield* openFound(found, header);
}

const problemOf = (error: unknown): DeversoirError =>
  error instanceof DeversoirError
    ? error
    : new DeversoirError('input-unreadable', `can't be read: ${withoutPath(error)}`, { cause: error });

/** A file and the further tables of a workbook. */
const filesOf = ({ file, others = [] }: Extract<Opened, { kind: 'file' }>): readonly Walked[] =>
  [file, ...others].map((one) => ({ path: one.path, file: one }));

/** The file, or the members of the archive, at a place of the disk. */
export async function* openFound(
  { full, shown, problem }: Found,
  header: HeaderOptions = {},
): AsyncGenerator<Walked> {
  if (problem !== undefined) {
    yield { path: shown, problem: new DeversoirError('input-unreadable', problem) };
    return;
  }
  try {
    const opened = await openSource(
      shown,
      diskSource(full, statSync(full).size),
      diskSiblings(full, shown),
      header,
    );
    if (opened.kind === 'file') yield* filesOf(opened);
    else yield* walkArchive(shown, opened.listing, 1, header);
  } catch (error) {
    yield { path: shown, problem: problemOf(error) };
  }
}

/** Members of an archive in the order of their names; archives inside are walked too. */
export async function* walkArchive(
  path: string,
  listing: ZipListing,
  depth: number,
  header: HeaderOptions = {},
): AsyncGenerator<Walked> {
  for (const { name, why } of listing.refused) {
    yield {
      path: `${path}!${name.replaceAll('\\', '/')}`,
      problem: new DeversoirError('input-hostile', `refused: ${why}`),
    };
  }
  const members = listing.members.filter(({ name }) => !name.split('/').some((part) => JUNK.test(part)));
  const open = (name: string): ReturnType<typeof openSource> | undefined => {
    const member = members.find((one) => one.name === name);
    return member
      ? openSource(`${path}!${member.name.replaceAll('\\', '/')}`, member.source, siblings(name), header)
      : undefined;
  };
  const siblings =
    (of: string): SiblingLookup =>
    async (name) => {
      const opened = await open(of.slice(0, of.lastIndexOf('/') + 1) + name);
      return opened?.kind === 'file' ? opened.file : undefined;
    };
  for (const { name } of members.toSorted((a, b) => byName(a.name, b.name))) {
    const inner = `${path}!${name.replaceAll('\\', '/')}`;
    try {
      const opened = await open(name);
      if (opened?.kind === 'file') yield* filesOf(opened);
      else if (opened && depth >= MAX_ARCHIVE_DEPTH)
        throw new DeversoirError('input-hostile', `archives nested deeper than ${MAX_ARCHIVE_DEPTH}`, {
          hint: 'unpack it first',
        });
      else if (opened) yield* walkArchive(inner, opened.listing, depth + 1, header);
    } catch (error) {
      yield { path: inner, problem: problemOf(error) };
    }
  }
}
