import { readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/** A file as a folder lists it. */
export interface ListedFile {
  readonly path: string;
  readonly bytes: number;
  /** Last change, milliseconds since 1970. */
  readonly changedAt: number;
}

/** Names that tools give to what they are still writing, and files of the system. */
const UNFINISHED =
  /(^|\/)(\.|~\$)|\.(part|partial|crdownload|download|tmp|temp|filepart|!ut)$|\.building(\/|$)/i;

/**
 * Files that are complete: none that a tool is still writing, unchanged in size and date since the look before, and for so long by the clock;
 * in the order of their paths.
 *
 * @example
 * const file = { path: 'avis.csv', bytes: 10, changedAt: 0 };
 * [completeFiles([file], [file], { now: 60_000, settleMs: 10_000 }).length, completeFiles([file], [], { now: 60_000, settleMs: 10_000 }).length]
 * // → [1, 0]
 */
export function completeFiles(
  listed: readonly ListedFile[],
  before: readonly ListedFile[],
  { now, settleMs }: { readonly now: number; readonly settleMs: number },
): ListedFile[] {
  const known = new Map(before.map((file) => [file.path, file]));
  return listed
    .filter(({ path, bytes, changedAt }) => {
      const earlier = known.get(path);
      return (
        bytes > 0 &&
        !UNFINISHED.test(path) &&
        now - changedAt >= settleMs &&
        earlier !== undefined &&
        earlier.bytes === bytes &&
        earlier.changedAt === changedAt
      );
    })
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** All files of a folder, in the order of their paths. */
export const listFolder = (folder: string): ListedFile[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry): ListedFile[] => {
      const whole = join(entry.parentPath, entry.name);
      // A download that is renamed meanwhile is there under its new name at the next look.
      const found = statSync(whole, { throwIfNoEntry: false });
      if (found === undefined) return [];
      const path = relative(folder, whole).replaceAll('\\', '/');
      return [{ path, bytes: found.size, changedAt: found.mtimeMs }];
    })
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
