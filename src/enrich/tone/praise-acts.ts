import { words } from './comparisons.js';
import { COMPLAINT_TURNS, eachTurn } from './complaint-turns.js';
import type { FeatureExtractor } from '../heads/features.js';
import { POLARITY } from '../terms/lexicon.js';

/** What says that one wants to, may or must: an infinitive follows. */
const WANTS = String.raw`t(?:iens|ient|enais|enait|enons|enions)|voul(?:ais|ait|ions)|voudr(?:ais|ait|ions)|souhait(?:e|ais|ons|ions|erais)|aimerais|aimerions|permet(?:s|tez)(?:[- ]moi)?|dois|devais|devions|faut|fallait|envie|juste|simplement|c(?:œ|oe)ur|plaisir|écri[st]|profite`;
/** Little words between that and the infinitive. */
const LITTLE = String.raw`(?:(?:à|de|d['’]|pour|vous|te|le|la|les|leur|lui|aussi|ici|vraiment|tout|vivement|quand même)[ ']*)*`;
const ACT = new RegExp(
  [
    words(String.raw`(?:${WANTS}) ${LITTLE}(?:félicit|compliment|remerci|salu|encourag)er`),
    words(
      String.raw`félicit(?:er|ez)|soi(?:t|ent|ez) (?:ici )?(?:vivement |chaleureusement )?(?:remerci|félicit|salu)ée?s?|mes (?:plus )?(?:vi(?:fs|ves) |sincères |chaleureu(?:x|ses) )?(?:compliments|félicitations|remerciements)|toute (?:ma|notre) (?:gratitude|reconnaissance)|coup de chapeau|chapeau(?: bas)? [àa]u?x?|tire (?:mon|notre) chapeau|mérite(?:nt)? (?:une (?:médaille|augmentation)|des éloges|un bravo)`,
    ),
    words(
      String.raw`(?:want(?:ed)?|like|love|wish(?:ed)?) to (?:commend|praise|compliment|congratulate|thank)|(?:pass on|give) my (?:thanks|compliments|regards)|hats off to|kudos to|a credit to|deserves? (?:a medal|a raise|praise|recognition)`,
    ),
  ].join('|'),
  'i',
);

/** Thanks for what is still asked; an act that is asked about. */
const ASKED =
  /(?:remercier|remercie(?:ment)?s?) (?:[a-zà-öø-ÿœ]+ )?(?:d['’]avance|par avance|anticipés?|de (?:me |m['’]|nous |bien |faire )(?!avoir))|thank you in advance|(?:félicit|compliment|remerci|salu|encourag)er[^.!?\n]*\?/i;

/** Turns of phrase that blame nobody: what was wrong is settled, or never was. */
export const HARMLESS: ReadonlySet<string> = new Set(['settled', 'faultless']);

/**
 * Odds of a complaint where a private message praises or thanks in so many words and blames nothing, beside those of any: of our own sets 11 such
 * messages, none of which complains, of 787 and 841 (each counted once more, Laplace).
 */
export const PRAISED_ODDS = 1 / 843 / (12 / 789);

/**
 * Whether the text that `features` read last praises or thanks by saying that it does (« je tenais à féliciter », "I wanted to thank"), and holds neither
 * a word of blame, nor a complaint, nor a contrast.
 */
export function praisesInSoManyWords({ tokens, hits, negated }: FeatureExtractor): boolean {
  if (
    !ACT.test(tokens.text) ||
    ASKED.test(tokens.text) ||
    hits.countOf('complaint') > 0 ||
    hits.countOf('contrast') > 0
  )
    return false;
  for (let i = 0; i < hits.count; i++)
    if (
      hits.kinds[i] === POLARITY &&
      (hits.weights[i] as number) < 0 &&
      negated[hits.starts[i] as number] === 0
    )
      return false;
  let at = 0,
    wrong = false;
  eachTurn(tokens.text, (value) => {
    if (value > 0 && !HARMLESS.has(COMPLAINT_TURNS[at] as string)) wrong = true;
    at++;
  });
  return !wrong;
}
