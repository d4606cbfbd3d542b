/** What bears the name of a person and is none: brands, places, works, a name beside a thing. */
import { isGivenName } from './given-names.js';
import { anyCase } from './name-patterns.js';
import type { NameSpan } from './told-names.js';

/** Carriers, networks, sites and operators whose staff customers name: "le livreur Chronopost". */
const SERVICE_BRANDS =
  'Chronopost|Colissimo|Mondial Relay|Relais Colis|DPD|GLS|UPS|DHL|FedEx|TNT|La Poste|Evri|Hermes|Royal Mail|Orange|SFR|Free|Bouygues|Sosh|Vodafone|Virgin|Sky|BT|EDF|Engie|SNCF|RATP|Air France|Ryanair|EasyJet|Uber|Uber Eats|Deliveroo|Just Eat|Airbnb|Booking|BlaBlaCar|Doctolib|Trustpilot|PayPal|Klarna|Visa|Mastercard|Instagram|Facebook|Twitter|TikTok|YouTube|WhatsApp|Messenger|Snapchat|LinkedIn|Google|Apple|Microsoft|Samsung|Netflix|Spotify|Disney|Vinted|Temu|Shein|AliExpress|Zalando|Asos|Bison Futé|Mario Kart|Super Mario|Back Market|Cdiscount|Siri|Mont Blanc|Boots'.split(
    '|',
  );
/** Brands that begin as a person's name does, and are in no list. */
const PERSON_LIKE_BRANDS = [
  'Ben and Jerry',
  'Ben & Jerry',
  'Ben and Jerry’s',
  'Ben & Jerry’s',
  'Monsieur Propre',
  'Mr Propre',
  'Monsieur Bricolage',
  'Mr Bricolage',
  'Mr. Bricolage',
  'Monsieur Cuisine',
  'Madame Loïk',
  'Madame Loik',
  'Madame Figaro',
  'Dr Oetker',
  'Dr. Oetker',
  'Dr Pepper',
  'Dr. Pepper',
  'Mr Freeze',
  'Mr. Freeze',
  'Pierre Martinet',
  'Paul Predault',
  'Jean Caby',
  'Marie Morin',
  'Marie Brizard',
  'Jacques Vabre',
  'Jean Floc’h',
  'Jean Rozé',
  'Jean Hénaff',
  'Alain Milliat',
  'Pierre Hermé',
  'Sophie Lebreuilly',
  'Paul Dischamp',
  'Jack Daniel',
  'Aunt Bessie',
  'Mr Kipling',
  'Earl Grey',
  'Lady Grey',
  'Dom Pérignon',
  'Don Pérignon',
  'Mr Muscle',
  'Granny Smith',
  'Johnnie Walker',
  'Captain Morgan',
  'Papa John',
  'Papa John’s',
  'Jack Daniel’s',
  'Levi’s',
  'Lloyd’s',
  'Harry Potter',
  'M. Propre',
  'Docteur Maboul',
  'Monsieur Patate',
  'Dr Martens',
  'Dr. Martens',
  'Comptoir de Mathilde',
  'Lou Pérac',
  // houses of fashion, perfume, hair, glasses, food
  ...'Nina Ricci|Marc Jacobs|Jean-Paul Gaultier|Jean Paul Gaultier|Louis Vuitton|Guy Degrenne|Guy Demarle|Guy Hoquet|Jeff de Bruges|Christian Dior|Christian Louboutin|Coco Chanel|Paco Rabanne|Thierry Mugler|Hugo Boss|Armand Thiery|Gérard Darel|Claudie Pierlot|Sonia Rykiel|Vanessa Bruno|Éric Bompard|Eric Bompard|Tommy Hilfiger|Pierre Cardin|Jacques Dessange|Franck Provost|Jean-Louis David|Jean Louis David|Camille Albane|Alain Afflelou|Alain Manoukian|Nicolas Feuillatte|William Saurin|Charles et Alice|Charles & Alice|Lucien Georgelin|Albert Ménès|Jean Hervé|Laurent-Perrier|Laurent Perrier|Louis Pion|Julien d’Orcel|Michael Kors|Karl Lagerfeld|Giorgio Armani|Stella McCartney|Victoria’s Secret|Tom Ford|Jo Malone|Estée Lauder|Elizabeth Arden|Helena Rubinstein|Kate Spade|Vivienne Westwood|Roberto Cavalli|Alexander McQueen|Inès de la Fressange|Massimo Dutti|Stéphane Plaza|Reine Claude|Charlotte Tilbury|Clément Faugier|Raymond Weil|Philippe Starck|Roger Vivier|Roger & Gallet|Roger et Gallet|Pierre Fabre'.split(
    '|',
  ),
  // papers, films, toys, shops, banks, cooks
  ...'Docteur Good|Doctor Who|Dr House|Docteur House|Mister Auto|Mister Spex|Monsieur Meuble|Monsieur Store|Mr Bean|Captain America|Max Havelaar|Oncle Ben|Tante Fanny|Mère Poulard|Père Magloire|Rémy Martin|Sally Hansen|Bobbi Brown|Max Factor|Daniel Hechter|Daniel Wellington|Christine Laure|Gérard Pasquier|Jacqueline Riu|Georges Rech|Nicolas Vahé|Marc Orian|Yves Saint Laurent|Roche Bobois|Charles Schwab|Morgan Stanley|Thomas Cook|Philip Morris|Philip Kingsley|Ben Sherman|Jimmy Choo|Kurt Geiger|Laura Ashley|Laura Mercier|Dorothy Perkins|Jack Wills|Jack Wolfskin|Peter Rabbit|Thomas Sabo|Thomas le petit train|Bob l’éponge|Bob le bricoleur|Dora l’exploratrice|Peppa Pig|Winnie l’ourson|Barbie et Ken|Barbie et son Ken|Barbie and Ken|Lara Croft|James Bond|Charlie Hebdo|Marie Claire|Paris Match|Tom Tailor|Tom & Jerry|Tom et Jerry|Ben’s Original|Jack Link’s|Wendy’s|Denny’s|Trader Joe’s|Arby’s|Mary Kay|Elizabeth Taylor|Britney Spears|Ariana Grande|Marc O’Polo|Isabel Marant|Marie Sharp|Lucky Luke|Jeanne Gaillard|Sophie Canétang|Émile Noël|Émile Henry|Georges Duboeuf|Paul Bocuse|Bernard Loiseau|Thierry Marx|Philippe Etchebest|Jamie Oliver|Gordon Ramsay|Mary Berry|Aunt Jemima|Betty Crocker|Sara Lee|Marie Callender|Oscar Mayer|Stella Artois|Samuel Adams|Alice Délice|Simone Pérèle|Chantal Thomass|Marlies Dekkers'.split(
    '|',
  ),
  'Giovanni Ferrari',
  'Giovanni Rana',
  'Petit Louis',
  'Petit Billy',
  'William Peel',
  'Celio',
  'Emma matelas',
  'Rose Passion',
  'Jim Beam',
  'Tim Hortons',
  'Ted Baker',
  'Ralph Lauren',
  'Saint Laurent',
  'Calvin Klein',
  'King Edward',
  'Pierre Ricaud',
  'Fred Perry',
  'John Lewis',
  'Percy Pig',
  'Percy Pigs',
  'Loïc Raison',
  'Sophie la girafe',
  'Cyril Lignac',
];

/**
 * The dead whose names streets, stations, schools and shops bear: those of the commonest street names of France, and of sayings.
 * A sale at "la boutique Victor Hugo" names no customer.
 */
const NAMESAKES = `Victor Hugo|Jean Jaurès|Charles de Gaulle|Jules Ferry|Louis Pasteur|Jean Moulin|Léon Gambetta|Aristide Briand|Émile Zola|Pierre Curie|Marie Curie|Anatole France|Jean Mermoz|Henri Barbusse|Georges Clemenceau|Jules Verne|Albert Camus|George Sand|Jacques Prévert|Georges Brassens|Georges Pompidou|François Mitterrand|Jules Guesde|Gabriel Péri|Paul Bert|Jeanne d[’']Arc|Albert Einstein|Frédéric Mistral|Alphonse Daudet|Honoré de Balzac|Alfred de Musset|Claude Debussy|Claude Monet|Paul Cézanne|Paul Éluard|Louis Aragon|Simone Veil|Martin Luther King|Bloody Mary|Oncle Tom|Je suis Charlie|M(?:adame|me) Michu`;
/** Ends of English places; those that are surnames too ("Margaret Hill") count behind a possessive alone. */
const PLACE_ENDS = 'Cross|Street|Road|Avenue|Square|Station|Gardens?|Market|Quay|Junction|Circus|Stortford',
  NAMED_ENDS = 'Park|Court|End|Wood|Gate|Bush|Lane|Place|Hill|Green|Bridge|Yard|Walk|Town|Common|Close|Row';
/** "King’s Cross", "Oxford Street", "St John’s Wood", "avenue Victor Hugo": places, and who has no privacy left to lose. */
const PLACE_NAMES = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:(?:St|Saint)\.?[ \u00A0])?\p{Lu}\p{Ll}+(?:(?:[’']s)?[ \u00A0](?:${PLACE_ENDS})|[’']s[ \u00A0](?:${NAMED_ENDS}))|${NAMESAKES})(?![\p{L}\p{N}])`,
  'gu',
);

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
  /(?<!\p{L})(?:(?:salle|champagne|domaine|château|brasserie|bistrot?)[ \u00A0]\p{Lu}[\p{L}’'-]{1,30}(?:[ \u00A0]\p{Lu}[\p{L}’'-]{1,30})?(?![ \u00A0](?:m[’']|nous[ \u00A0]|vous[ \u00A0]|a[ \u00A0]|est[ \u00A0]|qui[ \u00A0]))|[Ll]e[ \u00A0](?:Bon|Petit|Grand|Gros|Père)[ \u00A0]\p{Lu}[\p{L}-]{1,30}|\p{Lu}\p{Ll}{2,20}[ \u00A0][Dd]ans[ \u00A0][Ll]es[ \u00A0]\p{Lu}\p{Ll}+)/gu;

export const PLACES_AND_WORKS: readonly RegExp[] = [PLACE_NAMES, STREETS, WORKS, BEARERS];

/** Brands that look like persons, and services whose staff is named by them, with what they own: "Aunt Bessie’s". */
export const brandsLikePersons = (): { name: string; aliases: string[] }[] =>
  [...PERSON_LIKE_BRANDS, ...SERVICE_BRANDS].map((name) => ({
    name,
    aliases: /[’']s$/u.test(name) ? [] : [`${name}’s`],
  }));

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
  (kind !== 'brand' && kind !== 'retailer') || BOUGHT.test(before) || SELLS.test(after);

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
