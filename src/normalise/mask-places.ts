/** Where people live, as French and English texts write it. */
import { MONTHS } from './mask-papers.js';

const PARTICLES = String.raw`(?:de la |de l['’]|de |du |des |d['’]|la |le |les |l['’]|aux? |DE LA |DE |DU |DES |DE L['’]|LA |LES )`;
/** A word in small letters, with a capital, in capitals. */
const cased = (words: string): string =>
  words
    .split(' ')
    .flatMap((word) => [word, word.charAt(0).toUpperCase() + word.slice(1), word.toUpperCase()])
    .join('|')
    .replaceAll('.', String.raw`\.`);
/** What follows a street that is no name: "1 rue sur deux", "3 allées plus loin". */
const NO_STREET = String.raw`(?!(?:sur|sous|plus|est|sont|[ée]tait|a|ont|et|ou|où|qui|que|dans|pour|par|en|avec|sans|derri[èe]re|devant|enti[èe]res?|pi[ée]tonnes?|voisines?|barr[ée]es?|bloqu[ée]es?|ferm[ée]es?|loin|parmi|c['’]est|commer[çc]antes?)(?![\p{L}\d]))`;
/** A number alone names a street where it is a date: "rue du 8 mai", not "rayon 4, allée 3". */
const NO_NUMBER = String.raw`(?!\d{1,3}(?![\p{L}\d'’.-])(?! (?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre)))`;
const INSIDE = String.raw`(?:,? (?:[Bb][âa]t(?:iment)?\.?|[Aa]pp?t\.?|[Aa]ppartement|[Ee]sc(?:alier)?\.?|[Pp]orte|[Bb]loc) [\p{L}\d]{1,4}(?![\p{L}\d])){0,3}`;
/** Names in small letters of two words: "du pré vert", "du vieux moulin". */
const LOW_WORDS = String.raw`(?:petite?|grande?|gros(?:se)?|vieux|vieille|bon(?:ne)?|beau|belle|haute?|basse?|neuve?|pr[ée]|pont|champ|bois|moulin|puits|ch[âa]teau|val|mont|clos|four|croix) (?!(?:de|du|des|d['’]|et|est|sur|dans|a|à|en|qui|où|pour|par|avec)(?!\p{L}))\p{Ll}[\p{L}'’-]*`;
const STREET = new RegExp(
  String.raw`(?<![\d\p{L},.])(?<!(?:rayons?|caisses?|quai|poste) )\d{1,4}(?: ?(?:bis|ter|quater|BIS|TER|[a-dA-D]))?,?[ \u00A0](?:` +
    String.raw`(?:${cased('rue avenue av. av boulevard boul. bd bd. bld blvd impasse imp. chemin ch. allée allées allee ruelle venelle faubourg fbg quai rte')}) ${NO_STREET}${NO_NUMBER}(?:${PARTICLES}{0,2}${LOW_WORDS}|${PARTICLES}\d{1,2}(?:er)? (?:${MONTHS})(?: \d{4})?(?!\d)|${PARTICLES}{0,2}[\p{L}\d][\p{L}\d'’.-]*)` +
    String.raw`|(?:${cased('place pl. pl')}) (?:du |de la |de l['’])(?:vieux |vieille |grand |grande )?(?:march[ée]|[ée]glise|mairie|gare|ch[âa]teau|fontaine|poste|halle|r[ée]publique|libert[ée])(?!\p{L})` +
    String.raw`|(?:${cased('route')}) (?:nationale|d[ée]partementale) \d{1,4}` +
    String.raw`|(?:${cased('r. all. place pl. pl cours route passage voie résidence residence square villa montée lotissement hameau esplanade promenade sentier traverse lieu-dit mail cité cite chaussée clos domaine')}) ${PARTICLES}{0,2}\p{Lu}[\p{L}'’.-]*)` +
    String.raw`(?: ${PARTICLES}{0,2}\p{Lu}[\p{L}'’.-]*){0,4}${INSIDE}(?:,? \d{5}(?: \p{Lu}[\p{L}'’-]*){0,4})?`,
  'gu',
);
/** Where people live without a number in a street; each begins with a word or letters of `LIVED_IN`. */
const PLACES =
  /(?<!\p{L})(?:[Ll]ieu[- ]?dit|LIEU[- ]?DIT) \p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*){0,3}(?:,? \d{5} \p{Lu}[\p{L}'’-]*)?|(?<!\p{L})(?:[Rr][ée]sidence|R[ÉE]SIDENCE) (?:(?:de la|des|du|de|la|les|le) |l['’])?\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*){0,3},? (?:[Bb]âti?ment|[Bb][âa]t\.?|[Aa]pp?t\.?|[Aa]ppartement|[Ee]ntrée|[Pp]orte|[Ee]sc\.?|[Ee]scalier) [\p{L}\d]{1,4}(?![\p{L}\d])(?:,? (?:app?t\.?|appartement|porte|étage) [\p{L}\d]{1,4}(?![\p{L}\d]))?|(?<![\p{L}\d])(?:BP|CS) \d{2,5},? \d{5} \p{Lu}[\p{L}'’-]*/gu;
const LIVED_IN = /lieu[- ]?dit|r[ée]sidence|\b(?:BP|CS) \d/i;
const ENGLISH_STREET =
  /(?<![\d\p{L}])\d{1,4}[a-dA-D]?,? (?:\p{Lu}[\p{L}'’]+ ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Close|Court|Terrace|Gardens|Crescent)\b\.?/gu;

/** Streets of Germany, whose number comes last, of Spain, Italy and Portugal. */
const FOREIGN_STREET =
  /(?<!\p{L})(?:\p{Lu}[\p{L}-]{2,30}(?:stra(?:ß|ss)e|str\.|gasse|platz|weg) \d{1,4}[a-d]?(?![\p{L}\d])|(?:Calle|Avenida|Viale|Via|Piazza|Corso|Rua) (?:d[aeiou]s? |de la |del(?:la)? )?\p{Lu}[\p{L}'’]{2,30}(?: \p{Lu}[\p{L}'’]{2,30}){0,2},? \d{1,4}[a-d]?(?= ?(?:[,.;\n)]|$)))(?:, \d{4,5} \p{Lu}[\p{L}-]*)?/gu;
/** What a foreign street holds. */
const ABROAD = /(?:stra(?:ß|ss)e|str\.|gasse|platz|weg) \d|(?:Calle|Avenida|Viale|Via|Piazza|Corso|Rua) /;
/** A place on the map, to eleven metres or closer. */
const POSITION = /(?<![\d.,])-?\d{1,2}\.\d{4,15}°?[,;] ?-?\d{1,3}\.\d{4,15}(?![\d.])/g;

/** Masks homes without a number in a street. */
export const maskHomes = (text: string): string =>
  LIVED_IN.test(text) ? text.replace(PLACES, '[adresse]') : text;

/** Masks numbers in streets, with what follows them: building, postal code, town. */
export const maskStreets = (text: string): string => {
  const masked = text
    .replace(STREET, (found) => (/\d{1,4}.*\p{L}/u.test(found) ? '[adresse]' : found))
    .replace(ENGLISH_STREET, '[adresse]');
  return (ABROAD.test(masked) ? masked.replace(FOREIGN_STREET, '[adresse]') : masked).replace(
    POSITION,
    '[adresse]',
  );
};
