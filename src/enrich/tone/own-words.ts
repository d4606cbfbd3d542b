import { sieve } from '../../util/sieved.js';

/** What a writer says themselves: what others are quoted to have said is no judgement of theirs, and a right place to ask praises nobody. */

/** Who else speaks: a client, a neighbour, a review, a forum. What one reads or sees may be print of the firm. */
const OTHERS =
  /(?<![a-zà-öø-ÿœ])(?:(?:une?|des|d['’]autres|certain(?:e?s)?|plusieurs|quelques|notre|nos|mon|ma|mes|autres?) (?:clients?|clientes?|personnes?|internautes?|gens|followers?|abonnée?s?|voisine?s?|ami(?:e?s|e)?|mère|père|sœur|frère|fille|fils|mari|femme|collègues?|copains?|copines?|blogueu(?:r|se)s?)|avis|commentaires?|forums?|j['’]ai entendu|on m['’](?:a|avait) dit|(?:a|an|one|another|other|some|my|our) (?:customers?|reviewers?|people|guests?|friends?|neighbou?rs?|mother|mum|mom|father|dad|sister|brother|colleagues?|followers?)|reviews?|comments?|i heard)(?![a-zà-öø-ÿœ])/gi;
/** The firm speaks: its words are part of what is told. */
const FIRM =
  /(?<![a-zà-öø-ÿœ])(?:votre|vos|vous|sites?|étiquettes?|emballages?|publicités?|pub|conseill[a-zà-öø-ÿœ]*|vendeu[a-zà-öø-ÿœ]*|caissi[a-zà-öø-ÿœ]*|livreu[a-zà-öø-ÿœ]*|service|your?|website|label|packaging|agents?|staff|support)(?![a-zà-öø-ÿœ])/gi;
const QUOTED = /«[^«»\n]+»|“[^“”\n]+”|"[^"\n]+"/g;
/** Fewer words are quoted with a smile. */
const LEAST_QUOTED = 3;
/** Letters before a quotation that say whose it is. */
const BEFORE = 90;
/** Sentences before that in which the quotation stands. */
const SAID_BEFORE = /^[^]*[.!?\n]/;
/** Words of one's own from which the rest is read alone. */
const LEAST_WORDS = 4;
const WORD = /\p{L}{2,}/gu;

/** Where a text names one of `speakers` last, −1 where it names none. */
const lastOf = (speakers: RegExp, text: string): number => [...text.matchAll(speakers)].at(-1)?.index ?? -1;

const NAMES = String.raw`endroit|adresse|service|interlocut(?:eur|rice)|canal|page|compte|personne|contact|place|person|department|account|address|channel|team|people`;
/**
 * Who asks whether they are in the right place, or says so to who asks. A preface (« je ne sais pas si c’est le bon endroit, mais ») stays: what follows it
 * mostly complains, and is read so.
 */
const RIGHT_PLACE = new RegExp(
  String.raw`((?<![a-zà-öø-ÿœ])(?:si|sais pas|pas sûre?|espère|suis|êtes|sommes|adress[a-zà-öø-ÿœ]*|sure|hope|if|am|is this|dirig[a-zà-öø-ÿœ]*|orient[a-zà-öø-ÿœ]*|c['’]est bien)(?![a-zà-öø-ÿœ])[^.!?\n]{0,30}?(?<![a-zà-öø-ÿœ]))(?:bon(?:ne)?|right) (?=(?:${NAMES})(?![a-zà-öø-ÿœ])(?!,? (?:mais|but)))`,
  'gi',
);

const mayBeRight = sieve('bon |bonne |right '),
  namesPlace = sieve(
    'endroit|adresse|service|interlocut|canal|page|compte|person|contact|place|department|account|address|channel|team|people',
  );

/**
 * A text without what it quotes of others, and without the praise in “the right place” where somebody asks whether it is that.
 *
 * @example
 * ownWords('Un client a écrit « accueil vraiment glacial ». Que lui répondre ?')
 * // → 'Un client a écrit  . Que lui répondre ?'
 */
export function ownWords(text: string): string {
  const asked = mayBeRight(text) && namesPlace(text) ? text.replace(RIGHT_PLACE, '$1') : text;
  if (!/[«“"]/.test(asked)) return asked;
  const own = asked.replace(QUOTED, (quoted, at: number) => {
    if (quoted.slice(1, -1).trim().split(' ').length < LEAST_QUOTED) return quoted;
    const before = asked.slice(Math.max(0, at - BEFORE), at).replace(SAID_BEFORE, '');
    return lastOf(OTHERS, before) > lastOf(FIRM, before) ? ' ' : quoted;
  });
  return (own.match(WORD)?.length ?? 0) >= LEAST_WORDS ? own : asked;
}
