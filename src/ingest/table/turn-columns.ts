/** Registers kept by hand: what either side wrote next stands in further columns of the row, « Réponse 1 », « Relance », « Réponse 2 ». */
import type { Direction } from '../../model/index.js';
import type { TablePeek } from '../bytes/export-file.js';
import { factsOf, isDate } from './column-facts.js';
import { foldedNames } from './text-names.js';

/** A column of what one side wrote next, and that of its date. */
export interface Turn {
  readonly at: number;
  readonly direction: Direction;
  readonly date?: number;
}

const NTH = String.raw`(?:(?:premiere?|deuxieme|seconde?|troisieme|nouvelle|first|second|third|\d ?(?:ere?|r?e|eme|nde?|st|nd|rd|th)?) )?`,
  NUMBER = String.raw`(?: (?:n )?\d)?`;
const OF_BRAND = new RegExp(`^${NTH}(?:notre )?(?:reponse|reply|answer|response)${NUMBER}$`),
  OF_CUSTOMER = new RegExp(
    `^${NTH}(?:relance|reminder|follow up)(?: (?:du |de la )?(?:cliente?|consommat(?:eur|rice)|customer))?${NUMBER}$|^(?:deuxieme|second|troisieme|third|[2-9] ?(?:nd|rd|th|e|eme)?) message(?: (?:du )?client)?$|^message(?: (?:du )?client)? [2-9]$`,
  );
/** Dates that say of which column only by where they stand. */
const BARE_DATE = /^(?:le|du|date|en date du)(?: \d)?$/;
const WORDS = 0.4;

/** In the order of the columns; none where only one side has any, as answers to a survey do. */
export function turnColumns(table: TablePeek): readonly Turn[] {
  const names = foldedNames(table);
  if (names.some((name) => /\bquestion\b/.test(name))) return [];
  const facts = (at: number): ReturnType<typeof factsOf> =>
    factsOf(
      names[at] ?? '',
      table.rows.map((cells) => cells[at] ?? ''),
    );
  const turns = names.flatMap((name, at) => {
    const direction: Direction | undefined = OF_BRAND.test(name)
      ? 'outbound'
      : OF_CUSTOMER.test(name)
        ? 'inbound'
        : undefined;
    return direction && facts(at).words >= WORDS ? [{ at, direction }] : [];
  });
  if (new Set(turns.map(({ direction }) => direction)).size < 2) return [];
  const isBare = (at: number): boolean => BARE_DATE.test(names[at] ?? '') && isDate(facts(at));
  const beside = isBare((turns.at(-1)?.at ?? 0) + 1) ? 1 : -1;
  return turns.map((turn) => {
    const own = names.findIndex(
      (name, at) =>
        name !== names[turn.at] &&
        /\b(?:date|le|on|at)\b/.test(name) &&
        ` ${name} `.includes(` ${names[turn.at] ?? ''} `) &&
        isDate(facts(at)),
    );
    const date = own >= 0 ? own : isBare(turn.at + beside) ? turn.at + beside : undefined;
    return date === undefined ? turn : { ...turn, date };
  });
}

/** The columns of turns and of their dates. */
export const columnsOf = (turns: readonly Turn[]): readonly number[] =>
  turns.flatMap(({ at, date }) => (date === undefined ? [at] : [at, date]));
