import { fold } from '../../util/fold.js';
import { EDGE, NOT_NAMES, TITLES, WORD, anyCase } from './name-patterns.js';

/** A name in a text, by its UTF-16 offsets. */
export interface NameSpan {
  readonly start: number;
  readonly end: number;
}

const LEAD = new RegExp(
  `^(?:(?:${TITLES}|hi|hello|hey|dear|thanks|thank you|cheers|uncle|aunt|auntie|customer|driver|caller|client)\\.?[ \\u00A0]+)+`,
  'iu',
);
const FOLLOWING = new RegExp(`^[ \\u00A0]${WORD}${EDGE}`, 'u');
/** First names that are also words; at the start of a sentence the word is likelier. */
export const WORDS_TOO = new Set(
  (
    'grace hope faith joy will mark may june april august rose bill grant frank pat sue rob drew dawn ivy olive ruby amber violet lily daisy iris heather holly hazel ginger basil rosemary art rich guy chase ' +
    'blessing precious poppy carol angel candy cherry crystal honey melody miles pearl penny sandy summer autumn sunny skip chip'
  ).split(' '),
);

/** An English name without the title or greeting before it and the 's after it, with the surname that compromise left. Not after "in" or "St". */
export function english(text: string, { start, end }: NameSpan): NameSpan[] {
  const name = text.slice(start, end);
  if (/^I[’'](?:m|d|ll|ve)(?!\p{L})|[()]/u.test(name) || ENGLISH_FOOD.test(text.slice(end, end + 20)))
    return [];
  const lead = LEAD.exec(name)?.[0].length ?? 0,
    owner = /[’']s$/u.exec(name)?.[0].length ?? 0;
  if (
    WORDS_TOO.has((name.split(/[ \u00A0]/)[0] ?? '').toLowerCase()) &&
    /(?:^|[.!?\n]\s*)$/.test(text.slice(Math.max(0, start - 20), start))
  )
    return [];
  if (
    text[start - 1] === '-' ||
    lead + owner >= name.length ||
    /(?:^|[^\p{L}])(?:in|near|at|the|this)[ \u00A0]$/iu.test(text.slice(Math.max(0, start - 8), start)) ||
    SAINT.test(text.slice(Math.max(0, start - 8), start))
  )
    return [];
  const surname = owner > 0 ? undefined : FOLLOWING.exec(text.slice(end, end + 40))?.[0];
  return [
    {
      start: start + lead,
      end:
        end - owner + (surname === undefined || NOT_NAMES.has(fold(surname.slice(1))) ? 0 : surname.length),
    },
  ];
}

/** Words with a capital that are first names and nothing else. */
export const listedIn = (text: string, isGiven: (word: string) => boolean): NameSpan[] =>
  [
    ...text.matchAll(
      /(?<![\p{L}\p{N}-]|(?<!(?<!\p{L})(?:d|qu|jusqu|lorsqu|puisqu))[’'])\p{Lu}[\p{L}-]{1,30}(?![\p{L}\p{N}’'-])/gu,
    ),
  ]
    .filter(({ 0: word }) => isGiven(word))
    .map(({ 0: word, index }) => ({ start: index, end: index + word.length }));

const PLACED =
  /(?<!\p{L})(?:in|near|outside|on|at|my|your|our|this|the|(?<!(?:to|with|by|from)[ \u00A0])an?)[ \u00A0]$/iu;
/** Whether no English word stands before a first name that makes it a place or a thing: "at Jefferson", "the Conrad". */
export const isLoose =
  (text: string) =>
  ({ start }: NameSpan): boolean =>
    !PLACED.test(text.slice(Math.max(0, start - 12), start));

/** First names that a label also says. */
export const FLAVOURS = new Set(
  'noel rose olive clementine violette prune marguerite jasmin capucine anis angelique melissa valentin victoria marine max che'.split(
    ' ',
  ),
);
export const SAINT = /(?:^|[^\p{L}])(?:ste?\.?|sainte?)[ \u00A0-]$/iu;
/** Food that bears a name: "crêpe Suzette", "farine Francine", "Cox apples". */
const FOOD =
  'crepe crepes galette galettes tarte tartes farine sauce confiture biscuit biscuits poire poires pomme pommes peche salade jambon fromage camembert brie beurre lait yaourt yaourts creme cafe the biere vin champagne chocolat chocolats pain brioche gateau gateaux glace glaces soupe huile vinaigre moutarde riz pates pizza saucisson pate rhum whisky vodka cognac cidre bieres vins tomate tomates fraise fraises prune prunes raisin melon chat chien croquettes beaujolais';
const ENGLISH_FOOD =
  /^[ \u00A0](?:buns?|apples?|pears?|plums?|potatoes|biscuits?|cakes?|pies?|tarts?|sauce|cheese|tea|soup|cream|crisps|chocolates?|sausages?|salad|sponge|pudding|mattress|sofa|bed|table|chair|lamp|dress|bag|shirt|shoes)(?!\p{L})/u;
export const ARTICLES = new Set(
  `${FOOD} l' la le les du ile des au aux un une et entre album saveur gout parfum gamme recette modele marque collection table lit canape fauteuil matelas chaise lampe meuble robot poupee robe pull jupe jean veste manteau chemise sac parfum creme shampoing etagere bibliotheque commode buffet armoire banc pouf tapis rideau miroir vase tabouret cafetiere deguisement costume poussette bouquet montre lunettes valise velo trottinette aspirateur plat plats assiette tasse couette housse oreiller parasol perceuse tondeuse lampadaire landau tente sandales escarpins manteau trench doudoune lisseur tablette peluche baskets bottes chaussures ceinture echarpe bonnet short pyjama bague collier livre roman film dvd album chanson serie jeu figurine bougie restaurant resto bistro bistrot brasserie auberge maison hotel boulangerie patisserie pizzeria cafe ferme boutique magasin domaine chateau cave chalet`.split(
    ' ',
  ),
);

/** "les madeleines Jeannette": several things of a kind, or one that stands behind its article, and no person's. */
const THING = new RegExp(
  String.raw`(?<![\p{L}’'])(?:${anyCase('les|des|ces|vos|nos|mes|leurs|aux|deux|trois|quatre')})[ \u00A0](?!enfants|fils|filles|petits|petites|ami|collègues|voisin|cousin|serveu|patron|vendeu|hôte|conseill|caissi|livreu|gérant|chefs|agents|technicien|interlocut)\p{Ll}+[sx][ \u00A0]$`,
  'u',
);

/**
 * French first names inside a sentence, with the names after them. At the start of a sentence, after an article or another
 * capital, a first name is too often a word or a piece of a title.
 */
export function midSentence(text: string, told: readonly NameSpan[]): NameSpan[] {
  return told.flatMap(({ start, end }) => {
    if (FLAVOURS.has(fold(text.slice(start, end))) || SAINT.test(text.slice(Math.max(0, start - 8), start)))
      return [];
    const before = /(?:^|[\s(’'])([\p{L}]*[’']?)(,?[ \u00A0]*)$/u.exec(
      text.slice(Math.max(0, start - 40), start),
    );
    const word = fold(before?.[1] ?? '').replace('’', "'");
    if (THING.test(text.slice(Math.max(0, start - 50), start))) return [];
    if (/^[ \u00A0](?:\d{4,}|[IVX]{2,5}(?!\p{L}))/u.test(text.slice(end, end + 7))) return [];
    const isApart = before?.[2]?.startsWith(',') === true;
    if (word === '' || (!isApart && before?.[1] !== 'là' && ARTICLES.has(word))) return [];
    // behind a capital and a comma: "Bonsoir Monsieur, Elif vous a appelé", no "Ariel, Skip, Persil"
    if (
      /^\p{Lu}/u.test(before?.[1] ?? '') &&
      !(isApart && /^[ \u00A0]\p{Ll}/u.test(text.slice(end, end + 2)))
    )
      return [];
    const after =
      new RegExp(`^(?:[ \\u00A0]${WORD}){1,2}${EDGE}`, 'u').exec(text.slice(end, end + 80))?.[0] ?? '';
    return [{ start, end: end + after.length }];
  });
}
