/** What tools of surveys write beside the answers: groups of a net promoter score, when an answer began and ended. */
import type { TablePeek } from '../bytes/export-file.js';
import type { Field } from './column-map.js';
import { type Facts, isDate } from './guess-rules.js';
import { foldName } from './text-names.js';

const BEGAN = /^(?:start(?:ed)? ?(?:date|time|at)?|date de debut|commence le)$/;
const ENDED =
  /^(?:recorded ?date|end ?date|submit ?date|submitted at|completed ?(?:at|time|date)|completion time|date d enregistrement|date de fin|heure de fin)$/;
const NPS = /\bnps\b|\bnet promoter\b/;

/** A score from 0 to 10 whose group (promoter, passive, detractor) stands in a column of its name. */
const isScored = (names: readonly string[], at: number): boolean =>
  names.some((name) => name === `${names[at]} group` || name === `${names[at]} nps group`);

/** The score and the end of answers, where a survey tells them. */
export function surveyColumns(facts: readonly Facts[]): Readonly<Partial<Record<Field, number>>> {
  const names = facts.map(({ name }) => name);
  const rating = facts.findIndex((one, at) => one.numbers >= 0.8 && one.maximum <= 10 && isScored(names, at));
  const began = facts.some((one) => BEGAN.test(one.name) && isDate(one)),
    ended = facts.findIndex((one) => ENDED.test(one.name) && isDate(one));
  return { ...(rating >= 0 && { rating }), ...(began && ended >= 0 && { date: ended }) };
}

/** Whether a column holds net promoter scores, which go from 0 to 10 whatever was given. */
export function isPromoterScore(table: TablePeek, column: number): boolean {
  const names = table.names.map(foldName);
  return NPS.test(names[column] ?? '') || isScored(names, column);
}
