import { readFileSync } from 'node:fs';
import { DeversoirError } from '../../util/errors.js';
import { placeAmong } from '../../util/lower-bound.js';
import { remembered } from '../words/remembered.js';
import { hashWord } from '../words/token-hashes.js';

const FILE = new URL('../models/names.table', import.meta.url);
const MAGIC = 'deversoir-names 1';

/** What registers count of a word; 0 everywhere where they don't hold it. */
export interface NameCounts {
  /** Bearers of the first name: 1 from 10, 2 from 50, 3 from 500, 4 from 5,000. */
  readonly given: number;
  /** Surname: 1 rare, 2 known, 3 common. */
  readonly surname: number;
  /** How often texts write it small: 0 never seen, 1 hardly ever, 2 at times, 3 half the time, 4 mostly. */
  readonly small: number;
  /** Town of this name: 1 small, 2 from 5,000 inhabitants in France (20,000 abroad), 3 a city. */
  readonly town: number;
}

const NONE: NameCounts = { given: 0, surname: 0, small: 0, town: 0 };

/** The table of names: hashes of folded words, ascending, then what is known of each, two bytes a word. */
export class NameTable {
  private readonly hashes: Int32Array;
  private readonly bits: Uint16Array;

  /** Reads what `datasets/names/make-table.mjs` wrote. Errors: `model-invalid` when the bytes are something else, or cut. */
  constructor(bytes: Uint8Array, file = 'names.table') {
    const end = bytes.indexOf(10);
    const head = new TextDecoder().decode(bytes.subarray(0, Math.max(0, end)));
    const words = Number(/^deversoir-names 1 \{"words":(\d+)/.exec(head)?.[1]);
    const body = new Uint8Array(bytes.subarray(end + 1));
    if (!head.startsWith(MAGIC) || body.length !== words * 6)
      throw new DeversoirError('model-invalid', 'no table of names', {
        hint: 'expected what datasets/names/make-table.mjs writes',
        place: { file },
      });
    const view = new DataView(body.buffer);
    this.hashes = Int32Array.from({ length: words }, (_, i) => view.getInt32(4 * i, true));
    this.bits = Uint16Array.from({ length: words }, (_, i) => view.getUint16(4 * words + 2 * i, true));
  }

  /** What registers count of a word or of a town of several words, whatever its case and accents. */
  readonly countsOf = remembered((word) => this.find(word));

  private find(word: string): NameCounts {
    const place = placeAmong(this.hashes, hashWord(word));
    if (place < 0) return NONE;
    const bits = this.bits[place] as number;
    return { given: bits & 7, surname: (bits >> 3) & 3, small: (bits >> 5) & 7, town: (bits >> 8) & 3 };
  }
}

let shipped: NameTable | undefined;

/**
 * The table of names shipped with the package, read once.
 *
 * @example
 * [loadNameTable().countsOf('Tamsin').given, loadNameTable().countsOf('Vandenbroucke').surname, loadNameTable().countsOf('Vitry').town]
 * // → [3, 2, 1]
 */
export const loadNameTable = (): NameTable => (shipped ??= new NameTable(readFileSync(FILE)));
