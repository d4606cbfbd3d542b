/** Names of persons that their surroundings show, whatever their case: what `name-patterns.ts` says of names with a capital is not repeated. */
import { fold } from '../../util/fold.js';
import { EDGE, KIN, NOT_NAMES, anyCase, rule } from './name-patterns.js';
import { eachMatch } from './name-spans.js';
import { loadNameTable } from './name-table.js';
import { ARTICLES, FLAVOURS, type NameSpan } from './told-names.js';
import type { WordKnowledge } from './word-knowledge.js';

const SMALL = String.raw`\p{Ll}[\p{L}’'-]{1,30}\p{L}(?![\p{L}\p{N}’'-])`;
const GIVEN = String.raw`(?<given>\p{Lu}[\p{L}-]{1,30}\p{L})(?![\p{L}\p{N}’'-])`;
const WITH_SURNAME = String.raw`${GIVEN}(?:[ \u00A0]\p{Lu}(?:[\p{L}’'-]{1,30}|\.))?`;
const find = (source: string): RegExp => new RegExp(String.raw`(?<![\p{L}\p{N}’'-])${source}`, 'gu');

/** Verbs and adjectives that no list of words holds in all their forms. */
export const INFLECTED =
  /(?:[eéè]e?s?|ez|ait|aient|ant|ante?s?|ible|able|eux|euse|if|ive|ique|iste|el|elle|al|ale|ent|ment|ion|oir|ier|ière)$/u;

const titles = anyCase(
  'madame|mademoiselle|monsieur|mme|mlle|mr|mrs|ms|docteur|maître|maitre|heer|mevrouw|m(?=\\.)',
);
/** "mme traoré", "monsieur da silva": the word is none that texts know. */
const TITLED_SMALL = find(
  String.raw`(?:${titles})\.?[ \u00A0](?<name>(?:(?:[Dd]a|[Dd]e|[Dd]i|[Ee]l|[Bb]en|[Vv]an|[Vv]on|[Ll]e|[Ll]a)[ \u00A0](?:de[nr]?[ \u00A0]|la[ \u00A0])?)?(?:\p{Lu}[\p{L}’'-]{1,30}[ \u00A0])?(?<word>${SMALL}))`,
);
const KNOWN_SMALL = find(
  String.raw`(?:${anyCase("c[’']est|c[’']était|selon|d[’']après|avec|par|voir|appeler?|demander|demandez|merci|bravo|à|a|et")}|${KIN}|(?:mon|ma)[ \u00A0](?:beau|belle)-(?:père|mère|frère|sœur))[ \u00A0](?<name>(?<given>${SMALL}))`,
);
/** "coucou c'est lulu", "signé : dédé". */
const NICKNAMES = find(
  String.raw`(?:(?:${anyCase('moi|coucou|bonjour|bonsoir|salut|allo|allô|hello|hi|hey|hiya')})(?:[ \u00A0]moi)?,?[ \u00A0](?:c[’']est|c|its|it[’']s)|${anyCase('signée?')}(?:[ \u00A0]?:)?|${anyCase('au nom de|de la part de')})[ \u00A0](?<name>(?<kin>(?:papy|papi|mamie|tonton|tata)[ \u00A0])?(?<word>${SMALL}))(?=[ \u00A0]?(?:[,.!;:\r\n]|$)|[ \u00A0](?:du|de|from|again|here)(?!\p{L}))`,
);
/** A surname in capitals before the first name: "LEGRAND Sylvie". */
const SURNAME_FIRST = find(
  String.raw`(?<name>(?<surname>\p{Lu}{3,30}(?:[ \u00A0’'-]\p{Lu}{2,30})?)[ \u00A0]${GIVEN})`,
);
/** "Le Goff Enora" on a line of its own, "au nom de van der Meulen Ghislaine" */
const PARTICLE_FIRST = new RegExp(
  String.raw`(?<=(?:^|[\r\n]|(?<!\p{L})(?:nom|part) de[ \u00A0]|:[ \u00A0])[ \u00A0]*)(?<name>(?:Le|Da|Di|Lo|El|Ben|[Vv]an|[Vv]on)[ \u00A0](?:de[rn][ \u00A0])?(?<surname>\p{Lu}[\p{L}’'-]{1,30})[ \u00A0]${GIVEN})`,
  'gu',
);
const ACRONYMS = new Set('sav rdv tva sms pdf url dlc ddm svp sos drh pdg ceo sarl sas'.split(' '));
/** A first name that opens a sentence, whatever follows but a choice or what it owns. */
const OPENING = new RegExp(
  String.raw`(?<=(?:^|[.!?…:\]\r\n]|(?:^|[ \u00A0\r\n])[–—-])[ \u00A0]{0,2})(?<!(?:Ste?|Ph|Bd|Av)\.[ \u00A0])(?<name>${WITH_SURNAME})(?![ \u00A0](?:ou|or)[ \u00A0]|[’']s|[ \u00A0](?:a|ont)[ \u00A0](?:fermé|ouvert|augmenté|baissé|changé|déménagé|rétréci)|,[ \u00A0](?:(?:le|la|un|une)[ \u00A0]|l[’'])?(?:restaurant|resto|bar|hôtel|parc|magasin|boutique|enseigne|marque|parfum|film|livre|jeu)(?!\p{L}))`,
  'gu',
);
/** Behind these stands a thing's or a house's name: "Robe Salomé", "Chez Gustave". */
const NO_OPENERS = new Set([...ARTICLES, 'chez', 'saint', 'sainte', 'st', 'ste']);
/** A word that opens a sentence and is no thing: "Pourquoi Kofi", "Rappelez Kofi", "Bref, Kofi". */
const AFTER_OPENING = find(
  String.raw`(?<opener>(?:C[’']est|C[’']était|D[’']après|(?:Est-ce|Parce|Heureusement|Dommage)[ \u00A0]que|À|\p{Lu}\p{Ll}{1,15}))(?:,|[ \u00A0]:|[ \u00A0](?:à|pour))?[ \u00A0](?<name>${WITH_SURNAME})(?![ \u00A0](?:ou|or)[ \u00A0]|[’']s)`,
);
/** "selon Pierre", « donné à Constance »: first names that are words besides, where a person's stands. */
const SAID_BY = find(
  String.raw`(?:[Ss]elon|[Dd][’']après|sans|qu[e’']|comme|pour|(?:demandée?s?|donnée?s?|livrée?s?|remise?s?|confiée?s?|laissée?s?|envoyée?s?|adressée?s?|rendue?s?|parlé|dit|répondu|écrit)[ \u00A0]à)[ \u00A0]?(?<name>${WITH_SURNAME})(?![ \u00A0](?:ou|or)[ \u00A0]|[’']s)`,
);
/** Of these, what is oftener a country, a town, a dish, a machine. */
const SELDOM_PERSONS = new Set(
  'france lorraine milan sofia victoria gloria alexa kelvin samba sana suzette tara toussaint yang lulu charlotte ocean soleil lune terre avril mars juin mai june april may mark cerise olive prune jasmin vanille'.split(
    ' ',
  ),
);
/** "Nikka fromage", "Merlin blanc", "Iso 26000": the name of a thing. */
const BEFORE_THING = new RegExp(
  String.raw`^[ \u00A0](?:(?:${[...ARTICLES].filter((word) => word.length > 3 && word !== 'entre').join('|')}|blanche?s?|rouges?|vert[es]?s?|noire?s?|bleue?s?|grise?s?)(?!\p{L})|\d{3,}|[IVX]{2,5}(?!\p{L}))`,
  'u',
);
/** Behind it a sentence or an aside begins. */
const HEAD = /(?:^|[^\p{L}\p{N}’' \u00A0][ \u00A0]{0,2}|[\r\n][ \u00A0]*)$/u;
/** "J’ai parlé à une Sabine". */
const A_CERTAIN = find(
  String.raw`(?:[Pp]arlé|[Ee]u|[Tt]ombée?|[Pp]uis|[Rr]épondu|[Rr]eçue?|[Ss]ervie?|[Aa]ccueillie?)[ \u00A0](?:(?:à|avec|par|sur)[ \u00A0])?une?[ \u00A0](?<name>${WITH_SURNAME})`,
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
export function namesInContext(text: string, { isGiven, mayBeGiven, isWord }: WordKnowledge): NameSpan[] {
  const unknown = (word: string): boolean =>
    !isWord(word) && !NOT_NAMES.has(fold(word)) && !/^[ldjmnstc][’']/iu.test(word);
  const given = ({ given: word = '' }: Record<string, string>): boolean => isGiven(word) && !isWord(word);
  const person = (groups: Record<string, string>): boolean =>
    given(groups) && !FLAVOURS.has(fold(groups['given'] ?? '')) && groups['given'] !== 'Jean';
  const rules: readonly [RegExp, (groups: Record<string, string>, at: number) => boolean][] = [
    [
      TITLED_SMALL,
      ({ word = '' }) =>
        unknown(word) &&
        (isGiven(word) || !/(?:ez|aient)$/u.test(word) || loadNameTable().countsOf(word).surname > 1),
    ],
    [KNOWN_SMALL, given],
    [
      NICKNAMES,
      ({ word = '', kin = '' }) =>
        mayBeGiven(word) || (unknown(word) && (kin !== '' || !INFLECTED.test(word))),
    ],
    [
      SURNAME_FIRST,
      ({ given: word = '', surname = '' }) =>
        isGiven(word) && unknown(surname) && !ACRONYMS.has(surname.toLowerCase()),
    ],
    [
      PARTICLE_FIRST,
      ({ given: word = '', surname = '' }) => isGiven(word) && unknown(surname) && !isGiven(surname),
    ],
    [
      OPENING,
      (groups, at) => person(groups) && !BEFORE_THING.test(text.slice(at + (groups['name'] ?? '').length)),
    ],
    [
      AFTER_OPENING,
      (groups, at) => {
        const { opener = '' } = groups;
        return (
          person(groups) &&
          !NO_OPENERS.has(fold(opener)) &&
          (!/^\p{Lu}\p{Ll}+$/u.test(opener) ||
            NOT_NAMES.has(fold(opener)) ||
            HEAD.test(text.slice(Math.max(0, at - 3), at))) &&
          (/[’' À]|(?:ez|er|ment)$/u.test(opener) || isWord(opener))
        );
      },
    ],
    [A_CERTAIN, person],
    [
      SAID_BY,
      ({ given: word = '' }) =>
        mayBeGiven(word) && !SELDOM_PERSONS.has(fold(word)) && !FLAVOURS.has(fold(word)),
    ],
  ];
  const names: NameSpan[] = [];
  for (const [pattern, holds] of rules)
    for (const { 0: whole, index, groups = {} } of eachMatch(text, pattern)) {
      if (!holds(groups, index)) continue;
      const { name = '' } = groups,
        start = index + whole.lastIndexOf(name);
      names.push({ start, end: start + name.length });
    }
  return names;
}

/** What else comes before a name of any origin: who handled a request, who is thanked or asked for, a family. */
export const HANDLED: readonly RegExp[] = [
  // "J. Dupont, client depuis 2009" at the head of a text or line
  rule(
    String.raw`(?<=(?:^|[\r\n])[ \u00A0]*)(?<name>(?!M\.)\p{Lu}\.[ \u00A0]?(?:\p{Lu}\p{Ll}[\p{L}’'-]{1,30}|\p{Lu}\.))(?=,|[ \u00A0]*(?:[\r\n]|$))`,
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
    String.raw`(?<![\p{L}\p{N}])(?:${anyCase("(?:ré)?affectée? à|assignée? à|attribuée? à|renvoyée? vers|passée? à|transmettre à|remettre à|remise? à|m[’']a passé|conversation avec|échange avec|vu avec|(?:rendez-vous|rdv)(?: pris)? avec|convenu avec|discuté avec|dites à|passez voir|passez-moi|(?:mention spéciale|coup de cœur|coup de chapeau|chapeau|pensées?|amitiés|félicitations|bises|bisous?|longue vie) (?:à|pour)|(?:remercie|félicite|féliciter|remercier)(?: particulièrement| chaleureusement| vivement)?|(?:message(?: vocal)?|mail|courriel|appel(?: manqué| entrant)?|visite) (?:de|d[’'])")})[ \u00A0]?NAME${EDGE}`,
  ),
  // "ne plus appeler Nivo", "whoever trained Xiulan"
  rule(
    String.raw`(?<![\p{L}\p{N}])(?:${anyCase('appeler|rappeler|déranger|recontacter|voir avec|voyez avec|trained|thank|praise|promote|hire|ask for')})[ \u00A0]NAME${EDGE}`,
  ),
  // "c’est Maddalen qui tient le rayon"
  rule(
    String.raw`(?<![\p{L}\p{N}])(?:${anyCase("c[’']est|c[’']était")})[ \u00A0]NAME(?=[ \u00A0]qui[ \u00A0](?:tient|gère|s[’']occupe|m[’']|nous|vous|tenait|gérait|conseille|sert|servait|répond|livre|livrait|accueille)(?!\p{Ll}))`,
  ),
  // "Customer: Kowalczyk, Agnieszka."
  rule(
    String.raw`(?<=(?:${anyCase('customer|client|cliente|cust|contact|caller|nom')})[ \u00A0]?:[ \u00A0]\p{Lu}[\p{L}’'-]{1,30},[ \u00A0])NAME(?=[ \u00A0]?[.;,)–—-]|[ \u00A0]*(?:[\r\n]|$))`,
  ),
  rule(String.raw`(?<=(?:${KIN})[ \u00A0]\()NAME(?=\))`),
  rule(
    String.raw`(?<![\p{L}\p{N}])(?:(?:${anyCase('les|des|aux')})[ \u00A0](?:sœurs|soeurs|frères|époux|consorts)|(?:(?:${anyCase('la|une|cette')})[ \u00A0]f|F|(?<=(?:^|[\r\n])[ \u00A0]*)f)amille)[ \u00A0]NAME${EDGE}`,
  ),
  // what a person does to a customer: "Solweig m’a rassurée", « Saliou nous a servis »
  rule(
    String.raw`(?<=(?:^|[.!?…\r\n]|\p{Ll},)[ \u00A0]{0,2})(?!Alexa)(?<name>\p{Lu}\p{Ll}[\p{L}-]{1,20})(?=[ \u00A0](?:(?:ne[ \u00A0])?(?:m[’'](?:a|avait)|(?:nous|vous)[ \u00A0](?:a|avait)))[ \u00A0](?:\p{Ll}+[ \u00A0]){0,2}(?:dit|assuré|promis|expliqué|raccroché|souri|(?:accueilli|servi|conseillé|rappelé|écouté|renseigné|rassuré|guidé|orienté|reçu)e?s?)(?!\p{L}))`,
  ),
  rule(
    String.raw`(?<![\p{L}\p{N}])(?:${anyCase('dossier|réf(?:\\.|érence)? client')})(?:[ \u00A0]?:)?[ \u00A0]NAME${EDGE}`,
  ),
  // families bear no plural
  rule(
    String.raw`(?<![\p{L}\p{N}])(?:${anyCase('chez les')})[ \u00A0](?<name>\p{Lu}[\p{L}’'-]{2,30}[^\P{L}sx])${EDGE}`,
  ),
  // "Lambert A." alone on its line
  rule(
    String.raw`(?<=(?:^|[\r\n])[ \u00A0–—-]*)(?<name>\p{Lu}\p{Ll}{2,30}[ \u00A0]\p{Lu}\.)(?=[ \u00A0]*(?:[\r\n]|$))`,
  ),
  // who is praised or blamed: "the lovely Ana", « l’adorable Loïs »
  rule(
    String.raw`(?<![\p{L}\p{N}])(?:${anyCase("the (?:lovely|amazing|wonderful|brilliant|delightful)|la (?:gentille|charmante|douce|souriante)|le (?:gentil|charmant|sympathique)|l[’'](?:adorable|incroyable)")})[ \u00A0]NAME${EDGE}`,
  ),
];
