/** Names of persons that their surroundings show, whatever their case: what `name-patterns.ts` says of names with a capital is not repeated. */
import { fold } from '../util/fold.js';
import { EDGE, KIN, NOT_NAMES, TRADES, anyCase, rule } from './name-patterns.js';
import type { NameSpan } from './told-names.js';

/** What is known of a word. */
export interface WordKnowledge {
  /** A first name and no word besides, "Jean-Eudes" too. */
  readonly isGiven: (word: string) => boolean;
  /** A first name, be it a word besides: "Clémence". */
  readonly mayBeGiven: (word: string) => boolean;
  /** Texts mostly write it small. */
  readonly isWord: (word: string) => boolean;
}

const SMALL = String.raw`\p{Ll}[\p{L}’'-]{1,30}\p{L}(?![\p{L}\p{N}’'-])`;
const GIVEN = String.raw`(?<given>\p{Lu}[\p{L}-]{1,30}\p{L})(?![\p{L}\p{N}’'-])`;
const WITH_SURNAME = String.raw`${GIVEN}(?:[ \u00A0]\p{Lu}(?:[\p{L}’'-]{1,30}|\.))?`;
const find = (source: string): RegExp => new RegExp(String.raw`(?<![\p{L}\p{N}’'-])${source}`, 'gu');

/** Verbs and adjectives that no list of words holds in all their forms. */
export const INFLECTED =
  /(?:[eéè]e?s?|ez|ait|aient|ant|ante?s?|ible|able|eux|euse|if|ive|ique|iste|el|elle|al|ale|ent|ment|ion|oir|ier|ière)$/u;

const titles = anyCase('madame|mademoiselle|monsieur|mme|mlle|mr|mrs|ms|docteur|maître|maitre|heer|mevrouw');
/** "mme traoré", "monsieur da silva": the word is none that texts know. */
const TITLED_SMALL = find(
  String.raw`(?:${titles})\.?[ \u00A0](?<name>(?:(?:[Dd]a|[Dd]e|[Dd]i|[Ee]l|[Bb]en|[Vv]an|[Vv]on|[Ll]e|[Ll]a)[ \u00A0](?:de[nr]?[ \u00A0]|la[ \u00A0])?)?(?:\p{Lu}[\p{L}’'-]{1,30}[ \u00A0])?(?<word>${SMALL}))`,
);
const KNOWN_SMALL = find(
  String.raw`(?:${anyCase("c[’']est|c[’']était|selon|d[’']après|avec|par|voir|appeler?|demander|demandez|merci|bravo|à|a|et")}|${KIN}|(?:mon|ma)[ \u00A0](?:beau|belle)-(?:père|mère|frère|sœur))[ \u00A0](?<name>(?<given>${SMALL}))`,
);
/** "coucou c'est lulu", "signé : dédé". */
const NICKNAMES = find(
  String.raw`(?:(?:${anyCase('moi|coucou|bonjour|bonsoir|salut|allo|allô')})(?:[ \u00A0]moi)?,?[ \u00A0]c[’']est|${anyCase('signée?')}(?:[ \u00A0]?:)?|${anyCase('au nom de|de la part de')})[ \u00A0](?<name>(?<kin>(?:papy|papi|mamie|tonton|tata)[ \u00A0])?(?<word>${SMALL}))(?=[ \u00A0]?(?:[,.!;:\r\n]|$)|[ \u00A0](?:du|de)[ \u00A0])`,
);
/** A surname in capitals before the first name: "LEGRAND Sylvie". */
const SURNAME_FIRST = find(
  String.raw`(?<name>(?<surname>\p{Lu}{3,30}(?:[ \u00A0’'-]\p{Lu}{2,30})?)[ \u00A0]${GIVEN})`,
);
const ACRONYMS = new Set('sav rdv tva sms pdf url dlc ddm svp sos drh pdg ceo sarl sas'.split(' '));
/** What a person does, behind a first name that opens a sentence. */
const OPENING = new RegExp(
  String.raw`(?<=(?:^|[.!?…:\r\n]|[ \u00A0][–—-])[ \u00A0]{0,2})(?<name>${WITH_SURNAME})(?=,[ \u00A0]|\.|[ \u00A0]?:[ \u00A0]|[ \u00A0](?:m[’']|s[’']|n[’']|l[’']|t[’']|d[’']|j[’']|je|tu|il|elle|on|ils|elles|y|en|dit|disait|regarde|regardez|peux|peut|pouvez|pourriez|va|vient|travaille|fait|merci|bonjour|bravo|avec|chez|toujours|très|un|une|(?:le|la|votre|notre)(?=[ \u00A0](?:${TRADES})(?!\p{L}))|comme|quand|si|ne|nous|vous|me|te|se|lui|leur|a|ont|est|était|sont|sera|avait|doit|du|de la|de l[’']|au|à|et|qui|puis)(?:[ \u00A0]|(?<=[’'])))`,
  'gu',
);
/** A line that is a first name, with a surname or without, and no more: a signature with a function below. */
const LINE = new RegExp(
  String.raw`(?<=[\r\n][ \u00A0–—-]{0,3})(?<name>${WITH_SURNAME})(?=[ \u00A0]*[.,]?[ \u00A0]*(?:[\r\n]|$))`,
  'gu',
);
/** Words that open a sentence and a first name follows. */
const AFTER_OPENING = find(
  String.raw`(?:Pourquoi|Comment|Où|Donc|Puis|Ensuite|Hier|Finalement|Malheureusement|Voilà|Voici|Hélas|Car|Or|Ni|Surtout|Demandez|Contactez|Appelez|Est-ce[ \u00A0]que|Parce[ \u00A0]que|Dites[ \u00A0]à|Can|Could|Will|Would|Why|When|Where|Is|Was|Did|Does|Has|Had|Please|Then|But|And|So|If|Because|Today|Yesterday|Que|Si|Sans|Avec|Pour|Mais|Et|Selon|Comme|Quand|Par|Même|Encore|Seule?|À|C[’']est|C[’']était|D[’']après|Heureusement[ \u00A0]que|Dommage[ \u00A0]que)[ \u00A0](?<name>${WITH_SURNAME})`,
);

/**
 * Names that their surroundings show and the lists of words confirm: in small letters behind a title, kin or "c'est", a surname in
 * capitals before the first name, a first name that opens a sentence and does something there.
 *
 * @example
 * namesInContext('bonjour mme traoré, voir LEGRAND Sylvie', { isGiven: (w) => w === 'Sylvie', mayBeGiven: () => false, isWord: (w) => w === 'bonjour' })
 *   .map(({ start, end }) => [start, end])
 * // → [[12, 18], [25, 39]]
 */
export function namesInContext(text: string, { isGiven, isWord }: WordKnowledge): NameSpan[] {
  const unknown = (word: string): boolean =>
    !isWord(word) && !NOT_NAMES.has(fold(word)) && !/^[ldjmnstc][’']/iu.test(word);
  const given = ({ given: word = '' }: Record<string, string>): boolean => isGiven(word) && !isWord(word);
  const rules: readonly [RegExp, (groups: Record<string, string>) => boolean][] = [
    [TITLED_SMALL, ({ word = '' }) => unknown(word) && (isGiven(word) || !/(?:ez|aient)$/u.test(word))],
    [KNOWN_SMALL, given],
    [
      NICKNAMES,
      ({ word = '', kin = '' }) => unknown(word) && (isGiven(word) || kin !== '' || !INFLECTED.test(word)),
    ],
    [
      SURNAME_FIRST,
      ({ given: word = '', surname = '' }) =>
        isGiven(word) && unknown(surname) && !ACRONYMS.has(surname.toLowerCase()),
    ],
    [OPENING, given],
    [LINE, given],
    [AFTER_OPENING, given],
  ];
  return rules.flatMap(([pattern, holds]) =>
    [...text.matchAll(pattern)].flatMap(({ 0: whole, index, groups = {} }) => {
      const { name = '' } = groups;
      if (!holds(groups)) return [];
      const start = index + whole.lastIndexOf(name);
      return [{ start, end: start + name.length }];
    }),
  );
}

/** What else comes before a name of any origin: who handled a request, who is thanked or asked for, a family. */
export const HANDLED: readonly RegExp[] = [
  // "J. Dupont, client depuis 2009" at the head of a text or line
  rule(
    String.raw`(?<=(?:^|[\r\n])[ \u00A0]*)(?<name>(?!M\.)\p{Lu}\.[ \u00A0]?\p{Lu}\p{Ll}[\p{L}’'-]{1,30})(?=,|[ \u00A0]*(?:[\r\n]|$))`,
  ),
  rule(
    String.raw`(?<![\p{L}\p{N}])(?:${anyCase('bonjour|bonsoir|beste|cher|chère|dear|merci')})[ \u00A0]M[ \u00A0]NAME${EDGE}`,
  ),
  rule(
    String.raw`(?<![\p{L}\p{N}])(?:${anyCase('destinataire|titulaire|expéditeur|signataire')})[ \u00A0]NAME${EDGE}`,
  ),
  rule(
    String.raw`(?<![\p{L}\p{N}])(?:${anyCase('pris(?:e|es)? en charge|repris|reprise|transféré|transférée|contacté|contactée|rappelé|rappelée|joint|jointe|conseillé|conseillée|renseigné|renseignée|orienté|orientée')})[ \u00A0]par[ \u00A0]NAME${EDGE}`,
  ),
  rule(
    String.raw`(?<![\p{L}\p{N}])(?:${anyCase("(?:ré)?affectée? à|assignée? à|attribuée? à|renvoyée? vers|passée? à|transmettre à|remettre à|remise? à|m[’']a passé|conversation avec|échange avec|vu avec|convenu avec|discuté avec|dites à|passez voir|passez-moi|mention spéciale à|chapeau à|amitiés à|félicitations à|bises à|(?:remercie|félicite|féliciter|remercier)(?: particulièrement| chaleureusement| vivement)?|(?:message(?: vocal)?|mail|courriel|appel(?: manqué| entrant)?|visite) (?:de|d[’'])")})[ \u00A0]?NAME${EDGE}`,
  ),
  rule(String.raw`(?<=(?:${KIN})[ \u00A0]\()NAME(?=\))`),
  rule(
    String.raw`(?<![\p{L}\p{N}])(?:(?:${anyCase('les|des|aux')})[ \u00A0](?:sœurs|soeurs|frères|époux|consorts)|(?:${anyCase('la|une|cette')})[ \u00A0]famille)[ \u00A0]NAME${EDGE}`,
  ),
];
/** Streets, stations and schools bear names that are nobody's. */
export const STREETS = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${anyCase('rue|avenue|av\\.|boulevard|bd|place|quai|cours|allée|impasse|square|pont|gare|station|métro|lycée|collège|école|hôpital|halle|marché|parking|stade|église|faubourg')})s?[ \u00A0](?:(?:de|du|des|de la|de l[’']|d[’'])[ \u00A0]?)?\p{Lu}[\p{L}’'-]{1,30}(?:[ \u00A0](?:(?:de|du)[ \u00A0])?\p{Lu}[\p{L}’'-]{1,30}){0,2}`,
  'gu',
);
