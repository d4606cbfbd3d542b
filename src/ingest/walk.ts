import { readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DeversoirError } from '../util/errors.js';
import { diskSource } from './bytes/byte-source.js';
import type { HeaderOptions } from './table/find-header.js';
import type { Opened, OpenedFile, SiblingLookup } from './bytes/open-file.js';
import { diskSiblings, openSource } from './bytes/open-file.js';
import type { ZipListing } from './bytes/zip.js';

/** Archives inside archives are walked to this depth. */
export const MAX_ARCHIVE_DEPTH = 3;

/** A file found, or a place that can't be opened and why. */
export type Walked =
  | { readonly path: string; readonly file: OpenedFile }
  | { readonly path: string; readonly problem: DeversoirError };

/** A file of the disk, and its path as it is shown. */
export interface Found {
  readonly full: string;
  readonly shown: string;
}

const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const JUNK = /^(?:\.|__MACOSX$|Thumbs\.db$|desktop\.ini$|~\$)/i;

/** Files below a folder, in the order of their names; hidden files and links to folders are left out. */
function filesBelow(folder: string, shown: string): Found[] {
  const found: Found[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => byName(a.name, b.name))) {
    if (JUNK.test(entry.name)) continue;
    const full = join(folder, entry.name),
      name = shown === '' ? entry.name : `${shown}/${entry.name}`;
    if (entry.isDirectory()) found.push(...filesBelow(full, name));
    else if (
      entry.isFile() ||
      (entry.isSymbolicLink() && statSync(full, { throwIfNoEntry: false })?.isFile())
    )
      found.push({ full, shown: name });
  }
  return found;
}

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

function expandGlob(glob: string): Found[] {
  const parts = glob.replaceAll('\\', '/').split('/');
  const fixed = parts.findIndex((part) => /[*?[{]/.test(part));
  const base = parts.slice(0, fixed).join('/') || (glob.startsWith('/') ? '/' : '.');
  if (!statSync(base, { throwIfNoEntry: false })?.isDirectory()) return [];
  const pattern = globPattern(parts.slice(fixed).join('/'));
  return filesBelow(base, '').filter(({ shown }) => pattern.test(shown));
}

function expand(path: string): Found[] {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isDirectory()) return filesBelow(path, '');
  if (stats) return [{ full: path, shown: basename(path) }];
  const found = /[*?[{]/.test(path) ? expandGlob(path) : [];
  if (found.length > 0) return found;
  throw new DeversoirError('input-not-found', `no file or folder "${path}"`, { hint: 'check the path' });
}

/**
 * The files of paths, folders (recursively, in the order of names) and globs. Each file comes once; paths shown are unique unless
 * `samePaths`.
 *
 * @throws DeversoirError `input-not-found` for a path or glob that gives nothing.
 */
export function findExports(paths: readonly string[], samePaths = false): readonly Found[] {
  const seen = new Set<string>(),
    shownPaths = new Set<string>();
  const found: Found[] = [];
  for (const path of paths) {
    for (const { full, shown } of expand(path)) {
      const real = realpathSync(full);
      if (seen.has(real)) continue;
      seen.add(real);
      const folder = basename(path);
      let unique =
        shownPaths.has(shown) && folder !== shown && !/[*?[{]/.test(folder) ? `${folder}/${shown}` : shown;
      for (let n = 2; shownPaths.has(unique); n++) unique = `${shown} (${n})`;
      if (samePaths) unique = shown;
      shownPaths.add(unique);
      found.push({ full, shown: unique });
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

const problemOf = (error: unknown, path: string): DeversoirError =>
  error instanceof DeversoirError
    ? error
    : new DeversoirError(
        'input-unreadable',
        `can't be read: ${(error as Error).message.split(',')[0] ?? ''}`,
        { place: { file: path }, cause: error },
      );

/** A file and the further tables of a workbook. */
const filesOf = ({ file, others = [] }: Extract<Opened, { kind: 'file' }>): readonly Walked[] =>
  [file, ...others].map((one) => ({ path: one.path, file: one }));

/** The file, or the members of the archive, at a place of the disk. */
export async function* openFound({ full, shown }: Found, header: HeaderOptions = {}): AsyncGenerator<Walked> {
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
    yield { path: shown, problem: problemOf(error, shown) };
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
      yield { path: inner, problem: problemOf(error, inner) };
    }
  }
}
