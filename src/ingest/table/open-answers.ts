/** Surveys ask several questions: what a person answers to them in words is one message. */
import type { TablePeek } from '../bytes/export-file.js';
import type { Guess } from './column-map.js';
import { factsOf } from './column-facts.js';
import { OF_PERSON, OPEN_QUESTIONS, foldedNames } from './text-names.js';

/** Columns that tools of surveys write beside the answers. */
const MARKS =
  /^(?:(?:respondent|survey|survey response) id|id (?:du )?repondant|duration in seconds)$|\b(?:nps|net promoter|likelihood to recommend|probabilite de recommand\w+)\b/;
/** Columns of desks: what they ask after a ticket stays beside the ticket. */
const OF_DESKS =
  /\btickets?\b|\b(?:conseillers?|(?<!user )agents?|assignee|assigne|gestionnaires?|priorite|priority|sla|transcript)\b/;
/** What questions without their mark are called. */
const ANSWERS =
  /\b(?:commentaires?|comments?|verbatims?|suggestions?|remarques?|feedback|raisons?|reasons?|improvements?|ameliorations?|points? (?:forts?|faibles?|positifs?|negatifs?|a ameliorer|d amelioration)|precis(?:ez|ions?)|(?:most|least|dis)liked?)\b/;
/** What the firm writes of an answer. */
const OF_THE_FIRM =
  /\b(?:internes?|internal|alerts?|alertes?|actions?|traitement|suivi|manager|reponses?|reply|repl(?:y|ies)|response|status|statut|themes?|topics?|tags?|categor\w*|sentiment|tonalite|resume|summary|translat\w*|traduction)\b/;
/** How questions begin whose answers are few. */
const CLOSED =
  /^(?:q ?\d{1,3} )?(?:(?:dans|a|de|en|pour|avec|par|which|what) )?(?:quel(?:le)?s?|qui|ou|quand|combien|where|when|who|which|how (?:many|often|old|much))\b/;
/** Words from which a mark makes a column a question: « Remboursé ? » stands in registers. */
const ASKS = 3;
const WORDS = 0.4,
  LONG = 25,
  SHORT = 10;
/** Parts of lists of choices, from which they are told; of texts nearly all differ. */
const PARTS = 8,
  SAME = 0.5;

/** What somebody ticked: « Boucherie, Fromage », where the same comes again and again. */
function areChoices(cells: readonly string[]): boolean {
  const parts = cells.flatMap((cell) => cell.split(/\s*[,;|\n]\s*/)).filter((part) => part !== '');
  return parts.length >= PARTS && new Set(parts).size <= parts.length * SAME;
}

/**
 * Whether a table tells answers to a survey: questions, scores of recommendation or what its tools write beside them, and neither tickets nor who
 * handles them.
 */
export function isSurvey(table: TablePeek, guess: Guess): boolean {
  const names = foldedNames(table);
  if (guess.replyText !== undefined || guess.threadId !== undefined) return false;
  if (names.some((name) => OF_DESKS.test(name))) return false;
  return names.some(
    (name, at) =>
      MARKS.test(name) ||
      OPEN_QUESTIONS.test(name) ||
      ((table.names[at] ?? '').endsWith('?') && name.split(' ').length >= ASKS),
  );
}

/** Further columns of a survey in which its respondents wrote, beside the one that is the text. */
export function openAnswers(table: TablePeek, guess: Guess): readonly number[] {
  if (guess.text === undefined || !isSurvey(table, guess)) return [];
  const taken = new Set(Object.values(guess));
  return foldedNames(table).flatMap((name, at) => {
    if (taken.has(at)) return [];
    const question = (table.names[at] ?? '').endsWith('?');
    const open = OPEN_QUESTIONS.test(name);
    if (!open && OF_PERSON.test(name)) return [];
    if (!question && !open && (!ANSWERS.test(name) || OF_THE_FIRM.test(name))) return [];
    const cells = table.rows.map((row) => (row[at] ?? '').trim()).filter((cell) => cell !== '');
    const facts = factsOf(name, cells);
    const long = facts.meanLength > (!open && CLOSED.test(name) ? LONG : SHORT);
    const written =
      long && facts.words >= WORDS && facts.urls < 0.3 && facts.dates < 0.3 && facts.distinct >= 0.5;
    return written && !areChoices(cells) ? [at] : [];
  });
}
