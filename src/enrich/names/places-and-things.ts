/** Towns, saints, offices, things: what stands where a person's name would, and is none, or one that is in the news. */
import { TRADES, anyCase } from './name-patterns.js';
import { eachMatch } from './name-spans.js';
import { loadNameTable } from './name-table.js';
import { soldThings } from './sold-things.js';
import { ARTICLES, type NameSpan } from './told-names.js';

const CAPITAL = String.raw`\p{Lu}[\p{L}’'-]{1,30}`;
const TITLE_BEFORE = String.raw`(?<!(?<!\p{L})(?:[Mm]onsieur|[Mm]adame|[Mm]ademoiselle|[Mm]me|[Mm]lle|[Mm]rs?|[Mm]s|[Mm]iss|M|[Dd]r|[Mm]aître|Me|MME|MR|MONSIEUR|MADAME)\.?[ \u00A0](?:de[ \u00A0])?)`;

/** "Saint-Honoré", "St Agur", "Biars-sur-Cère", "Villeneuve-d’Ascq". */
const SAINTS_AND_VILLAGES = new RegExp(
  String.raw`${TITLE_BEFORE}(?<![\p{L}\p{N}’'-])(?:(?:Ste?\.?|Sainte?)[ \u00A0-]\p{Lu}[\p{L}’'-]{1,30}|\p{Lu}[\p{L}’'-]{1,20}-(?:sur|sous|en|l[eè]s|l[ea]|de|du|des|aux?|près|d[’']|l[’'])-?\p{Lu}[\p{L}’'-]{1,30})(?![\p{L}\p{N}-])`,
  'gu',
);
const OFFICES = anyCase(
  'premier ministre|première ministre|ministre|sénateur|sénatrice|députée?|eurodéputée?|préfète?|minister|prime minister|senator|secretary of state|chancellor|président de la république|pape|pope|king|queen|prince|princesse|princess',
);
/** "la ministre Annie Genevard". */
const IN_OFFICE = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${OFFICES})[ \u00A0](?:${CAPITAL}[ \u00A0]${CAPITAL})`,
  'gu',
);
/** "Arnaud Rousseau, président de la FNSEA"; who presides over neighbours or a club is in no public office. */
const OF_OFFICE = new RegExp(
  String.raw`(?<![\p{L}\p{N}’'-])${CAPITAL}(?:[ \u00A0]${CAPITAL}){1,2}(?=,[ \u00A0](?:(?:le|la|l[’']|the|former|ancien|ancienne|actuel|actuelle|ex-?)[ \u00A0]?){0,2}(?:${OFFICES}|${anyCase("présidente? d(?:e la|u|es|e l[’'])(?![ \u00A0]?(?:association|amicale|club|comité|conseil syndical|syndic|copropriété|bureau|parents|locataires|résidents|riverains))|p-?dg d|directeur général du groupe|porte-parole d|maire d|ceo of|chief executive|nfu president|(?:president|chair(?:man|woman)?) of(?! (?:(?:the|our|my|a|an|local) ){0,2}(?:association|club|society|tenants|residents|parents|parish|local))|spokes(?:man|woman|person) (?:of|for)")}|MPs?(?!\p{L})))`,
  'gu',
);
/** What is sold under a person's name: "la terrine Monique Ranou", "tank John Deere". */
const THINGS = new Set([
  ...[...ARTICLES].filter((word) => word.length > 3 && !/^(?:entre|restaurant)$/.test(word)),
  ...'terrine baguette girafe tank tracteur cuvee cidre tisane infusion sirop miel compote puree sardines thon saumon poulet dinde roti saucisse merguez rillettes quiche raviolis lasagnes couscous taboule sandwich burger bonbons nougat macarons eclair capsules dosettes dessert mousse flan sorbet cookie madeleine madeleines gaufre cereales muesli lessive savon gel dentifrice rasoir mascara vernis parfum palette gamelle chaussettes lingerie lunettes jeans blouson poele casserole couteau marmite cocotte tondeuse perceuse tente poupee peluche collection enseigne boutiques teinte coloris couleur nuance ton motif finition reference version coffret'.split(
    ' ',
  ),
]);
const THING_OF = new RegExp(
  String.raw`(?<!\p{L}|(?:rayon|stand|[Cc]ôté)[ \u00A0]|(?:${TRADES})[ \u00A0](?:(?:du|de|de la|de ce|de cette|de votre)[ \u00A0])?)(?<thing>\p{Ll}{3,14})[ \u00A0](?<name>${CAPITAL}(?:[ \u00A0]${CAPITAL})?(?:[ \u00A0]&[ \u00A0]${CAPITAL})?)(?![\p{L}\p{N}-])(?![ \u00A0](?:m[’']|nous[ \u00A0]|vous[ \u00A0]|(?:a|est|qui|ne|connaît|maîtrise|fait|sait|gère|prend|dit)[ \u00A0]))`,
  'gu',
);
/** "Our Charlie Bigham’s pies", "Your Rachel’s yoghurt", "the Florence & Fred range"; a person’s where what follows is not sold: "your Rachel’s attitude". */
const ARTICLE_OF = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${anyCase('the|your|our|these|those')})[ \u00A0](?!M[rs]s?[ \u00A0.]|Miss[ \u00A0])(?:${CAPITAL}(?:[ \u00A0]${CAPITAL})?[’']s(?=[ \u00A0]\p{Ll})|${CAPITAL}[ \u00A0]&[ \u00A0]${CAPITAL})`,
  'gu',
);

const SOLD =
  /^[ \u00A0](?:(?!birthday|wedding|christening|leaving|school)\p{Ll}+[ \u00A0]){0,2}(?:pies?|yogh?urts?|puddings?|desserts?|custards?|cakes?|bread|loaf|loaves|biscuits?|cookies|crisps|chocolates?|sausages?|ham|bacon|cheese|butter|milk|ice[ \u00A0-]creams?|sauces?|soups?|salads?|sandwich(?:es)?|meals?|pizzas?|tea|coffee|cider|beers?|wines?|gin|juices?|jams?|cereals?|oats|noodles|chips|soap|shampoo|candles?|dress(?:es)?|jeans|shirts?|jumpers?|clothes|clothing|shoes|boots|products?|range|brand|collection|label|stuff)(?!\p{L})/u;

const RUN = new RegExp(
  String.raw`(?<![\p{L}\p{N}’'-])(?:(?:[DdLl]|[Qq]u)[’'](?=\p{Lu}))?(?<name>\p{Lu}[\p{L}’'-]{1,30}(?:[ \u00A0](?:(?:le|la|on|upon|sur|in)[ \u00A0])?\p{Lu}[\p{L}’'-]{1,30}){0,3})`,
  'gu',
);
const PLACED =
  /(?<!\p{L})(?:à|en|in|near|outside|around|from|at|vers|près de|depuis|sur|magasin|drive|hyper|agence|usine|mairie|gare|région)[ \u00A0](?:de[ \u00A0])?$/iu;
/** Places that a first name stands behind as well: what makes it a town. */
const TRAVELLED =
  /(?<!\p{L})(?:in|near|outside|around)[ \u00A0]$|(?<!\p{L})(?:all\p{L}{1,4}|va|vais|vont|part\p{L}{1,4}|habit\p{L}{1,4}|vi[st]|viv\p{L}{1,4}|né|née|séjour\p{L}{0,3}|week-end|vacances|retourn\p{L}{1,4}|(?:de|au)[ \u00A0]retour|voyage|rentr\p{L}{1,4}|magasin|drive|situé\p{L}{0,2})[ \u00A0](?:à|de|d[’'])[ \u00A0]?$/iu;
const OF = /(?<!\p{L})(?:d[eu]|of)[ \u00A0]$|(?<!\p{L})d[’']$/iu;
const ASIDE = /[\p{L}\p{N}](?:,| [–(-]|[–(-]) ?\(?$/u;
const BRANCH =
  /^[ \u00A0](?:branch|store|shop|depot|warehouse|office|superstore|high street|town|city|centre|center)(?!\p{L})/iu;
const TITLED = new RegExp(String.raw`${TITLE_BEFORE}$`, 'u');

/** Whether the word behind the article is borne as a first name. */
const beginsAsPerson = (named: string): boolean =>
  loadNameTable().countsOf(/[ \u00A0](\p{L}+)/u.exec(named)?.[1] ?? '').given > 1;

function townAt(text: string, name: string, start: number, end: number): boolean {
  const { town, given, surname } = loadNameTable().countsOf(name);
  if (town === 0) return false;
  const before = text.slice(Math.max(0, start - 30), start),
    after = text.slice(end, end + 16);
  if (!TITLED.test(before)) return false;
  if (BRANCH.test(after)) return true;
  if (name.includes(' ')) {
    const first = loadNameTable().countsOf(name.split(' ')[0] ?? '');
    return first.given < 3 || PLACED.test(before);
  }
  if (given > 1) return TRAVELLED.test(before);
  return (
    PLACED.test(before) || (surname < 3 && OF.test(before)) || (town > 0 && surname < 2 && ASIDE.test(before))
  );
}

/** Towns by their name and what stands around them. */
function towns(text: string): NameSpan[] {
  const found: NameSpan[] = [];
  for (const { 0: whole, index, groups: { name: run = '' } = {} } of eachMatch(text, RUN)) {
    const from = index + whole.length - run.length;
    const words = [...run.matchAll(/[^ \u00A0]+/g)];
    for (let i = 0; i < words.length; i++)
      for (let j = words.length; j > i; j--) {
        const start = from + (words[i]?.index ?? 0),
          end = from + (words[j - 1]?.index ?? 0) + (words[j - 1]?.[0].length ?? 0);
        if (!townAt(text, text.slice(start, end).replaceAll('\u00A0', ' '), start, end)) continue;
        found.push({ start, end });
        i = j;
        break;
      }
  }
  return found;
}

/**
 * Spans of a text that are a town's, a saint's, a thing's, or of a person in public office.
 *
 * @example
 * placesAndThings('La terrine Monique Ranou du magasin de Vitry').map(({ start, end }) => [start, end])
 * // → [[11, 24], [39, 44]]
 */
export function placesAndThings(text: string): NameSpan[] {
  const found: NameSpan[] = [];
  for (const pattern of [SAINTS_AND_VILLAGES, IN_OFFICE, OF_OFFICE, ARTICLE_OF])
    for (const { 0: whole, index } of eachMatch(text, pattern)) {
      const end = index + whole.length;
      if (pattern !== ARTICLE_OF || !beginsAsPerson(whole) || SOLD.test(text.slice(end, end + 40)))
        found.push({ start: index, end });
    }
  for (const { 0: whole, index, groups: { thing = '', name = '' } = {} } of eachMatch(text, THING_OF))
    if (THINGS.has(thing.normalize('NFD').replaceAll(/\p{M}/gu, '')))
      found.push({ start: index + whole.length - name.length, end: index + whole.length });
  return [...found, ...soldThings(text), ...towns(text)];
}
