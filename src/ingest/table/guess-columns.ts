/** Guesses which column of an unknown table feeds which field, by name and by content. */
import type { TablePeek } from '../bytes/export-file.js';
import { accountColumns } from './account-columns.js';
import { closingColumn } from './closing-column.js';
import { bestByName, placeColumn } from './best-column.js';
import type { Field, Guess } from './column-map.js';
import { type Facts, factsOf } from './column-facts.js';
import { itemTitles } from './item-titles.js';
import { RULES } from './guess-rules.js';
import { isOfVotes } from './named-network.js';
import { totalOrNote } from './no-message.js';
import { beforeOrders, ownDate } from './own-date.js';
import { JOURNALIST, isPressList } from './press-review.js';
import { replyColumns } from './reply-columns.js';
import { messageDate } from './ticket-rows.js';
import { conversationColumns } from './speaker-columns.js';
import { surveyColumns } from './survey-columns.js';
import { columnsOf, turnColumns } from './turn-columns.js';
import { OF_A_FILE, OF_PERSON, OPEN_QUESTIONS, foldedNames } from './text-names.js';

/** Long words that are names of things. */
const NO_TEXT =
  /\b(?:campaign|campagne|kampagne|campana|ad ?set|ad ?group|ad name|annonce|audience|product|produit|produkt|sku|address|adresse|item|article name|libelle|designation|keywords?|hashtags?|tags|bio|biography|user agent|device|categor(?:y|ie|ia)|kategorie|entit(?:y|e)|entidade|solu(?:tion|cao)|solucion|resolution)\b/;

/** Characters of the mean cell of a column of texts, whatever its name. */
const LONG_TEXT = 25;

/** The column with the longest free text, when one is clearly text. */
function longestText(
  facts: readonly Facts[],
  taken: ReadonlySet<number>,
  named: boolean,
): number | undefined {
  let best: number | undefined,
    length = LONG_TEXT;
  facts.forEach((one, at) => {
    const free =
      !taken.has(at) &&
      !NO_TEXT.test(one.name) &&
      one.words >= 0.6 &&
      one.urls < 0.3 &&
      one.dates < 0.3 &&
      // of an agency's piece many papers print the same words; an item for sale is shorter
      (one.distinct >= 0.3 || (one.meanLength >= 80 && /^articles?$/.test(one.name))) &&
      one.filled >= 0.2;
    // without names, what few rows have is an answer
    const mean = one.meanLength * (named ? 1 : one.filled);
    if (free && mean > length) {
      best = at;
      length = mean;
    }
  });
  return best;
}

/** So many times as much must stand under a question for it to be the text in place of another column. */
const MUCH_MORE = 2;

/** Of the open questions of a survey the one that is answered at most length, where `text` is no name of a text or hardly filled. */
function longestAnswer(
  table: TablePeek,
  facts: readonly Facts[],
  taken: ReadonlySet<number>,
  text: number | undefined,
): number | undefined {
  const length = (at: number): number => (facts[at]?.filled ?? 0) * (facts[at]?.meanLength ?? 0);
  const asked = facts.flatMap((one, at) =>
    !taken.has(at) &&
    (table.names[at] ?? '').endsWith('?') &&
    (OPEN_QUESTIONS.test(one.name) || !OF_PERSON.test(one.name)) &&
    one.words >= 0.6 &&
    one.urls < 0.3 &&
    one.dates < 0.3 &&
    one.distinct >= 0.3
      ? [at]
      : [],
  );
  const [longest] = asked.sort((a, b) => length(b) - length(a));
  if (longest === undefined || (facts[longest]?.meanLength ?? 0) <= LONG_TEXT) return undefined;
  return text === undefined || length(longest) > MUCH_MORE * length(text) ? longest : undefined;
}

/** Tickets of which only the subject is exported: numbers, states and subjects. */
function isTicketList(guess: Guess, facts: readonly Facts[]): boolean {
  const title = guess.title === undefined ? undefined : facts[guess.title];
  return (
    title !== undefined &&
    title.words >= 0.6 &&
    title.meanLength >= 10 &&
    (guess.threadId !== undefined || guess.id !== undefined) &&
    guess.status !== undefined &&
    guess.views === undefined
  );
}

/** Columns that only content tells: addresses, dates and unique ids under any name. */
function byContent(guess: Partial<Record<Field, number>>, facts: readonly Facts[], taken: Set<number>): void {
  const take = (field: Field, fits: (one: Facts) => boolean): void => {
    if (guess[field] !== undefined) return;
    const at = facts.findIndex((one, index) => !taken.has(index) && one.filled > 0 && fits(one));
    if (at >= 0) {
      guess[field] = at;
      taken.add(at);
    }
  };
  take('url', (one) => one.urls >= 0.8 && one.distinct >= 0.5 && !OF_A_FILE.test(one.name));
  if (guess.year === undefined)
    take('date', (one) => one.dates >= 0.9 && one.meanLength >= 8 && one.numbers < 0.5);
}

/** Whether a row says what its columns hold: no total, no note in the first cell alone, not the header again. */
function tellsOfColumns(cells: readonly string[], header: readonly string[], width: number): boolean {
  const isNote = width >= 3 && cells[0]?.trim() !== '' && cells.slice(1).every((cell) => cell.trim() === '');
  const isHeader = cells.length > 1 && cells.every((cell, at) => cell.trim() === (header[at] ?? '').trim());
  return !isNote && !isHeader && totalOrNote(cells, width) === undefined;
}

/**
 * Guesses the columns of a table from its header and first rows; `undefined` when no column is free text (then it holds no
 * messages, or nobody can tell which column is the text).
 */
export function guessColumns(table: TablePeek): Guess | undefined {
  if (table.guess) return table.guess;
  const width = Math.min(
    500,
    Math.max(table.names.length, ...table.rows.slice(0, 50).map((cells) => cells.length), 0),
  );
  if (width === 0 || table.rows.length === 0) return undefined;
  const own = table.rows.filter((cells) => tellsOfColumns(cells, table.header, width));
  const rows = own.length > 0 ? own : table.rows;
  const folded = foldedNames(table);
  const later = new Set(columnsOf(turnColumns(table)));
  const facts = Array.from({ length: width }, (_, at) =>
    later.has(at)
      ? factsOf('', [])
      : factsOf(
          folded[at] ?? '',
          rows.map((cells) => cells[at] ?? ''),
        ),
  );
  const guess: Partial<Record<Field, number>> = {
    ...surveyColumns(facts),
    ...replyColumns(facts),
    ...itemTitles(table, facts),
  };
  Object.assign(guess, closingColumn(facts, new Set(Object.values(guess))));
  const taken = new Set(Object.values(guess));
  for (const [field, names, fits] of RULES) {
    const at = guess[field] === undefined ? bestByName(field, facts, taken, names, fits) : undefined;
    if (at !== undefined) {
      guess[field] = at;
      taken.add(at);
    }
  }
  Object.assign(guess, placeColumn(facts, guess, taken));
  // beside a product, it is where the customer lives
  if (guess.store !== undefined && guess.product !== undefined && facts[guess.store]?.name === 'location') {
    taken.delete(guess.store);
    delete guess.store;
  }
  const ofMany = (at: number | undefined): boolean =>
    at !== undefined && new Set(rows.map((cells) => cells[at] ?? '')).size > 1;
  // the account of the shop, beside many customers
  if (!ofMany(guess.authorId) && (ofMany(guess.authorName) || ofMany(guess.authorContact)))
    delete guess.authorId;
  Object.assign(guess, accountColumns(table, guess, taken));
  conversationColumns(table, guess, taken);
  const signed = facts.findIndex((one, at) => !taken.has(at) && JOURNALIST.test(one.name));
  if (guess.authorName === undefined && signed >= 0) {
    guess.authorName = signed;
    taken.add(signed);
  }
  const words =
    longestAnswer(table, facts, taken, guess.text) ??
    guess.text ??
    longestText(facts, taken, table.headerRow > 0);
  if (words !== undefined) {
    if (guess.text !== undefined) taken.delete(guess.text);
    guess.text = words;
    taken.add(words);
  }
  if (guess.text === undefined && !isPressList(guess, facts) && !isTicketList(guess, facts)) return undefined;
  // votes on Reddit
  if (guess.rating !== undefined && facts[guess.rating]?.name === 'score' && isOfVotes(folded)) {
    guess.likes ??= guess.rating;
    delete guess.rating;
  }
  if (guess.day === undefined || guess.month === undefined || guess.year === undefined) {
    delete guess.day;
    delete guess.month;
    delete guess.year;
  }
  byContent(guess, facts, taken);
  if (guess.date !== undefined) {
    const dates = beforeOrders(facts, [guess.date, ...otherDates(facts, taken)]);
    guess.date =
      guess.threadId === undefined
        ? ownDate(facts, dates)
        : (messageDate(table, guess.threadId, dates) ?? dates[0] ?? guess.date);
  }
  return guess;
}

/** Columns named and filled like dates that no field has taken. */
function otherDates(facts: readonly Facts[], taken: ReadonlySet<number>): number[] {
  const [, names, fits] = RULES.find(([field]) => field === 'date') ?? [];
  return facts.flatMap((one, at) =>
    !taken.has(at) && one.filled > 0 && names?.test(one.name) === true && fits?.(one) === true ? [at] : [],
  );
}
