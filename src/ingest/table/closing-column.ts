/** The column that says when a ticket was solved, or else closed. */
import type { Field } from './column-map.js';
import { type Facts, isDate } from './column-facts.js';

const WHEN =
  '(?:date|datetime|date time|time|timestamp|heure|jour|horodatage|date heure|date et heure|at|on|le)';
const OF = '(?:de la |de l |du |de |d |of )?';
const ITS = '(?:(?:ticket|case|conversation|request|issue|last|demande|dossier|reclamation) )*';
const FRENCH_ITS = '(?: (?:du |de la |de l |de )?(?:ticket|demande|dossier|reclamation|requete))?';

/** « Résolu le », "Solved at", "Date/Time Closed", in any order of their words; a bare "Resolved" where its cells are dates. */
const named = (states: string, nouns: string): RegExp =>
  new RegExp(
    `^${ITS}${states}(?: ${WHEN})*(?: utc)?$|^${WHEN}(?: ${WHEN})? ${OF}(?:${states}|${nouns})${FRENCH_ITS}$|^${ITS}(?:${nouns}) ?(?:date|datetime|timestamp|at)$|^(?:${nouns})${FRENCH_ITS} (?:date|le)$`,
  );
/** Solved first: many desks close days later by themselves. */
const NAMES = [
  named('(?:solved|resolved|resolue?)', 'resolution|resolutiondate'),
  named('(?:closed?|cloturee?|close|clos|ferme|fermee)', 'cloture|fermeture|closing|closure'),
] as const;

/** The column of closings, where another column dates the rows. */
export function closingColumn(
  facts: readonly Facts[],
  taken: ReadonlySet<number>,
): Readonly<Partial<Record<Field, number>>> {
  const dated = facts.flatMap((one, at) => (!taken.has(at) && one.filled > 0 && isDate(one) ? [at] : []));
  const is = (at: number, names: RegExp): boolean => names.test(facts[at]?.name ?? '');
  if (dated.every((at) => NAMES.some((names) => is(at, names)))) return {};
  const closedAt = NAMES.flatMap((names) => dated.filter((at) => is(at, names)))[0];
  return closedAt === undefined ? {} : { closedAt };
}
