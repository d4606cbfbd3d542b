import { readFileSync } from 'node:fs';
import type { PeerSet } from '../metrics/index.js';
import { DeversoirError } from '../util/errors.js';

/** Reads an anonymous peer set that `deversoir peers` wrote. Throws `input-unreadable`, and `data-invalid` for what is in it. */
export async function readPeers(file: string): Promise<PeerSet> {
  const { parsePeerSet } = await import('../metrics/index.js');
  let json: string;
  try {
    json = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new DeversoirError('input-unreadable', `${file} can't be read`, {
      hint: 'give a file that "deversoir peers --out" wrote',
      place: { file },
      cause,
    });
  }
  return parsePeerSet(json, file);
}
