import type { DriverId } from '../model/index.js';
import { drawSubject, fill, fitting, problemOf, typedBy } from './compose.js';
import { createDraw } from './draw.js';
import { CUSTOMER_RHYTHM, rhythmAt } from './rhythm.js';
import { drawPerson } from './people.js';
import { DEFAULT_PLAN } from './plan.js';
import { sectorTexts } from './texts/index.js';
import { DETAILS, EMOJI, NOISE, PUBLIC_TAILS } from './texts/common.js';
import type { DriverTexts } from './texts/sector.js';
import { writeTable } from './exports/write-csv.js';
import type { Sector } from '../model/config.js';

export interface CommentOptions {
  /** Number of comments. */
  readonly comments: number;
  readonly seed: number;
  readonly sector?: Sector;
  /** Share of rows that repeat an earlier row whole, id and all, as overlapping exports do. Default 0.01. */
  readonly duplicates?: number;
}

/** Columns of the comments. */
export const COMMENT_COLUMNS = ['id', 'date', 'auteur', 'commentaire', 'likes', 'page'];
const POOL = 60_000,
  BATCH = 2_000;

/** A typed text, and what may follow it. */
interface PooledText {
  readonly text: string;
  readonly tails: readonly string[];
}

/** A pool of typed texts; large files draw from it and add a detail and a tail, so that few repeat. */
function textPool(seed: number, sector: Sector, count: number): PooledText[] {
  const draw = createDraw(seed).fork('pool'),
    texts = sectorTexts(sector);
  const drivers = Object.entries(texts.drivers) as [DriverId, DriverTexts][];
  const filled = (lines: readonly string[], size: number): string[] =>
    Array.from({ length: size }, (_, i) => {
      const person = drawPerson(draw, i);
      return typedBy(
        draw,
        fill(draw, texts, draw.pick(lines), person, drawSubject(draw, texts, 'price'), DEFAULT_PLAN.startsAt),
        person,
      );
    });
  const angry = [...filled(PUBLIC_TAILS, 60), ...filled(DETAILS, 240), ...EMOJI.negative, ''],
    glad = [
      ...GLAD,
      ...EMOJI.positive,
      ...filled(
        BOUGHT.flatMap((where) => GLAD.map((line) => `${where} ${line}`)),
        1200,
      ),
      '',
    ],
    calm = [
      ...CALM,
      ...filled(
        ASKED.flatMap((where) => CALM.map((line) => `${where} ${line}`)),
        1200,
      ),
      '',
    ];
  return Array.from({ length: count }, (_, i) => {
    const person = drawPerson(draw, i),
      [driver, driverTexts] = draw.pick(drivers);
    const subject = drawSubject(draw, texts, driver),
      one = (lines: readonly string[]): string => draw.pick(fitting(texts, lines, subject.product));
    const kind = draw.uniform();
    const [said, tails] =
      kind < 0.55
        ? ([problemOf(draw, texts, driverTexts, person, subject), angry] as const)
        : kind < 0.77
          ? ([one(driverTexts.praise), glad] as const)
          : kind < 0.89
            ? ([one(driverTexts.question), calm] as const)
            : kind < 0.97
              ? ([draw.pick(NOISE.offTopic), calm] as const)
              : ([draw.pick(NOISE.spam), calm] as const);
    return {
      text: typedBy(
        draw,
        fill(draw, texts, said, person, subject, DEFAULT_PLAN.startsAt + draw.below(180) * 86_400_000),
        person,
      ),
      tails,
    };
  });
}

const GLAD: readonly string[] = [
  'Merci !',
  'Je recommande.',
  'Continuez comme ça.',
  'On se régale.',
  'Adopté.',
  'Toute la famille valide.',
  'Ça fait plaisir.',
  'Rien à ajouter.',
  'Un vrai bonheur.',
  'Bravo aux équipes.',
  'J’en reprendrai.',
  'Je le dis quand c’est bien.',
];
const BOUGHT: readonly string[] = [
  'Acheté à {ville} {jour}.',
  'Trouvé à {ville}.',
  'Payé {prix} à {ville}.',
  'Vu à {ville} {jour}, vers {heure}.',
  'Goûté {jour}.',
  'Pris {n} fois ce mois-ci.',
];
const ASKED: readonly string[] = [
  'J’habite à {ville}.',
  'C’est pour {jour}.',
  'À {ville} personne ne sait.',
  'On est {n} à la maison.',
  'J’y vais {jour} vers {heure}.',
  'Je serai à {ville} le {date}.',
];
const CALM: readonly string[] = [
  'Merci d’avance.',
  'Merci !',
  'Quelqu’un sait ?',
  'C’est pour ma mère.',
  'Bonne journée.',
  '🙂',
  'Je ne trouve pas l’information.',
  'Par avance merci de votre réponse.',
  'Bon week-end.',
  'Voilà.',
];

/**
 * Writes many public comments as CSV text, in pieces, for measuring speed and memory: about 100 characters each, the texts
 * drawn from hand-written sentences. Same options, same bytes. Memory does not grow with the number of comments.
 *
 * @example
 * [...simulateComments({ comments: 3, seed: 1 })].join('').split('\r\n').length
 * // → 5
 */
export function* simulateComments({
  comments,
  seed,
  sector = 'agri-food',
  duplicates = 0.01,
}: CommentOptions): Generator<string> {
  const draw = createDraw(seed).fork('comments'),
    pool = textPool(seed, sector, Math.min(POOL, comments)),
    brand = sectorTexts(sector).brand;
  const step = (181 * 86_400_000) / Math.max(comments, 1);
  yield writeTable([COMMENT_COLUMNS]);
  let previous: (string | number)[] | undefined,
    at = DEFAULT_PLAN.startsAt;
  let rows: (string | number)[][] = [];
  for (let i = 0; i < comments; i++) {
    if (previous !== undefined && draw.chance(duplicates)) rows.push(previous);
    else {
      at += draw.exponential(rhythmAt(CUSTOMER_RHYTHM, at) / step);
      const { text, tails } = draw.pick(pool),
        tail = draw.pick(tails),
        second = draw.chance(0.35) ? draw.pick(tails) : '';
      const row = [
        `c${String(i + 1).padStart(9, '0')}`,
        new Date(at).toISOString(),
        `client_${draw.below(comments * 0.6 + 10)}`,
        [text, tail, second === tail ? '' : second].filter((part) => part !== '').join(' '),
        Math.floor(draw.exponential(0.4)),
        brand,
      ];
      rows.push(row);
      previous = row;
    }
    if (rows.length === BATCH) {
      yield writeTable(rows);
      rows = [];
    }
  }
  if (rows.length > 0) yield writeTable(rows);
}
