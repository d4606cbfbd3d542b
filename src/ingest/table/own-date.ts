import type { Facts } from './column-facts.js';

/** What a comment stands under: its date is the same for all of them. */
const CONTAINER = /\b(?:post|publication|publie|published|video|article|photo|media|tweet|live)\b/;
const OWN_DATE =
  /^(?:date|time|timestamp|horodatage|date heure|date et heure)$|\b(?:comments?|commentaires?|messages?|avis|review)\b/;

/** What is reviewed or complained of came first, and has its own date. */
const OF_ORDER =
  /\b(?:commandes?|orders?|achats?|purchases?|livraison|delivery|delivered|visites?|visits?|reservations?|bookings?|repas|date of service|sejour|stay|passage en caisse)\b/;

/** Of who writes or of a product, never of what is said. */
const OF_ELSE =
  /\b(?:naissance|birth|birthday|dob|peremption|dlc|ddm|dluo|expiration|expiry|expires?|best before|use by)\b/;

/** Dates of orders, deliveries and visits come last among those that could be the row's, but for those of births and of how long a product keeps. */
export function beforeOrders(facts: readonly Facts[], dates: readonly number[]): readonly number[] {
  const rank = (at: number): number => {
    const name = facts[at]?.name ?? '';
    return OF_ELSE.test(name) ? 2 : Number(OF_ORDER.test(name));
  };
  return dates.toSorted((a, b) => rank(a) - rank(b));
}

/** The date of the rows themselves, where that of the post they stand under is beside it and repeats. */
export function ownDate(facts: readonly Facts[], [first = 0, ...others]: readonly number[]): number {
  const given = facts[first];
  if (given === undefined || !CONTAINER.test(given.name)) return first;
  const own = others.find((at) => {
    const one = facts[at];
    return one && OWN_DATE.test(one.name) && one.filled >= 0.8 && given.distinct <= one.distinct * 0.8;
  });
  return own ?? first;
}
