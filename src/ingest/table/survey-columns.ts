/** What tools of surveys write beside the answers: groups of a net promoter score, when an answer began and ended. */
import type { TablePeek } from '../bytes/export-file.js';
import type { Field } from './column-map.js';
import { type Facts, isDate } from './column-facts.js';
import { ratingTop } from './rating-scale.js';
import { foldName } from './text-names.js';

const BEGAN =
  /^(?:survey (?:created|sent) at|start(?:ed)? ?(?:date|time|at)?(?: utc)?|(?:date|heure) de debut|commence le)$/;
const ENDED =
  /^(?:(?:recorded ?date|end ?date|submit ?date|submitted at|completed ?(?:at|time|date)|completion time|survey responded at)(?: utc)?|date d enregistrement|(?:date|heure) de fin)$/;
/** Beside a score of recommendation, when a survey was sent and answered. */
const SENT = /^date d envoi\b|^sent(?: (?:at|date|on))?$/,
  ANSWERED = /^date (?:de )?(?:la )?reponse$|^(?:responded|answered)(?: (?:at|date|on))?$/;
const NPS = /\bnps\b|\bnet promoter\b/;
/** Questions whose answer is a number: whether one would recommend. */
const RECOMMENDS =
  /\b(?:recommand(?:eriez|erez|iez|er|ation)|(?:would|likely|likelihood|probability|willing\w*)\b.{0,40}\brecommend)\b/;

/** A score from 0 to 10 whose group (promoter, passive, detractor) stands in a column of its name. */
const isScored = (names: readonly string[], at: number): boolean =>
  names.some((name) => name === `${names[at]} group` || name === `${names[at]} nps group`);

/** The score and the end of answers, where a survey tells them. */
export function surveyColumns(facts: readonly Facts[]): Readonly<Partial<Record<Field, number>>> {
  const names = facts.map(({ name }) => name);
  const isScale = ({ numbers, maximum }: Facts): boolean => numbers >= 0.8 && maximum > 1 && maximum <= 10;
  const scored = facts.findIndex((one, at) => isScale(one) && isScored(names, at)),
    rating = scored >= 0 ? scored : facts.findIndex((one) => isScale(one) && RECOMMENDS.test(one.name));
  const scores =
    names.some((name) => NPS.test(name)) || facts.some((one) => one.name === 'score' && isScale(one));
  const began = facts.some((one) => (BEGAN.test(one.name) || (scores && SENT.test(one.name))) && isDate(one)),
    ended = facts.findIndex(
      (one) => (ENDED.test(one.name) || (scores && ANSWERED.test(one.name))) && isDate(one),
    );
  return { ...(rating >= 0 && { rating }), ...(began && ended >= 0 && { date: ended }) };
}

const HOW_ANSWERED = /^(?:status|response type|distribution channel)$/;
const TRIAL = /^(?:survey )?(?:preview|test)$/i;

/** Tells the rows of which Qualtrics says that who makes the survey tried it out. */
export function trialsOf({ names }: TablePeek): (cells: readonly string[]) => boolean {
  const columns = names.flatMap((name, at) => (HOW_ANSWERED.test(name) ? [at] : []));
  return (cells) => columns.some((at) => TRIAL.test((cells[at] ?? '').trim()));
}

/** Whether a column holds net promoter scores, which go from 0 to 10 whatever was given. */
function isPromoterScore(table: TablePeek, column: number): boolean {
  const names = table.names.map(foldName);
  return NPS.test(names[column] ?? '') || isScored(names, column);
}

/** A scale that a question names: « Sur une échelle de 0 à 10 », "(1-5)". */
const NAMED_SCALE = /\b[01] (?:a|to|et|and|bis)? ?(5|10|20|100)\b|\b(?:sur|out of) (5|10|20|100)\b/;

/** Top of the scale of a column of ratings: of net promoter scores, as its name says, or as far as its ratings go. */
export function topOfScale(table: TablePeek, column: number): number | undefined {
  if (isPromoterScore(table, column)) return 10;
  const name = foldName(table.names[column] ?? ''),
    [, range, of] = NAMED_SCALE.exec(name) ?? [],
    seen = ratingTop(table, column),
    named = range ?? of;
  if (named !== undefined && (seen ?? 0) <= Number(named)) return Number(named);
  const recommends = RECOMMENDS.test(name) && table.rows.some((cells) => cells[column]?.trim() === '0');
  return recommends && (seen ?? 0) <= 10 ? 10 : seen;
}
