import { sieve } from '../../util/sieved.js';
import type { FeatureExtractor } from '../heads/features.js';
import { TOKEN } from '../words/token-kinds.js';
import type { ClauseReading } from './clause-reading.js';

/** « Merci pour les trois semaines d’attente »: praise or thanks in whose place the rest blames. */

const LETTER = '[a-zà-öø-ÿœ]';
/** Sighs and calls before it. */
const AH = String.raw`(?:(?:ah|oh|eh|ben|bah|bon|alors|et|wow|waouh|ouah|lol|mdr|well|so|non mais|franchement)[ ,!.…]+)*`;
const THANKS = String.raw`(?:(?:un|mille|encore|grand|big|many|a|toutes?|mes|nos|sincères|je|vous|tiens à|vraiment) )*(?:mercis?|bravo|félicit(?:ations?|e|er)|chapeau(?: bas)?|congrat(?:ulation)?s|thanks|thank you|well done|kudos|hats off)(?: (?:encore|infiniment|beaucoup|bien|mille fois|so much|a lot|a bunch|again|very much))*(?: (?:à|au|aux|to) (?!avoir|ne )(?:${LETTER}+['’ ]){0,2}?${LETTER}+)?(?:,? (?:pour|d['’]avoir|de|d['’]|for|on|vous|qui))?`;
const PRAISE = String.raw`(?:super|géniale?|excellente?|parfait|magnifique|merveilleu(?:x|se)|formidable|fantastique|superbe|(?:belle|beau|bonne)(?= (?:service|idée|travail|boulot|promo|accueil|initiative|organisation|qualité|expérience))|great|brilliant|awesome|fantastic|amazing|nice|lovely|excellent|perfect|wonderful)(?: (?:service|idée|travail|boulot|job|work|promo|accueil|initiative|organisation|qualité|expérience|experience|idea|customer service))?(?: (?:de|d['’]|pour|que|of|to))?|quelle? (?:belle |bonne )?(?:efficacité|rapidité|réactivité|qualité|organisation|professionnalisme|surprise|joie|plaisir|bonheur|service|accueil)(?: (?:de|d['’]|que))?`;
const JOY = String.raw`(?:j['’]adore|j['’]aime|on adore|(?:i |just |gotta |got to )*lov(?:e|ing))(?: (?:quand|how|when|that|le fait (?:de|d['’]|que)|it when))?|(?:toujours |always )?(?:un (?:vrai |pur )?(?:plaisir|bonheur|régal)|a (?:real )?(?:pleasure|joy))(?: (?:de|d['’]|to))?|(?:ravie?s?|heureu(?:x|se)|contente?s?|enchantée?s?|happy|glad|delighted) (?:de|d['’]|que|that|to)|heureusement qu(?:e|['’])`;
const OPENING = new RegExp(`^\\W*${AH}(?:${THANKS}|${PRAISE}|${JOY})(?!${LETTER})`, 'iu');
const mayHold = sieve(
  'merci|bravo|félicit|chapeau|congrat|thank|well done|kudos|hats off|super|génial|excellent|parfait|magnifique|merveilleu|formidable|fantasti|bel|beau|top|bonne|great|brilliant|awesome|amazing|nice|lovely|perfect|wonderful|quel|adore|aime|lov|plaisir|bonheur|régal|pleasure|joy|ravi|heureu|content|enchanté|happy|glad|delighted',
);
/** Praise and blame are both meant. */
const BUT =
  /(?<![a-zà-öø-ÿœ])(?:mais|cependant|pourtant|par contre|en revanche|toutefois|dommage|sinon|but|however|though|although|shame)(?![a-zà-öø-ÿœ])/i;
/** Words that blame alone. */
const LEAST_WORDS = 3;
/** Longer texts praise at length. */
const LONGEST = 240;
/**
 * Mean of complaint and negative tone from which the rest blames: of our own sets, feeds and tweets 95 texts begin so, all negative (most of them taught the heads).
 */
const BLAMES = 0.6;

/**
 * How surely the text that `features` read last blames after an opening of praise or thanks, 0 where it has none, sets one thing against another, or
 * the rest sounds no worse than good.
 */
export function ironyOf({ tokens }: FeatureExtractor, clauses: ClauseReading): number {
  const { text } = tokens;
  if (text.length > LONGEST || !mayHold(text) || BUT.test(text)) return 0;
  const end = OPENING.exec(text)?.[0].length;
  if (end === undefined) return 0;
  let from = 0;
  while (from < tokens.count && (tokens.starts[from] as number) < end) from++;
  while (from < tokens.count && tokens.kinds[from] !== TOKEN.word && tokens.kinds[from] !== TOKEN.number)
    from++;
  let words = 0;
  for (let i = from; i < tokens.count; i++) if (tokens.kinds[i] === TOKEN.word) words++;
  if (words < LEAST_WORDS) return 0;
  const { negative, positive, complaint } = clauses.from(from);
  const blame = (negative + complaint) / 2;
  return negative > positive && blame >= BLAMES ? blame : 0;
}
