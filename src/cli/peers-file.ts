import { readFileSync } from 'node:fs';
import type { PeerSet } from '../metrics/index.js';
import { DeversoirError } from '../util/errors.js';

/** Reads anonymous peer sets that `deversoir peers` wrote, as one; none: `undefined`. Throws `input-unreadable`, and `data-invalid` for what is in one. */
export async function readPeers(files: readonly string[]): Promise<PeerSet | undefined> {
  if (files.length === 0) return undefined;
  const { joinedPeerSet, parsePeerSet } = await import('../metrics/index.js');
  return joinedPeerSet(
    files.map((file) => {
      try {
        return parsePeerSet(readFileSync(file, 'utf8'), file);
      } catch (cause) {
        if (cause instanceof DeversoirError) throw cause;
        throw new DeversoirError('input-unreadable', "can't be read", {
          hint: 'give a file that "deversoir peers --out" wrote',
          place: { file },
          cause,
        });
      }
    }),
  );
}
