/** What is said of a table in which no column is read as the date. */
import type { TablePeek } from '../bytes/export-file.js';
import type { Parsed } from '../source.js';
import { RULES } from './guess-rules.js';
import { mailboxOf } from './mailbox-columns.js';
import { foldName } from './text-names.js';

/** "3 days ago", « il y a un an »: an age, which dates nothing without the day it was told on. */
const AGE =
  /^(?:edited |modifi[ée] )?(?:il y a|hace|há|vor|för|před) |(?<!\p{L})(?:ago|geleden|sedan|siden|fa|lalu|atrás|önce|temu|назад)$|^(?:today|yesterday|aujourd[’']hui|hier|heute|gestern|hoy|ayer|oggi|ieri|in the last week)$/iu;

const NO_DATE = 'no column holds dates: rows are kept without time, and count in no period';
/** Outlook exports mails without the day that they were sent. */
const NO_MAIL_DATE = `${NO_DATE} (CSV of Outlook has none: save its mails as .eml, or export them as .mbox)`;

/** The doubt on the first column named like a date, with something in it, where none was taken as the date; else that there is none. */
export function undatedDoubt(table: TablePeek): Parsed {
  const names = RULES.find(([field]) => field === 'date')?.[1];
  const filled = (index: number): string[] =>
    table.rows.map((cells) => (cells[index] ?? '').trim()).filter((cell) => cell !== '');
  const at = table.names.findIndex(
    (name, index) => names?.test(foldName(name)) === true && filled(index).length > 0,
  );
  const column = table.header[at];
  if (column === undefined)
    return { doubt: { reason: 'guessed-mapping', hint: mailboxOf(table) ? NO_MAIL_DATE : NO_DATE } };
  const cells = filled(at),
    ages = cells.filter((cell) => AGE.test(cell)).length;
  const hint =
    ages >= cells.length / 2
      ? 'ages, such as "3 days ago", are no dates: rows are kept without time; export the dates, or add a column with them'
      : `named like a date, but most of its values can't be read as one: rows are kept without time; read those that can be with map date=${column}`;
  return { doubt: { column, reason: 'guessed-mapping', hint } };
}
