/** The answer of the brand that stands in the row of what it answers: its words, its date, or both. */
import { createHash } from 'node:crypto';
import type { MessageRecord } from '../../model/index.js';
import type { TablePeek } from '../bytes/export-file.js';
import type { Draft, Field } from './column-map.js';
import { type Facts, isDate } from './column-facts.js';
import { isHalf } from './praise-blame.js';
import { DATE_NAMES, TEXT_NAMES, foldName } from './text-names.js';

const OWNER =
  '(?:proprietaire|gerante?|commercant|marchande?|enseigne|marque|entreprise|etablissement|societe|magasin|boutique|restaurant|hotel|professionnel|vendeur|responsable|direction|equipe|page|community manager|site|service (?:client|clients|clientele|consommateurs?)|sav|conseill(?:er|ere)|agent|owner|company|business|brand|merchant|seller|vendor|management|manager|developer|support|store|shop|team|inhaber|unternehmen|(?:chat)?bot|robot|assistant(?: virtuel)?)s?';
const REPLY = '(?:reponses?|reply|response|answer|antwort)';
const OF = '(?:de la |de l |du |des |de |d |apportee par |by |from )?(?:the )?';
/** Folded names of columns that say whose answer it is. */
const OWNERS_REPLY = new RegExp(
  `^(?:(?:texte|contenu|corps|text) (?:de la |of )?)?${REPLY} ${OF}(?:votre |notre )?${OWNER}\\b(?!.*\\b(?:date|heure|le|at|time)\\b)|^(?:commentaire|message) ${OF}(?:proprietaire|gerante?|enseigne)\\b|^${OWNER} ?s? (?:reply|response|answer)(?: (?:text|content|body))?$|^(?:reply|response) (?:text|content|body|comment|message)$|^(?:texte|contenu) de la reponse$|^(?:notre|droit de) reponse$|^reponses? (?:apportee?|donnee?|faite?|fournie?|envoyee?|transmise?)s?(?: (?:au|a la) (?:cliente?|consommat(?:eur|rice)|demandeur))?$`,
);
/** Beside reviews, what the shop comments on them: Yotpo’s. */
const SHOPS_COMMENT = /^comment (?:content|text|body)$/;
const SHOPS_COMMENT_DATE = /^comment (?:created at|creation date|date)$/;
const REVIEW_TEXT = /^review (?:content|text|body)$/;
/** An answer of anybody: in a survey the customer's. */
const BARE_REPLY = new RegExp(`^${REPLY}$`);
/** What a marketplace asks its seller for, beside who rates. */
const YOUR_REPLY = new RegExp(`^(?:votre|your) ${REPLY}$`),
  RATER = /\b(?:evaluat(?:eur|rice)|rater|reviewer)\b/;
/** What customers ask of a product, one question a row: a survey asks the same of all. */
const QUESTION = /^question$/,
  ASKED = /^(?:(?:date|id|auteur|author) (?:de la |of )?)?question(?: (?:date|id))?$/;
const SURVEY =
  /\b(?:question|enquete|survey|questionnaire|repondante?|respondent|formulaire de satisfaction)\b/;
const REPLY_DATE =
  /^(?:reply|response) ?date$|^(?:owner|management|merchant|company|business) ?(?:reply|response) .*\b(?:date|at)$|^(?:date|heure|date heure|date et heure|jour|time|horodatage)\b.*\b(?:reponse|reply|response|repondu|antwort)\b|\b(?:reply|response|reponse|replied|responded|answered|repondu)(?: (?:date|time|timestamp|at|on|le|created|published|date utc))+$|^(?:premiere|1ere?|first) (?:reponse|reply|response)(?: (?:le|at|date|time))?$/;

/** Whether nobody wrote the answers of a table with such columns, once a table. */
function ofABot(names: readonly string[]): boolean {
  const known =
    botsKnown.get(names) ?? names.some((name) => OF_A_BOT.test(name) && OWNERS_REPLY.test(foldName(name)));
  botsKnown.set(names, known);
  return known;
}
const OF_A_BOT = /\b(?:chat)?bot\b|\brobot\b|\bassistant virtuel\b/i;
const botsKnown = new WeakMap<readonly string[], boolean>();

/** Characters of the mean cell from which it is no title. */
const LONG = 25;
/** What exports write where nobody answered. */
const NO_REPLY =
  /^(?:no (?:reply|response|answer)(?: yet)?|not (?:replied|answered)|(?:pas de|sans|aucune) r[ée]ponse|non r[ée]pondu|keine antwort)[.!]?$/i;

/** What exports write where an answer stands elsewhere. */
const HAS_REPLY =
  /^(?:the )?(?:company|business|owner|merchant|seller) has (?:responded|replied)(?: to this review)?[.!]?$/i;

const firstWord = ({ name }: Facts): string => name.split(' ')[0] ?? '';

/** The columns of the brand's answers, where another column holds what customers say. */
export function replyColumns(facts: readonly Facts[]): Readonly<Partial<Record<Field, number>>> {
  const filled = facts.map((one, at) => ({ ...one, at })).filter((one) => one.filled > 0);
  // who wrote the answer under a review, in X-Cart
  const named = facts.some(({ name }) => name === 'response');
  const asked = filled.some(
    ({ name, words, distinct }) => QUESTION.test(name) && words >= 0.3 && distinct >= 0.8,
  );
  const survey = filled.some(
    ({ name }) => SURVEY.test(name) && !(named && name === 'respondent') && !(asked && ASKED.test(name)),
  );
  const rated = facts.some(({ name }) => RATER.test(name));
  const reviewed = facts.some(({ name }) => REVIEW_TEXT.test(name));
  const isReply = ({ name, words }: Facts): boolean =>
    words >= 0.3 &&
    (OWNERS_REPLY.test(name) ||
      (!survey && BARE_REPLY.test(name)) ||
      (rated && YOUR_REPLY.test(name)) ||
      (reviewed && SHOPS_COMMENT.test(name)));
  const date = filled.find(
    (one) => (REPLY_DATE.test(one.name) || (reviewed && SHOPS_COMMENT_DATE.test(one.name))) && isDate(one),
  );
  const dated =
    !survey &&
    filled.some(
      (one) => one.at !== date?.at && isDate(one) && (one.numbers < 0.5 || DATE_NAMES.test(one.name)),
    );
  // beside a date of its own, an answer may answer words under any name
  const isAnswered = ({ name, words, meanLength }: Facts): boolean =>
    TEXT_NAMES.test(name) ||
    isHalf(name) ||
    (dated && date !== undefined && words >= 0.6 && meanLength > LONG);
  const text = filled.find(
    (one) =>
      isReply(one) && filled.some((other) => other.at !== one.at && isAnswered(other) && !isReply(other)),
  );
  // in a survey a response is the customer's
  const ofCustomer =
    text === undefined && facts.some(({ name }) => name === 'response id' || /\bnps\b/.test(name));
  // in JSON both stand in one object: « reply.comment », « reply.createdAt »
  const beside = text && date && OWNERS_REPLY.test(text.name) && firstWord(text) === firstWord(date);
  return {
    ...(text && { replyText: text.at }),
    ...((dated || beside) && date && !ofCustomer && { replyDate: date.at }),
  };
}

/** Makes the brand's what stands under a review in its item without anybody's name or rating. */
export function asOwners(draft: Draft, answers: string | undefined): void {
  const { rating, authorName, authorId, authorHandle } = draft;
  if (answers === undefined || (rating ?? authorName ?? authorId ?? authorHandle) !== undefined) return;
  Object.assign(draft, { direction: 'outbound', authorIsBrand: true, kind: 'comment' });
}

/** The answer as a record beside the message it answers; `undefined` where the row has none. */
export function replyOf(
  draft: Draft,
  text: string | undefined,
  sentAt: MessageRecord['sentAt'],
  table?: Pick<TablePeek, 'names'>,
): MessageRecord | undefined {
  if (draft.direction === 'outbound' || draft.direction === 'internal') return undefined;
  if (text === undefined && (sentAt?.epochMs ?? null) === null) return undefined;
  if (text !== undefined && NO_REPLY.test(text.trim())) return undefined;
  const words = HAS_REPLY.test(text?.trim() ?? '') ? undefined : text;
  // an answer needs something to answer to
  draft.id ??= `~${createHash('sha1')
    .update(
      [draft.threadId, draft.store, draft.authorName, draft.sentAt?.raw, draft.title, draft.text, draft.url]
        .map((part) => part ?? '')
        .join('\u0001'),
    )
    .digest('hex')
    .slice(0, 20)}`;
  return {
    row: draft.row,
    platform: draft.platform,
    channel: draft.channel ?? `${draft.platform}-${draft.kind}`,
    stage: draft.stage,
    kind: table && ofABot(table.names) ? 'system' : draft.stage === 'private' ? 'message' : 'comment',
    direction: 'outbound',
    authorIsBrand: true,
    text: words,
    sentAt,
    id: `${draft.id}-reply`,
    parentId: draft.id,
    threadId: draft.threadId ?? draft.id,
    store: draft.store,
    givenBrand: draft.givenBrand,
  };
}
