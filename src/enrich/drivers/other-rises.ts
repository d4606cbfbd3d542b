import type { DriverHit } from './drivers.js';
import type { TokenBuffer } from '../words/tokens.js';
import { remembered } from '../words/remembered.js';
import { fold } from '../../util/fold.js';

/** Words of a rise or a fall, which say a price only where nothing else rises. */
const RISE =
  /^(?:(?:en|une?|la|forte?|legere?|nette) )*(?:hausses?|baisses?|augment\w*|progress\w*|recul\w*|grimp\w*|bondi\w*|flamb\w*|chut\w*|explos\w*|doubl\w*|rises?|rising|rose|up|increas\w*)(?: .{0,12})?$/;
/** What rises without being paid: figures of a firm, of a survey, of a body, of the weather. */
const THING =
  "(?:resultats?|ventes?|ca|chiffres? d'affaires|benefices?|profits?|frequentation|affluence|trafic|audience|notes?|notations?|scores?|parts? de marche|production|volumes?|activite|rentabilite|effectifs?|recrutements?|embauches?|commandes?|visites?|abonnes?|demande|consommation|exportations?|importations?|dividendes?|cours de l'action|bourse|temperatures?|cholesterol|glycemie|satisfaction|qualite|natalite|chomage|emissions|sales|revenues?|turnover|earnings|results|traffic|footfall|ratings?|demand|output|temperatures)";
const BEFORE = new RegExp(`(?:^|[^a-z])${THING}(?:[^a-z][^.!?;,]{0,40})?$`);
const BEHIND = new RegExp(
  `^(?: (?:nette|forte|record|continue|sensible))? (?:de|des|du|de la|de l'|d'|dans les|in|of)(?: ?(?:la|le|les|l'|nos|notre|vos|votre|ses|son|leurs?|the|our|your))? ?${THING}(?![a-z])`,
);
/** What is paid, near by. */
const PAID =
  /(?:^|[^a-z])(?:prix|tarifs?|couts?|cher|cheres?|euros?|€|factures?|addition|price|prices|cost|costs|expensive)(?![a-z])|€/;
const ENDS = /[.!?;\n]/;

/** Where a price is said by a rise alone and what rises is something else (« ventes en hausse »), it means something else. */
export function otherRises(tokens: TokenBuffer, hits: readonly DriverHit[]): readonly DriverHit[] {
  return hits.some((hit) => isOther(tokens, hit))
    ? hits.map((hit): DriverHit => (isOther(tokens, hit) ? { ...hit, role: 'bar' } : hit))
    : hits;
}

function isOther({ text, starts, ends }: TokenBuffer, { driver, start, end, role }: DriverHit): boolean {
  if (driver !== 'price' || role === 'bar') return false;
  const from = starts[start] as number,
    to = ends[end - 1] as number;
  if (!isRise(text.slice(from, to))) return false;
  const before =
      folded(text.slice(Math.max(0, from - REACH), from))
        .split(ENDS)
        .at(-1) ?? '',
    behind = folded(text.slice(to, to + REACH)).split(ENDS)[0] ?? '';
  return (BEFORE.test(before) || BEHIND.test(behind)) && !PAID.test(before) && !PAID.test(behind);
}

const REACH = 80;
const isRise = remembered((term) => RISE.test(folded(term)));
const folded = (text: string): string => fold(text).replaceAll('’', "'");
