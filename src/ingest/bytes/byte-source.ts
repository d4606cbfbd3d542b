import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { createGunzip, createInflateRaw } from 'node:zlib';
import { DeversoirError } from '../../util/errors.js';

/** Bytes that can be read from the start as often as needed. */
export interface ByteSource {
  /** Size in bytes; for compressed members the declared one. */
  readonly size: number;
  /** All bytes, or those of `[from, to)`, in pieces; only sources that can jump take a range. */
  stream(from?: number, to?: number): AsyncIterable<Uint8Array>;
  /** Bytes of `[from, to)`; only sources that can jump have it. */
  slice?(from: number, to: number): Uint8Array;
}

const PIECE = 256 * 1024;

/** A file on disk. */
export function diskSource(path: string, size: number): ByteSource {
  return {
    size,
    stream: (from = 0, to = Number.MAX_SAFE_INTEGER) =>
      createReadStream(path, { highWaterMark: PIECE, start: from, end: to - 1 }),
    slice(from, to) {
      const bytes = Buffer.alloc(Math.max(0, Math.min(to, size) - from));
      const handle = openSync(path, 'r');
      try {
        let done = 0;
        while (done < bytes.length) {
          const read = readSync(handle, bytes, done, bytes.length - done, from + done);
          if (read === 0) break;
          done += read;
        }
        return bytes.subarray(0, done);
      } finally {
        closeSync(handle);
      }
    },
  };
}

/** Bytes in memory. */
export function memorySource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    async *stream() {
      for (let from = 0; from < bytes.length; from += PIECE) yield bytes.subarray(from, from + PIECE);
    },
    slice: (from, to) => bytes.subarray(from, to),
  };
}

/** What decompression may give before it is taken for a bomb. */
export interface InflateLimits {
  readonly bytes: number;
  /** Largest ratio of decompressed to compressed bytes, once 16 MiB are out. */
  readonly ratio: number;
}

export const INFLATE_LIMITS: InflateLimits = { bytes: 8 * 1024 ** 3, ratio: 300 };

/** Inflates a raw (zip) or gzip stream and stops at the limits. */
export async function* inflate(
  input: AsyncIterable<Uint8Array>,
  kind: 'raw' | 'gzip',
  compressed: number,
  limits: InflateLimits = INFLATE_LIMITS,
): AsyncGenerator<Uint8Array> {
  const zip = kind === 'raw' ? createInflateRaw({ chunkSize: PIECE }) : createGunzip({ chunkSize: PIECE });
  const feed = (async () => {
    try {
      for await (const chunk of input) {
        if (zip.destroyed) return;
        if (!zip.write(chunk))
          await new Promise<void>((resolve) => {
            zip.once('drain', resolve);
            zip.once('close', resolve);
          });
      }
      zip.end();
    } catch (error) {
      zip.destroy(error as Error);
    }
  })();
  let out = 0;
  try {
    for await (const chunk of zip as AsyncIterable<Uint8Array>) {
      out += chunk.length;
      if (out > limits.bytes || (out > 16 * 1024 * 1024 && out > compressed * limits.ratio)) {
        throw new DeversoirError(
          'input-hostile',
          `decompresses to more than ${out} bytes from ${compressed}`,
          { hint: 'refused as a zip bomb' },
        );
      }
      yield chunk;
    }
  } catch (error) {
    if (error instanceof DeversoirError) throw error;
    throw new DeversoirError('input-unreadable', 'damaged compressed data', {
      cause: error,
      hint: 'copy or download the archive again',
    });
  } finally {
    zip.destroy();
    await feed;
  }
}
