import { crc32 } from 'node:zlib';
import { DeversoirError } from '../../util/errors.js';
import { type ByteSource, INFLATE_LIMITS, type InflateLimits, inflate } from './byte-source.js';

/** What an archive may hold. */
export interface ZipLimits extends InflateLimits {
  readonly members: number;
  /** Longest member name, in characters. */
  readonly nameLength: number;
}

export const ZIP_LIMITS: ZipLimits = { ...INFLATE_LIMITS, members: 100_000, nameLength: 1000 };

/** A file in an archive. */
export interface ZipMember {
  readonly name: string;
  readonly source: ByteSource;
}

/** The members that can be read, and those that are refused with the reason. */
export interface ZipListing {
  readonly members: readonly ZipMember[];
  readonly refused: readonly { readonly name: string; readonly why: string }[];
}

const END = 0x06054b50,
  CENTRAL = 0x02014b50,
  LOCAL = 0x04034b50,
  END64 = 0x06064b50,
  LOCATOR64 = 0x07064b50;

const damaged = (what: string): DeversoirError =>
  new DeversoirError('input-unreadable', `damaged archive: ${what}`, {
    hint: 'copy or download the archive again',
  });

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function slice(source: ByteSource, from: number, to: number): DataView {
  if (!source.slice) throw new DeversoirError('internal', 'an archive needs a source that can jump');
  return viewOf(source.slice(from, to));
}

/** Where the central directory is and how many members it lists. */
function directoryOf(source: ByteSource): { offset: number; size: number; count: number } {
  const from = Math.max(0, source.size - 65_557);
  const tail = slice(source, from, source.size);
  for (let i = tail.byteLength - 22; i >= 0; i--) {
    if (tail.getUint32(i, true) !== END) continue;
    const found = {
      count: tail.getUint16(i + 10, true),
      size: tail.getUint32(i + 12, true),
      offset: tail.getUint32(i + 16, true),
    };
    if (found.offset !== 0xffffffff && found.count !== 0xffff) return found;
    if (i < 20 || tail.getUint32(i - 20, true) !== LOCATOR64) return found;
    const at64 = Number(tail.getBigUint64(i - 12, true));
    const end64 = slice(source, at64, at64 + 56);
    if (end64.byteLength < 56 || end64.getUint32(0, true) !== END64) throw damaged('no zip64 directory');
    const big = (at: number): number => Number(end64.getBigUint64(at, true));
    return { count: big(32), size: big(40), offset: big(48) };
  }
  throw damaged('no directory, the file is cut');
}

/** Why a member name is refused; `undefined` when it is fine. */
function badName(name: string, limits: ZipLimits): string | undefined {
  if (name.length > limits.nameLength) return `a name longer than ${limits.nameLength} characters`;
  if (/^[/\\]|^[A-Za-z]:/.test(name)) return 'an absolute name';
  if (name.split(/[/\\]/).includes('..')) return 'a name with ".."';
  return name.includes('\0') ? 'a name with a NUL' : undefined;
}

interface Entry {
  name: string;
  crc: number;
  flags: number;
  method: number;
  compressed: number;
  size: number;
  offset: number;
  next: number;
}

function readEntry(view: DataView, at: number): Entry {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL)
    throw damaged('its directory is cut');
  const nameLength = view.getUint16(at + 28, true),
    extraLength = view.getUint16(at + 30, true),
    comment = view.getUint16(at + 32, true);
  const next = at + 46 + nameLength + extraLength + comment;
  if (next > view.byteLength) throw damaged('its directory is cut');
  const bytes = new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength);
  const entry: Entry = {
    name: new TextDecoder().decode(bytes),
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    compressed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
    next,
  };
  readZip64(view, at + 46 + nameLength, extraLength, entry);
  return entry;
}

/** Sizes over 4 GiB are in an extra field. */
function readZip64(view: DataView, from: number, length: number, entry: Entry): void {
  for (let at = from; at + 4 <= from + length;) {
    const id = view.getUint16(at, true),
      end = at + 4 + view.getUint16(at + 2, true);
    let here = at + 4;
    for (const field of ['size', 'compressed', 'offset'] as const) {
      if (id !== 1 || entry[field] !== 0xffffffff || here + 8 > Math.min(end, view.byteLength)) continue;
      entry[field] = Number(view.getBigUint64(here, true));
      here += 8;
    }
    at = end;
  }
}

/** Bytes of one member, inflated; the checksum is compared at the end. */
async function* memberBytes(source: ByteSource, entry: Entry, limits: ZipLimits): AsyncGenerator<Uint8Array> {
  const local = slice(source, entry.offset, entry.offset + 30);
  if (local.byteLength < 30 || local.getUint32(0, true) !== LOCAL)
    throw damaged(`member "${entry.name}" is not where it should be`);
  const start = entry.offset + 30 + local.getUint16(26, true) + local.getUint16(28, true);
  const pieces = (async function* compressedPieces(): AsyncGenerator<Uint8Array> {
    for (let from = start; from < start + entry.compressed; from += 262_144) {
      const bytes =
        source.slice?.(from, Math.min(from + 262_144, start + entry.compressed)) ?? new Uint8Array(0);
      if (bytes.length === 0) throw damaged(`member "${entry.name}" is cut`);
      yield bytes;
    }
  })();
  let crc = 0;
  for await (const piece of entry.method === 0 ? pieces : inflate(pieces, 'raw', entry.compressed, limits)) {
    crc = crc32(piece, crc);
    yield piece;
  }
  if (crc !== entry.crc) throw damaged(`the checksum of member "${entry.name.slice(0, 200)}" is wrong`);
}

/**
 * Lists the members of a zip archive from its central directory; folders are left out, hostile names refused.
 *
 * @throws DeversoirError `input-unreadable` when damaged, `input-hostile` with too many members.
 */
export function listZip(source: ByteSource, limits: ZipLimits = ZIP_LIMITS): ZipListing {
  const directory = directoryOf(source);
  if (directory.count > limits.members) {
    throw new DeversoirError('input-hostile', `an archive of ${directory.count} members`, {
      hint: `at most ${limits.members} are read`,
    });
  }
  const view = slice(source, directory.offset, directory.offset + directory.size);
  const members: ZipMember[] = [],
    refused: { name: string; why: string }[] = [];
  let at = 0,
    total = 0;
  for (let i = 0; i < directory.count; i++) {
    const entry = readEntry(view, at);
    at = entry.next;
    if (entry.name.endsWith('/')) continue;
    total += entry.size;
    const why =
      badName(entry.name, limits) ??
      ((entry.flags & 1) !== 0 ? 'encrypted: unpack it first, with its password' : undefined) ??
      (entry.method !== 0 && entry.method !== 8
        ? `compression method ${entry.method} is not supported: unpack it first`
        : undefined) ??
      (total > limits.bytes ? `the archive holds more than ${limits.bytes} bytes` : undefined);
    if (why) refused.push({ name: entry.name.slice(0, 200), why });
    else
      members.push({
        name: entry.name,
        source: { size: entry.size, stream: () => memberBytes(source, entry, limits) },
      });
  }
  return { members, refused };
}
