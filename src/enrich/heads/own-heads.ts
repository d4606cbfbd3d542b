import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { DeversoirError } from '../../util/errors.js';
import { decodeHead, encodeHead, type LinearHead } from './head.js';
import { loadHeads } from './model-files.js';

/** What a corpus keeps of a head it was read with: enough to know it again, no path. */
export interface HeadFact {
  readonly name: string;
  readonly sha256: string;
}

/** The fact of a head: its name and the SHA-256 of its bytes. */
export const headFact = (head: LinearHead): HeadFact => ({
  name: head.name,
  sha256: createHash('sha256').update(encodeHead(head)).digest('hex'),
});

/** A head that takes the place of the shipped one of its name tells the same labels in the same order. */
function checkHead(head: LinearHead, shipped: ReadonlyMap<string, LinearHead>, file: string): LinearHead {
  const replaced = shipped.get(head.name);
  if (replaced === undefined)
    throw new DeversoirError('model-invalid', `a head named "${head.name}" takes no place`, {
      hint: `expected the name of a shipped head: ${[...shipped.keys()].join(', ')} (deversoir train --name NAME); subjects of your own are told by a taxonomy`,
      place: { file },
    });
  if (head.choice !== replaced.choice || head.labels.join('\n') !== replaced.labels.join('\n'))
    throw new DeversoirError('model-invalid', `the head "${head.name}" tells ${head.labels.join(', ')}`, {
      hint: `expected ${replaced.labels.join(', ')}, in that order`,
      place: { file },
    });
  return head;
}

/**
 * Heads of the user, such as `deversoir train` and `deversoir adapt` write: paths of files, or heads at hand. Each takes the place of the
 * shipped head of its name; of two with one name, the later.
 *
 * Throws `input-not-found` for a path that can't be read, `model-invalid` for a file that is no head, and for a head whose name or labels no
 * shipped head has.
 *
 * @example
 * ownHeads([]).length
 * // → 0
 */
export function ownHeads(given: readonly (string | LinearHead)[]): readonly LinearHead[] {
  if (given.length === 0) return [];
  const shipped = loadHeads();
  const heads = new Map<string, LinearHead>();
  for (const one of given) {
    const file = typeof one === 'string' ? one : `head "${one.name}"`;
    const head = checkHead(typeof one === 'string' ? readHead(one) : one, shipped, file);
    heads.set(head.name, head);
  }
  return [...heads.values()];
}

function readHead(file: string): LinearHead {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (cause) {
    throw new DeversoirError('input-not-found', `the head ${file} can't be read`, {
      hint: 'give a file that `deversoir train` or `deversoir adapt` wrote',
      cause,
    });
  }
  return decodeHead(bytes, file);
}
