/** What is sold, built or shown under a person's name, in English mostly: "Paul Smith wallet", "the Wrigley Building", "Angel’s Share". */
import { matchesOf } from './name-spans.js';
import type { NameSpan } from './told-names.js';

const CAPITAL = String.raw`\p{Lu}[\p{L}’'-]{1,30}`;

/** "the Wrigley Building", "l’équipe du Carmelina Moirans": an article and no title. */
const BEHIND_ARTICLE = /(?<![\p{L}\p{N}])(?:the|du|au|le)[ \u00A0]$/iu;
/** What a firm, a house or a room is called at its end. */
const ENDS_AS_THING =
  /[ \u00A0](?:hotels?|h[oô]tels?|building|tower|lounge|suites?|museum|mus[ée]e|arena|airport|hall|electric|motors?|group|groupe|company|inc|ltd|limited|plc|sa|sarl|sas|beds?|rooms?|club|clinic|bakery|caf[eé]|coffee|restaurants?|cellars?|winery|beef|mattress|street|avenue)$/iu;

/**
 * Whether two words or more that might be a name stand behind an article, or end as a house, a firm or a thing does.
 *
 * @example
 * [isThing('the Wrigley Building', { start: 4, end: 20 }), isThing('to Sarah Jones', { start: 3, end: 14 })]
 * // → [true, false]
 */
export const isThing = (text: string, { start, end }: NameSpan): boolean =>
  (/[ \u00A0]/.test(text.slice(start, end)) &&
    BEHIND_ARTICLE.test(text.slice(Math.max(0, start - 7), start))) ||
  ENDS_AS_THING.test(text.slice(start, end)) ||
  /^(\p{L}{3,})[ \u00A0]\1$/iu.test(text.slice(start, end));

/** "Angel’s Share", "Ferris Bueller’s Day Off": shops and works. */
const OWNED_TITLE = new RegExp(
  String.raw`(?<![\p{L}\p{N}’'-])${CAPITAL}(?:[ \u00A0]${CAPITAL})?(?<=[’']s)[ \u00A0]\p{Lu}\p{Ll}{2,}`,
  'gu',
);

const ENGLISH_FOODS =
    'buns?|apples?|pears?|plums?|potatoes|biscuits?|cakes?|pies?|tarts?|sauces?|cheese|teas?|soups?|cream|crisps|chocolates?|sausages?|bread|pizzas?|yogh?urts?|jam|cereals?|milk|butter|mac|pouches',
  ENGLISH_THINGS =
    'wallets?|books?|pans?|knives|candles?|kettles?|toasters?|polo|jumpers?|trainers|boots|sandals|sunglasses|watch|watches|perfumes?|fragrances?|lipsticks?|mascara|foundation|handbags?|jeans|coats?|jackets?|mattress|mattresses|sofas?|bookcase|wardrobe|lamp|vacuum|products?|clothes|dress|dresses|shirts?|shoes|bags?|bed|cot|pram|pushchair|rug|crockery|mugs?';
const ENGLISH_OWN = 'orders?|card|voucher|account|app|website|store|shop|parcel|delivery';
/** "Paul Smith wallet", "Annie’s mac and cheese", "My Oliver Bonas order". */
const SOLD = new RegExp(
  String.raw`[ \u00A0](?:(?<food>${ENGLISH_FOODS})|(?<thing>${ENGLISH_THINGS})|(?<own>${ENGLISH_OWN}))(?![\p{L}\p{N}])`,
  'gu',
);
const BEFORE_SOLD = new RegExp(
  String.raw`(?<![\p{L}\p{N}’'-])${CAPITAL}(?<second>[ \u00A0]${CAPITAL})?$`,
  'u',
);
/** Nobody who is greeted, thanked or waited on. */
const SPOKEN_TO =
  /(?<!\p{L})(?:hi|hello|hey|dear|thanks|thank you|cheers|to|by|mrs?|ms|miss|customer|driver|and)\.?[ \u00A0]$/iu;
const OWNER = /(?<!\p{L})(?:my|your|our|the)[ \u00A0]$/iu;

/**
 * Names that stand before what is sold, and titles of shops and works.
 *
 * @example
 * soldThings('Paul Smith wallet').map(({ start, end }) => [start, end])
 * // → [[0, 10]]
 */
export function soldThings(text: string): NameSpan[] {
  const owned = /[’']s[ \u00A0]/.test(text) ? matchesOf(text, OWNED_TITLE) : [];
  const titles = owned.map(({ 0: whole, index }) => ({ start: index, end: index + whole.length }));
  const sold = matchesOf(text, SOLD).flatMap(({ index: end, groups: { food, own } = {} }) => {
    const from = Math.max(0, end - 64),
      found = BEFORE_SOLD.exec(text.slice(from, end));
    if (found === null) return [];
    const start = from + found.index,
      second = found.groups?.['second'],
      before = text.slice(Math.max(0, start - 11), start);
    if (own !== undefined) return second !== undefined && OWNER.test(before) ? [{ start, end }] : [];
    const isOwned = /[’']s$/u.test(found[0]);
    // "Hi Sarah bread was stale"
    const greeted = second !== undefined && SPOKEN_TO.test(`${found[0].slice(0, -second.length)} `);
    return greeted || SPOKEN_TO.test(before) || (isOwned && (food === undefined || second !== undefined))
      ? []
      : [{ start, end }];
  });
  return [...titles, ...sold];
}
