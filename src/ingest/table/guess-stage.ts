/** Whether a table that no format recognises holds public or private messages. */
import type { TablePeek } from '../bytes/export-file.js';
import type { Stage } from '../../model/index.js';
import { isPrivateChannel } from '../values/channels.js';
import { isPress, platformOf } from '../values/networks.js';
import type { Guess } from './column-map.js';
import { hasClippings, isPressReview, isSigned } from './press-review.js';
import { areReviews, hasPublicKinds, privateKinds } from './kind-column.js';
import { mailboxOf } from './mailbox-columns.js';
import { isForum, networkOfColumns } from './named-network.js';
import { isSurvey } from './open-answers.js';
import { speakersOf } from './speaker-columns.js';
import { foldName, foldedNames } from './text-names.js';

/** A marketplace tells its seller why an order came back: nobody else reads it. */
const ORDER = /\b(?:commande|order)\b/;
/** Columns of care tools, in French and English, that no public page has: two of them are a care tool. */
const CARE: readonly RegExp[] = [
  /\btickets?\b/,
  /\b(?:demandeurs?|requerants?|requesters?|appelants?|reclamants?|plaignants?)\b/,
  /\b(?:assignee|assigned|assigne|attribue|affecte|assignation|traite par|pris en charge par|conseillers?|agents?|gestionnaires?|operateurs?|charge de clientele)\b/,
  /\b(?:priorite|priority|urgence|urgency)\b/,
  /\b(?:sla|premiere reponse|first (?:response|reply)|temps de resolution|resolution (?:time|status)|(?:date|heure|temps) de (?:resolution|cloture)|resolved|resolu|cloture le|closed at|solved at)\b/,
  /\b(?:conversation|dossier|reclamation|demande|requete|case|interaction)(?: (?:id|number|numero|no|ref|reference))?$|^(?:id|numero|n|no|ref|reference) (?:de |du |de la |d )?(?:conversation|dossier|reclamation|demande|requete|ticket|interaction)$/,
  /\b(?:statut|status|etat)\b/,
  /\b(?:canal|channel)(?: (?:de contact|entrant|d entree))?$/,
  /\b(?:objet|sujet|subject)\b/,
  /\b(?:satisfaction|csat|nps|ces)\b/,
  /\b(?:groupe|group|equipe|team|file d attente|queue)\b/,
  ORDER,
];
/** Whose ticket a row is: columns of desks alone. */
const TICKET = /\btickets?\b|^(?:demandeurs?|requerants?|requesters?|reclamants?|plaignants?)\b/;
const CONTACT =
  /\b(?:e ?mails?|courriels?|telephones?|phones?|mobile|portable|adresse (?:mail|postale)|nom de famille|civilite|code client|n client|numero client)\b/;
/** Columns that pages of reviews and networks have, Google’s key of a place and Shopify’s of a product. */
const REVIEW =
  /\b(?:avis|reviews?|critiques?|etoiles?|stars?|star rating|reviewer|trustpilot|verified(?: (?:purchase|buyer))?|achat verifie|helpful(?: votes?)?|place ?id|product handle|id product comment|commenter)\b/;
/** Columns of surveys: an answer to one is read by the brand alone. */
const SURVEY =
  /\b(?:votre|vos|your|horodateur|nps|csat|ces|satisfaction|recommand\w*|questionnaire|enquete|survey|repondant|respondent|q\d+)\b/;
/** Columns of what staff say of their work. */
const OF_STAFF = /\b(?:collaborat(?:eur|rice)s?|salariee?s?|matricule|employee (?:id|name|number|no))\b/;
/** Columns of registers: a status there tells of a complaint or a firm, not of its text. */
const REGISTER =
  /\b(?:reclamations?|plaintes?|litiges?|complaints?|fournisseurs?|suppliers?|prestataires?|candidate?s?)\b/;
/** The answer of the shop to a review. */
const ANSWERED =
  /^(?:(?:ma |votre |notre )?reponse|reply|response|owner response)(?: (?:du |de l |de la |a l |to )?(?:proprietaire|etablissement|magasin|marchand|site|enseigne|marque|avis|review|texte?))?$|^(?:date|auteur|texte?) (?:de )?(?:la )?reponse$|^comment (?:content|creation date|created at)$/;
/** Columns of a page of reviews that is kept for others to read, beside the note: the answer of the shop, where and whether it was published. */
const PUBLISHED: readonly RegExp[] = [
  ANSWERED,
  /\b(?:publie|publiee|publish|published|publication|moderation|modere|moderated)\b/,
  /\b(?:etablissement|point de vente|location|place|source|plateforme|platform|site)\b/,
  /\b(?:verified(?: (?:purchase|buyer))?|achat verifie|reviewer type|evaluat(?:eur|rice)|rater)\b/,
  /\b(?:votes? (?:up|down)|helpful(?: votes?)?|product handle)\b/,
];
/** Who is rated on a marketplace or a page of places, and answers there before everybody. */
const SELLERS_ANSWER =
  /^reponse (?:du |de l |de la )?(?:vendeu(?:r|se)|proprietaire|etablissement|hotelier|restaurateur|gerante?|commercante?)$|^(?:seller|owner|property|management|merchant|host) (?:response|reply)$/;
/** What a marketplace asks of who is rated; in a survey it is the customer's. */
const YOUR_ANSWER = /^(?:votre reponse|your (?:response|reply))$/,
  RATER = /\b(?:evaluat(?:eur|rice)|rater)\b/;
/** Columns of a desk or survey that no page of reviews has. */
const OF_A_DESK = 3;
/** Share of rows in channels that only the brand reads, from which a table is the log of a care desk. */
const OF_PRIVATE_CHANNELS = 0.3,
  ALL_PRIVATE = 0.9;
const PUBLIC_COUNTS = ['likes', 'shares', 'views', 'reach', 'replies'] as const;

/** Nothing shows that texts are public: they are not, and the user is asked. */
export const GUESSED_STAGE = {
  doubt: {
    reason: 'guessed-stage',
    hint: 'nothing in the columns says whether these texts are public: read as private, never quoted; settle it with map stage==public or stage==private',
  },
} as const;

export interface StageGuess {
  readonly stage: Stage;
  /** Columns of a care tool. */
  readonly care: boolean;
  /** Nothing shows it: private, since a text that was public is harmed less by it than one that was not. */
  readonly guessed: boolean;
}

/** What a review says of itself that was published. */
const IS_PUBLISHED = /^(?:publiee?|published|approuvee?|approved|en ligne|online|visible)$/;

const shareOf = (table: TablePeek, at: number, test: (cell: string) => boolean): number => {
  const filled = table.rows.map((cells) => (cells[at] ?? '').trim()).filter((cell) => cell !== '');
  return filled.length === 0 ? 0 : filled.filter(test).length / filled.length;
};

const saysPublished = (table: TablePeek, { status }: Guess): boolean =>
  status !== undefined &&
  shareOf(table, status, (cell) => IS_PUBLISHED.test(foldName(cell.toLowerCase()))) >= 0.5;

/**
 * The stage of a table by its columns: addresses of items, names of networks, counts of reactions and columns of reviews are public;
 * columns of a care tool or contacts are private (a form tells the page it was sent from), but where notes stand beside the shop's answers, moderation or the place reviewed; titles with sources the press; anything else is private, as a guess.
 */
export function guessStage(table: TablePeek, guess: Guess): StageGuess {
  const names = foldedNames(table);
  const hits = CARE.filter((pattern) => names.some((name) => pattern.test(name))).length;
  const care = hits >= 2;
  const contact = names.some((name) => CONTACT.test(name));
  // a desk says through which network customers wrote to it: that they wrote in public is not said
  const ofDesk = care && (contact || names.some((name) => TICKET.test(name)));
  // beside an answer, in X-Cart, it is who wrote it
  // who rates may be staff too: a mark of whoever was at work, a hygiene visit
  const isRated = names.some((name) => RATER.test(name)) && names.some((name) => YOUR_ANSWER.test(name));
  const asked = names.filter(
    (name) => !(name === 'respondent' && names.includes('response')) && !(isRated && YOUR_ANSWER.test(name)),
  );
  const inner = asked.some((name) => SURVEY.test(name)) || names.some((name) => OF_STAFF.test(name)),
    reviewed = !inner && (isRated || names.some((name) => REVIEW.test(name)));
  const named =
    guess.network !== undefined &&
    shareOf(table, guess.network, (cell) => platformOf(undefined, cell) !== undefined || isPress(cell)) >=
      0.5;
  // beside a customer's address it may be where they heard of the brand
  const placed = named && !ofDesk && (reviewed || !contact);
  const addressed =
    guess.url !== undefined && shareOf(table, guess.url, (cell) => /^(?:https?:|www\.)/i.test(cell)) >= 0.3;
  const counted =
    PUBLIC_COUNTS.some((field) => guess[field] !== undefined) ||
    (networkOfColumns(table.names) !== undefined && !names.some((name) => ORDER.test(name)));
  const isPublic = saysPublished(table, guess);
  // a status alone says it of texts that are answered
  const answered = names.some((name) => ANSWERED.test(name)) && !names.some((name) => REGISTER.test(name));
  const ofRegister = names.some((name) => REGISTER.test(name)),
    bySeller = !inner && !ofRegister && names.some((name) => SELLERS_ANSWER.test(name));
  const published =
    (reviewed || bySeller || (isPublic && answered && !inner)) &&
    guess.rating !== undefined &&
    !CARE.slice(0, OF_A_DESK).some((pattern) => names.some((name) => pattern.test(name))) &&
    Number(bySeller) * 2 +
      PUBLISHED.filter((pattern) => names.some((name) => pattern.test(name))).length +
      Number(isPublic) >=
      2;
  if (guess.network !== undefined && shareOf(table, guess.network, isPrivateChannel) >= OF_PRIVATE_CHANNELS)
    return { stage: 'private', care, guessed: reviewed || (!care && !contact) };
  const kinds = privateKinds(table);
  if (kinds !== undefined && shareOf(table, kinds, isPrivateChannel) >= ALL_PRIVATE)
    return { stage: 'private', care, guessed: false };
  if (guess.text === undefined && addressed) return { stage: 'press', care: false, guessed: false };
  if (
    (!ofDesk && hasPublicKinds(table)) ||
    isForum(names) ||
    (guess.rating !== undefined && (isPublic || !contact) && areReviews(table))
  )
    return { stage: 'public', care: false, guessed: false };
  // whose side writes each row of a conversation is told by desks alone
  if (!addressed && !counted && !reviewed && (speakersOf(table, guess) ?? mailboxOf(table)) !== undefined)
    return { stage: 'private', care: true, guessed: false };
  // row by row, what stands in no social network is an article
  const articles =
    !care && !contact && (isSigned(table, guess) || hasClippings(table)) && isPressReview(table, guess);
  if (
    articles ||
    placed ||
    (counted && !care) ||
    (addressed && !care && (reviewed || !contact)) ||
    (reviewed && !care && !contact) ||
    published
  )
    return { stage: 'public', care: false, guessed: false };
  const answers = !named && !addressed && isSurvey(table, guess);
  return {
    stage: 'private',
    care,
    guessed: reviewed || (!care && !answers && (named || addressed || !contact)),
  };
}
