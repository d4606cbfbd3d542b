import { drawSubject, fill, problemOf, typedBy } from './compose.js';
import { createDraw } from './draw.js';
import { CUSTOMER_RHYTHM, rhythmAt } from './rhythm.js';
import { drawPerson } from './people.js';
import { DEFAULT_PLAN, type Sector } from './plan.js';
import { sectorTexts } from './texts/index.js';
import { DETAILS, ME_TOO, NOISE, PUBLIC_TAILS } from './texts/common.js';
import { writeTable } from './exports/csv.js';

export interface CommentOptions {
  /** Number of comments. */
  readonly comments: number;
  readonly seed: number;
  readonly sector?: Sector;
  /** Share of rows that repeat an earlier row whole, id and all, as overlapping exports do. Default 0.01. */
  readonly duplicates?: number;
}

const HEADER = ['id', 'date', 'auteur', 'commentaire', 'likes', 'page'];
const POOL = 20_000, BATCH = 2_000;

/** A pool of typed texts; large files draw from it and add a tail, a number or a city, so that few repeat. */
function textPool(seed: number, sector: Sector): string[] {
  const draw = createDraw(seed).fork('pool'), texts = sectorTexts(sector);
  const drivers = Object.keys(texts.drivers) as (keyof typeof texts.drivers)[];
  return Array.from({ length: POOL }, (_, i) => {
    const person = drawPerson(draw, i), driver = draw.pick(drivers), driverTexts = texts.drivers[driver];
    if (driverTexts === undefined) throw new RangeError(`no texts for driver ${driver}`);
    const subject = drawSubject(draw, texts, driver);
    const kind = draw.uniform();
    const said = kind < 0.5 ? problemOf(draw, texts, driverTexts, person, subject) : kind < 0.72 ? draw.pick(driverTexts.praise) : kind < 0.84 ? draw.pick(driverTexts.question) : kind < 0.9 ? draw.pick(ME_TOO).replace(/^\(.\) /, '') : kind < 0.97 ? draw.pick(NOISE.offTopic) : draw.pick(NOISE.spam);
    return typedBy(draw, fill(draw, texts, said, person, subject, DEFAULT_PLAN.startsAt + draw.below(180) * 86_400_000), person);
  });
}

/**
 * Writes many public comments as CSV text, in pieces, for measuring speed and memory: about 100 characters each, the texts
 * drawn from hand-written sentences. Same options, same bytes. Memory does not grow with the number of comments.
 *
 * @example
 * [...simulateComments({ comments: 3, seed: 1 })].join('').split('\r\n').length
 * // → 5
 */
export function* simulateComments({ comments, seed, sector = 'agri-food', duplicates = 0.01 }: CommentOptions): Generator<string> {
  const draw = createDraw(seed).fork('comments'), pool = textPool(seed, sector), brand = sectorTexts(sector).brand;
  const step = (181 * 86_400_000) / Math.max(comments, 1);
  yield writeTable([HEADER]);
  let previous: (string | number)[] | undefined, at = DEFAULT_PLAN.startsAt;
  let rows: (string | number)[][] = [];
  for (let i = 0; i < comments; i++) {
    if (previous !== undefined && draw.chance(duplicates)) rows.push(previous);
    else {
      at += draw.exponential(rhythmAt(CUSTOMER_RHYTHM, at) / step);
      const tail = draw.pick(PUBLIC_TAILS), more = draw.chance(0.5) ? ` ${draw.pick(DETAILS).replace(/\{\w+\}/g, String(draw.between(2, 28)))}` : '';
      const row = [`c${String(i + 1).padStart(9, '0')}`, new Date(at).toISOString(), `client_${draw.below(comments * 0.6 + 10)}`, `${draw.pick(pool)}${more}${tail === '' ? '' : ` ${tail.replace('{E}', 'e')}`}`, Math.floor(draw.exponential(0.4)), brand];
      rows.push(row);
      previous = row;
    }
    if (rows.length === BATCH) { yield writeTable(rows); rows = []; }
  }
  if (rows.length > 0) yield writeTable(rows);
}
