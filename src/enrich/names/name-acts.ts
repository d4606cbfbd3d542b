/** Names that what their bearer does, is or where they stand shows: first names that are words besides, surnames alone. */
import { fold } from '../../util/fold.js';
import { INFLECTED } from './name-contexts.js';
import { NOT_NAMES, TRADES, anyCase, rule } from './name-patterns.js';
import { namesIn } from './name-spans.js';
import { WORDS_TOO, type NameSpan } from './told-names.js';
import type { WordKnowledge } from './word-knowledge.js';

/** The head of a clause. */
const HEAD = String.raw`(?<=(?:^|[.!?…:;(\r\n«"]|,|(?<!\p{L})(?:[Ee]t|[Mm]ais|[Cc]ar|que|[Qq]uand|[Pp]uis|[Dd]onc|[Aa]nd|[Bb]ut|that|then))[ \u00A0]{0,2})(?!(?:Et|Mais|Car|Quand|Puis|Donc|And|But)[ \u00A0])`;
/** What a person alone does to a customer, says or decides. */
const DONE = anyCase(
  'aidée?s?|accueillie?s?|servie?s?|reçue?s?|conseillée?s?|renseignée?s?|rappelée?s?|répondu|raccroché|dit|menti|promis|assuré|expliqué|insultée?s?|menacée?s?|écoutée?s?|accompagnée?s?|réparé|préparé|choisi|rassurée?s?|guidée?s?|orientée?s?|vendu|remboursée?s?|trouvé|montré|souri|parlé|demandé|envoyée?s? balader|proposé|offert|fait (?:une remise|un geste|la gueule|goûter|attendre|visiter)|traitée?s?|regardée?s?|bien eue?s?',
);
const SAID = anyCase(
  'répondu|refusé|promis|raccroché|accepté|confirmé|transmis|rappelé|insulté|reconnu|menti|proposé|demandé|expliqué|assuré|dit|fini par (?:répondre|rappeler|accepter|céder)|tenté|essayé|tout fait|pris (?:le temps|ma commande|mon appel)|géré|répliqué|soupiré',
);
const IS = anyCase(
  "adorables?|gentille?s?|aimables?|sympas?|sympathiques?|désagréables?|incompétente?s?|souriante?s?|à l[’']écoute|professionnell?e?s?|serviables?|un amour|un ange|une perle|un bijou|une crème|un rayon de soleil|patiente?s?|compétente?s?|disponibles?|polie?s?|impolie?s?|odieuse|odieux|agressive|agressif|méprisante?s?|hautaine?s?|arrogante?s?|d[’']une (?:aide|gentillesse|patience|grande|rare|telle)|charmante?s?|attentionnée?s?|bienveillante?s?|dévouée?s?|malpolie?s?|de mauvaise humeur|débordée?s?|lovely|rude|so kind|very helpful|so helpful|polite|unhelpful",
);
const ACTS = rule(
  String.raw`${HEAD}NAME(?=[ \u00A0](?:(?:ne[ \u00A0])?(?:m[’']|nous[ \u00A0]|vous[ \u00A0]|lui[ \u00A0]|t[’'])(?:a|avait|ont|avaient)[ \u00A0](?:(?:\p{Ll}+[ \u00A0]){0,2})(?:${DONE})|(?:a|avait|ont|n[’']a pas|n[’']a jamais|n[’']a rien)[ \u00A0](?:(?:bien|enfin|encore|toujours|aussi|très|vite)[ \u00A0])?(?:${SAID})|(?:est|était|a été|sont|was|is|has been|n[’']est pas)[ \u00A0](?:(?:très|vraiment|trop|super|si|tellement|toujours|vraiment très|plus que|hyper|so|very|really|absolutely|not|pas)[ \u00A0])?(?:${IS}))(?!\p{L}))`,
);
/** The same inside a sentence, and what a person at work can: "Au rayon vélo Baptistin connaît son affaire". */
const ACTS_INSIDE = rule(
  String.raw`(?<![\p{L}\p{N}’'-])NAME(?=[ \u00A0](?:(?:m[’']|nous[ \u00A0]|vous[ \u00A0])(?:a|avait)[ \u00A0](?:(?:\p{Ll}+[ \u00A0]){0,2})(?:${DONE})|(?:connaît|maîtrise|fait|sait)[ \u00A0](?:son|sa|ses|bien son|de quoi|nous|vous|y faire)|prend[ \u00A0]le[ \u00A0]temps|knows[ \u00A0](?:his|her|their))(?!\p{L}))`,
);
/** Where people stand: "Rose au rayon fleurs", "Grace in bakery". */
const PLACE =
  'rayon|caisse|accueil|standard|boulangerie|boucherie|poissonnerie|fromagerie|charcuterie|parfumerie|bijouterie|pharmacie|comptoir|drive|sav|s\\.a\\.v\\.|service|guichet|réception|stand|caisses|bakery|till|tills|checkouts?|customer|deli|desk|reception|returns|produce|store|shop|support';
const STANDS = rule(
  String.raw`${HEAD}NAME(?=,?[ \u00A0](?:du|de la|de l[’']|au|à la|à l[’']|en|aux|in|at|at the|on|on the|from|in the|from the)(?:[ \u00A0]|(?<=[’']))(?:${anyCase(PLACE)})(?!\p{L}))`,
);
/** "Ange le fleuriste", "Xiaoling, la conseillère beauté" */
const AT_TRADES = rule(
  String.raw`${HEAD}NAME(?=,?[ \u00A0](?:le|la|notre|mon|ma|votre|un|une|our|the)[ \u00A0](?:${TRADES}|${anyCase('fleuriste|charcutière?|traiteur|primeur|vigneron|chocolatière?|maraîchère?|réceptionniste|opticienne?|vétérinaire|cuisinière?|traiteuse|caviste|épicière?|formatrice|formateur|monteur|monteuse|artisan')})(?!\p{L}))`,
);
const SUPPOSED = rule(
  String.raw`(?<=[,(][ \u00A0]?)NAME(?=,?[ \u00A0](?:${anyCase('je crois|je pense|il me semble|sauf erreur|si je ne me trompe|si ma mémoire|i think|i believe')})(?!\p{L}))`,
);
/** Notes of a desk: "Client Ouédraogo rappelé", "Contacté Ferreira par téléphone". */
const NOTED = rule(
  String.raw`(?<=(?:^|[.!?;\r\n–—-])[ \u00A0]*(?:\d{1,2}[/.]\d{1,2}[ \u00A0]?:?[ \u00A0]?)?)(?:Clie?nte?|Clt|Relance|Relancé|Relancée|Relancer|Contacté|Contactée|Contacter|Rappeler|Rappelé|Rappelée|Recontacter|Recontacté|Joindre|Joint|Prévenir|Prévenu|Appelé|Appeler|Appel(?: entrant| sortant)?|Informé|Informer|Remboursé|Rembourser|Répondu à|Écrit à|Mail à|Tél à|Tel à|RAS côté|Attente(?: retour)?|Retour|Customer|Caller|Called|Chased|Emailed)[ \u00A0]NAME(?=[ \u00A0]?(?:[,.:;()]|[\r\n]|$|[–—-])|[ \u00A0](?:\p{Ll}|\d|[àé]))`,
);
/** "Oliveira injoignable, message laissé" */
const UNREACHED = rule(
  String.raw`(?<=(?:^|[.!?;\r\n–—-])[ \u00A0]*)NAME(?=[ \u00A0](?:injoignable|joignable|absente?|jointe?|prévenue?|recontactée?|ne répond pas|pas joignable|unreachable)(?!\p{L}))`,
);
const BY = rule(
  String.raw`(?<=\p{L}(?:é|ée|és|ées|it|ite|is|ise|u|ue|i|ie|ert|erte)[ \u00A0]par[ \u00A0])NAME(?=[ \u00A0]?(?:[,.!;)\r\n]|$)|[ \u00A0](?:du|de la|au|à|qui|en|le|la|lors|hier|ce|et)[ \u00A0])`,
);
/** A reply that greets: "Bonjour Parfait, nous revenons vers vous". */
const REPLY_TO = rule(
  String.raw`(?<=^[ \u00A0]*(?:${anyCase('bonjour|bonsoir|hello|coucou|salut|chère?|hi|dear|hey|thanks|thank you|thx|cheers')})[ \u00A0])NAME(?=[ \u00A0]?[,!.][ \u00A0]*(?:$|[\r\n]|(?:nous|je|votre|vos|merci|c[’']est|ravis?e?s?|désolée?s?|thanks|thank|we|sorry|I)(?!\p{L})))`,
);
/** What a brand says to whom it greets. */
const ANSWER = anyCase(
  "nous (?:sommes|avons|regrettons|apprécions|vous remercions|prenons|nous excusons|confirmons|revenons|comprenons)|toutes nos excuses|merci (?:d[’']avoir|de partager|de nous|(?:de|pour) (?:votre|vos|ce|ton|ta) (?:avis|commentaires?|retour|feedback|critique|fidélité|note|confiance|évaluation|patience|visite|témoignage))|votre (?:avoir|remboursement|commande|colis|dossier|demande|avis|retour|bon d[’']achat|échange) (?:est|a|sera|nous|vient)|we (?:regret|are sorry|appreciate|apologise|apologize)|we[’']re sorry|thank you for (?:sharing|taking|your (?:review|feedback|patience|comment))|your (?:order|refund|parcel|voucher) (?:is|has|will)",
);
/** Whom a reply of a brand greets, whatever the name: "Bonjour Bienvenue, merci pour ce retour", "Bonjour Melissa w, nous sommes…". */
const ANSWERED = new RegExp(
  String.raw`(?<=^[ \u00A0]*(?:${anyCase('bonjour|bonsoir|hello|chère?|hi|dear')})[ \u00A0])(?<name>\p{Lu}[\p{L}’'.-]{0,30}(?:[ \u00A0]\p{L}[\p{L}’'.-]{0,30}){0,2})(?=[ \u00A0]?[,!][ \u00A0\r\n]{0,4}(?:${ANSWER})(?!\p{L}))`,
  'gu',
);
/** Whom a reply greets without a name. */
const NOBODY = new Set(
  'a et monsieur madame mademoiselle mr mrs ms miss dr docteur maitre mme mlle m messieurs mesdames client cliente clients equipe tous toutes tout service cher chere everyone all team there customer sir madam dear internaute membre'.split(
    ' ',
  ),
);
/** "Merci à Nat et Guillaume": who stands beside a first name, be it a word. */
const THANKED_BESIDE = rule(
  String.raw`(?<=(?<!\p{L})(?:${anyCase('merci|bravo|grâce|félicitations|mention spéciale|thanks|thank you|kudos')})[ \u00A0](?:(?:à|to)[ \u00A0])?)NAME(?=[ \u00A0](?:et|and|&)[ \u00A0](?:(?:à|to)[ \u00A0])?(?<other>\p{Lu}[\p{L}-]+))`,
);
/** "un « Enzo » m’a répondu" */
const QUOTED = rule(
  String.raw`(?<=(?<!\p{L})(?:une?|certaine?|nommée?|prénommée?|dénommée?|conseill\p{Ll}+|vendeu\p{Ll}+|agente?)[ \u00A0][«"“][ \u00A0]?)NAME(?=[ \u00A0]?[»"”])`,
);
/** "merci rose pour votre aide" */
const THANKED_SMALL =
  /(?<![\p{L}\p{N}])(?:merci|bravo|thanks|thank you)[ \u00A0](?:à[ \u00A0])?(?<name>\p{Ll}[\p{L}-]{2,20})[ \u00A0](?:pour|for)[ \u00A0](?:votre|ton|ta|tes|vos|son|sa|ses|your|her|his)[ \u00A0](?:aide|accueil|conseils?|sourire|gentillesse|patience|professionnalisme|écoute|réactivité|bonne humeur|amabilité|efficacité|help|kindness|patience|smile)/giu;
const TEAM_SIGNED = rule(
  String.raw`(?<=(?:[ÉéEe]quipe|[Ss]ervice|[Ss]upport|[Tt]eam|[Cc]are)[^\r\n.!?]{0,30}[ \u00A0][–—-][ \u00A0])NAME(?=[ \u00A0]*(?:[\r\n]|$))`,
);

/** Things of shops that stand where a person might: "Olive en rayon". */
const NO_PERSON = new Set('olive olives fleur prune rose roses noel service sav'.split(' '));

/**
 * Names of whom a text says what only a person does, is, or where they work.
 *
 * @example
 * namesActing('Prudence m’a servie', { isGiven: () => false, mayBeGiven: () => true, isWord: () => true }).map(({ start, end }) => [start, end])
 * // → [[0, 8]]
 */
export function namesActing(text: string, { isGiven, mayBeGiven, isWord }: WordKnowledge): NameSpan[] {
  const firstOf = ({ start, end }: NameSpan): string => /^[\p{L}-]+/u.exec(text.slice(start, end))?.[0] ?? '';
  const isAcronym = (word: string): boolean => /^\p{Lu}{1,4}$/u.test(word);
  const unknown = (span: NameSpan): boolean => {
    const first = firstOf(span);
    return !isWord(first) && !NOT_NAMES.has(fold(first)) && !isAcronym(first) && first.length > 2;
  };
  const person = (span: NameSpan): boolean =>
    mayBeGiven(firstOf(span)) || WORDS_TOO.has(firstOf(span).toLowerCase()) || unknown(span);
  const said = (span: NameSpan): boolean =>
    person(span) &&
    !(INFLECTED.test(firstOf(span)) && !mayBeGiven(firstOf(span)) && /ment$|ant$/u.test(firstOf(span)));
  return [
    ...namesIn(text, ACTS).filter(said),
    ...namesIn(text, ACTS_INSIDE).filter((span) => isGiven(firstOf(span)) && !isWord(firstOf(span))),
    ...[STANDS, AT_TRADES]
      .flatMap((pattern) => namesIn(text, pattern))
      .filter((span) => person(span) && (isOfTeam(text, span) || !NO_PERSON.has(fold(firstOf(span))))),
    ...namesIn(text, SUPPOSED).filter(person),
    ...namesIn(text, QUOTED).filter((span) => isGiven(firstOf(span))),
    ...[...text.matchAll(THANKED_BESIDE)].flatMap(({ index, groups: { name = '', other = '' } = {} }) =>
      /[ \u00A0]/.test(name) || NOT_NAMES.has(fold(name)) || isAcronym(name) || !isGiven(other)
        ? []
        : [{ start: index, end: index + name.length }],
    ),
    ...[NOTED, UNREACHED].flatMap((pattern) => namesIn(text, pattern)).filter(unknown),
    ...[BY, TEAM_SIGNED]
      .flatMap((pattern) => namesIn(text, pattern))
      .filter((span) => mayBeGiven(firstOf(span))),
    ...[...text.matchAll(THANKED_SMALL)].flatMap(({ 0: whole, index, groups: { name = '' } = {} }) => {
      const start = index + whole.indexOf(` ${name} `) + 1;
      return mayBeGiven(name) ? [{ start, end: start + name.length }] : [];
    }),
  ];
}

/**
 * Whom a reply greets, though their name is a word that stands elsewhere: "Bonjour Parfait, nous revenons vers vous".
 *
 * @example
 * namesGreeted('Bonjour Parfait, nous revenons vers vous', () => true).map(({ start, end }) => [start, end])
 * // → [[8, 15]]
 */
export const namesGreeted = (text: string, mayBeGiven: (word: string) => boolean): NameSpan[] =>
  [...text.matchAll(REPLY_TO)].flatMap(({ index, groups: { name = '' } = {} }) =>
    mayBeGiven(name) || WORDS_TOO.has(name.toLowerCase()) ? [{ start: index, end: index + name.length }] : [],
  );

/**
 * Whom a brand's reply greets, whatever the name.
 *
 * @example
 * namesAnswered('Bonjour Bienvenue, merci pour ce retour').map(({ start, end }) => [start, end])
 * // → [[8, 17]]
 */
export const namesAnswered = (text: string): NameSpan[] =>
  [...text.matchAll(ANSWERED)].flatMap(({ index, groups: { name = '' } = {} }) =>
    name.split(/[ \u00A0]/).some((word) => NOBODY.has(fold(word).replace('.', '')))
      ? []
      : [{ start: index, end: index + name.length }],
  );

/** "Olive du rayon fromage" is a person, "Olive en rayon" is none. */
const isOfTeam = (text: string, { end }: NameSpan): boolean =>
  /^[ \u00A0](?:du|de la|de l[’'])/u.test(text.slice(end, end + 8));
