/** What bears the name of a person and is none: brands, places, works, a name beside a thing. */
import { parseTsv, readDataFile } from '../words/data-file.js';
import { isGivenName } from './given-names.js';
import { anyCase } from './name-patterns.js';
import type { NameSpan } from './told-names.js';

/**
 * The dead whose names streets, stations, schools and shops bear: those of the commonest street names of France, and of sayings.
 * A sale at "la boutique Victor Hugo" names no customer.
 */
const NAMESAKES = `Victor Hugo|Jean Jaurès|Charles de Gaulle|Jules Ferry|Louis Pasteur|Jean Moulin|Léon Gambetta|Aristide Briand|Émile Zola|Pierre Curie|Marie Curie|Anatole France|Jean Mermoz|Henri Barbusse|Georges Clemenceau|Jules Verne|Albert Camus|George Sand|Jacques Prévert|Georges Brassens|Georges Pompidou|François Mitterrand|Jules Guesde|Gabriel Péri|Paul Bert|Jeanne d[’']Arc|Albert Einstein|Frédéric Mistral|Alphonse Daudet|Honoré de Balzac|Alfred de Musset|Claude Debussy|Claude Monet|Paul Cézanne|Paul Éluard|Louis Aragon|Simone Veil|Martin Luther King|Bloody Mary|Ali [Bb]aba|Jesus Christ|Jésus-Christ|Oncle Tom|Je suis Charlie|M(?:adame|me) Michu`;
/** Ends of English places; those that are surnames too ("Margaret Hill") count behind a possessive alone. */
const PLACE_ENDS = 'Cross|Street|Road|Avenue|Square|Station|Gardens?|Market|Quay|Junction|Circus|Stortford',
  NAMED_ENDS = 'Park|Court|End|Wood|Gate|Bush|Lane|Place|Hill|Green|Bridge|Yard|Walk|Town|Common|Close|Row';
/** "King’s Cross", "Oxford Street", "St John’s Wood", "avenue Victor Hugo": places, and who has no privacy left to lose. */
const PLACE_NAMES = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:(?:St|Saint)\.?[ \u00A0])?\p{Lu}\p{Ll}+(?:(?:[’']s)?[ \u00A0](?:${PLACE_ENDS})|[’']s[ \u00A0](?:${NAMED_ENDS}))|${NAMESAKES})(?![\p{L}\p{N}])`,
  'gu',
);

/** What is done at a person's home and at no shop, before "chez": "livré chez", "dormi chez"; not "livré au relais chez", which is a shop. */
const AT_HOME = String.raw`(?<!\p{L})(?:[Ll]ivr|[Dd]épos|[Ll]aiss|[Rr]emis|[Rr]écupér|[Cc]olis|[Pp]aquet|[Hh]éberg|[Hh]abit(?:e|es|ent|ais|ait|aient|ant|er|ez)(?!\p{L})|[Dd]orm|[Ii]nvit|[Aa]nniversaire|emménag|log(?:e|é|ée|és|er|ent|eait|eons)(?!\p{L})|v(?:is|it|ivre|ivait|ivent|ivons|ivais)(?!\p{L}))[^.!?\r\n]{0,25}(?<!(?:relais|point|magasin|boutique|restaurant|resto|boulangerie|pizzeria|épicerie|enseigne|bar|café|bistrot?|traiteur|venant|vient)[ \u00A0](?:de[ \u00A0])?)[Cc]hez`;
/** What is said behind the name of who lives there: "chez Paul, mon voisin", "chez Julie pour son anniversaire". */
const LIVES_THERE = String.raw`,?[ \u00A0](?:(?:\(|qui[ \u00A0]est[ \u00A0])?(?:mon|ma|mes|notre|nos|son|sa|leur|une?|le|la)[ \u00A0](?:voisine?|ami[es]?|amie|copine?|copain|pote|frère|sœur|soeur|cousine?|tante|oncle|mère|père|mari|femme|grand|belle|beau|fils|fille|collègue|gardienne?|concierge|nounou|nièce|neveu|coloc\p{L}*|marraine|parrain)(?!\p{L})|pour[ \u00A0](?:son|ses|leur|l[ea]s?|un|une|mon)[ \u00A0](?:anniv|fiançailles|baptême|crémaillère|pendaison)|au[ \u00A0](?:\d+(?:e|er|ème)?|premier|deuxième|second|troisième|quatrième)(?:[ \u00A0]étage|(?=[ \u00A0]?[.,;!?]|$)))`;

/** "je ne commande que chez Vincent": where one shops or eats, no neighbour who took a parcel in. */
const SHOPPED = new RegExp(
  String.raw`[Cc]hez(?<!\p{L}[Cc]hez|${AT_HOME})[ \u00A0](?!M(?:me|lle|r)?[.\u00A0 ])\p{Lu}\p{Ll}[\p{L}’'-]{1,30}(?![\p{L}’'-]|[ \u00A0](?:de[ \u00A0])?\p{Lu}|${LIVES_THERE})`,
  'gu',
);
const HOME_BEFORE = new RegExp(String.raw`${AT_HOME}[ \u00A0]$`, 'u'),
  HOME_BEHIND = new RegExp(`^(?:${LIVES_THERE})`, 'u');

/** What those who sell it are asked for: "le dernier roman de Guillaume Musso". */
const WORKS = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${anyCase('livre|roman|bd|film|dvd|cd|album|vinyle|disque|chanson|recette|concert|biographie|spectacle')})s?[ \u00A0](?:de[ \u00A0]|d[’'])\p{Lu}[\p{L}’'-]{1,30}(?:[ \u00A0]\p{Lu}[\p{L}’'-]{1,30}){1,2}`,
  'gu',
);

/** Streets, stations and schools bear names that are nobody's. */
const STREETS = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${anyCase('rue|avenue|av\\.|boulevard|bd|place|quai|cours|allée|impasse|square|pont|gare|station|métro|lycée|collège|école|hôpital|halle|marché|parking|stade|église|faubourg')})s?[ \u00A0](?:(?:de|du|des|de la|de l[’']|d[’'])[ \u00A0]?)?\p{Lu}[\p{L}’'-]{1,30}(?:[ \u00A0](?:(?:de|du)[ \u00A0])?\p{Lu}[\p{L}’'-]{1,30}){0,2}`,
  'gu',
);

/** Rooms, wines and tables that bear a name, and shops called "le Bon Gustave" or "Vincent dans les Vapes". */
const BEARERS =
  /(?<!\p{L})(?:(?:salle|champagne|domaine|château|brasserie|bistrot?)[ \u00A0]\p{Lu}[\p{L}’'-]{1,30}(?:[ \u00A0]\p{Lu}[\p{L}’'-]{1,30})?(?![ \u00A0](?:m[’']|nous[ \u00A0]|vous[ \u00A0]|a[ \u00A0]|est[ \u00A0]|qui[ \u00A0]))|(?:[Ff]erme|cabane|chalet|table|cave|bergerie|restaurant|resto|boulangerie|épicerie|taverne|crêperie)[ \u00A0]à[ \u00A0]\p{Lu}[\p{L}’'-]{1,30}|[Ll]e[ \u00A0](?:Bon|Petit|Grand|Gros|Père)[ \u00A0]\p{Lu}[\p{L}-]{1,30}|\p{Lu}\p{Ll}{2,20}[ \u00A0][Dd]ans[ \u00A0][Ll]es[ \u00A0]\p{Lu}\p{Ll}+)/gu;

export const PLACES_AND_WORKS: readonly RegExp[] = [PLACE_NAMES, STREETS, WORKS, BEARERS, SHOPPED];

/** Brands that look like persons, and services whose staff is named by them, with what they own: "Aunt Bessie’s". */
export const brandsLikePersons = (): { name: string; aliases: string[] }[] =>
  parseTsv(readDataFile('names/bearers.tsv'), 2)
    .flatMap(([, names = '']) => names.split('|'))
    .map((name) => ({ name, aliases: /[’']s$/u.test(name) ? [] : [`${name}’s`] }));

const BOUGHT =
  /(?<!\p{L})(?:chez|plats?|surgelés?|boulangeries?|cavistes?|magasins?|enseigne|marque|jus|gamme|quiche|pizza|lasagnes|from|at|l[ea])[ \u00A0]$/iu;

/** What a shop does and its staff does not. */
const SELLS =
  /^[ \u00A0](?:ne[ \u00A0])?(?:propose[ \u00A0]des|vend|affiche|solde|brade|commercialise|sells|stocks)[ \u00A0](?!mal|bien|son[ \u00A0]âme)/u;

/**
 * Whether an entity whose name is a first name too is the brand, by the text around it: "chez Nicolas" and "Nicolas vend ce vin" are a cellar, "Bref, Nicolas" is not.
 * What is no brand or retailer (a place) always is what it seems.
 *
 * @example
 * [isBought('retailer', 'du vin de chez '), isBought('retailer', 'Bref, '), isBought('retailer', '', ' vend ce vin'), isBought('city', 'Bref, ')]
 * // → [true, false, true, true]
 */
export const isBought = (kind: string, before: string, after: string = ''): boolean =>
  (kind !== 'brand' && kind !== 'retailer') ||
  (BOUGHT.test(before) && !isAtHome(before, after)) ||
  SELLS.test(after);

/** "livré chez |Paul", "chez |Paul|, mon voisin": where somebody lives. */
const isAtHome = (before: string, after: string): boolean =>
  /chez[ \u00A0]$/iu.test(before) && (HOME_BEFORE.test(before) || HOME_BEHIND.test(after));

/**
 * Whether a name stands beside what is no person, by "et" or "ou": "Celio ou Jules", "Mont Blanc et Marie". `guarded` holds 1 where a brand or
 * a place stands, `names` are folded first names.
 *
 * @example
 * isBesideThing('Celio ou Jules', { start: 9, end: 14 }, new Uint8Array(14), new Set(['jules']))
 * // → true
 */
export function isBesideThing(
  text: string,
  { start }: NameSpan,
  guarded: Uint8Array,
  names: ReadonlySet<string>,
): boolean {
  const beside =
    /(?:(M(?:me|lle|r)?\.?|Madame|Monsieur)[ \u00A0])?(\p{Lu}[\p{L}-]{1,30})[ \u00A0](ou|et|or|and|&)[ \u00A0]$/u.exec(
      text.slice(0, start),
    );
  if (beside === null) return false;
  const [, title, other = '', or = ''] = beside;
  if (guarded[start - or.length - 3] === 1) return true;
  return or.startsWith('o') && title === undefined && !isGivenName(other, names);
}

/** "chez Lu Shan les thés": behind a brand and before a small word that tells of no person, a first name is the rest of a brand's. */
export const isOfBrand = (text: string, { start, end }: NameSpan, guarded: Uint8Array): boolean =>
  guarded[start - 2] === 1 &&
  /\p{L}[ \u00A0]$/u.test(text.slice(Math.max(0, start - 2), start)) &&
  /^[ \u00A0](?!(?:a|est|était|au|du|de|qui|et|ne|nous|vous|was|is|has|who|at|from|and|in)[ \u00A0]|[mns][’'])\p{Ll}/u.test(
    text.slice(end, end + 12),
  );
