import type { Genre } from '../../model/enrichment.js';
import type { FeatureExtractor } from '../heads/features.js';
import { FEW_STARS, SOME_STARS } from '../text-batch.js';
import { asksInBlame } from './blaming-questions.js';
import type { ClauseReading } from './clause-reading.js';
import { comparedTo } from './comparisons.js';
import { deniesTrouble } from './denied-trouble.js';
import { emojiAlone } from './emoji-alone.js';
import { pastTrouble } from './past-trouble.js';
import { PRAISED_ODDS, praisesInSoManyWords } from './praise-acts.js';
import { saidOutright } from './said-outright.js';
import { toldStars } from './told-stars.js';

/** What a text says by a turn of phrase, whatever its words say one by one. */
export interface PlainSpeech {
  /** In favour (1) or against (−1), 0 where no turn tells, `null` where nobody judges. */
  readonly tone: -1 | 0 | 1 | null;
  /** Odds of a complaint beside those of any text. */
  readonly odds: number;
}

/**
 * Odds of a complaint in texts that praise outright (of labelled texts 29 that complain of nothing, 1 that does, of 7,534 and 3,778) and that ask in order to
 * blame (none and 9), beside those of any; each counted once more (Laplace).
 */
const OUTRIGHT_ODDS = 2 / 3779 / (30 / 7535),
  ASKED_ODDS = 10 / 3779 / (1 / 7535);
/** A text of so many letters that gives a mark says little beside it. */
const SHORT = 60;
const LETTERS = /\p{L}/u;

const SILENT: PlainSpeech = { tone: 0, odds: 1 };

/** From this probability a public text surely complains; words of blame from this one speak for themselves. */
const SURELY = 0.8,
  BLAMES = 0.5;

/**
 * In whose favour a text speaks by its turns; without one a public text that surely complains blames, however well its words sound: irony (« Débitée deux fois,
 * youpi »), a bare fact. `negative`: what the head of tone says.
 */
export const favourOf = (
  { tone }: PlainSpeech,
  genre: Genre,
  complaint: number,
  negative: number,
): PlainSpeech['tone'] =>
  tone === 0 && (genre === 'comment' || genre === 'tweet') && complaint >= SURELY && negative < BLAMES
    ? -1
    : tone;

/** Reads the turns of `text`, which `features` read last. */
export function plainSpeech(
  text: string,
  features: FeatureExtractor,
  clauses: ClauseReading,
  genre: Genre,
): PlainSpeech {
  if (genre === 'press') return SILENT;
  const emoji = emojiAlone(features);
  if (emoji !== null) return { ...SILENT, tone: emoji === 0 ? null : emoji };
  if (genre === 'private' && praisesInSoManyWords(features))
    return { ...SILENT, tone: 1, odds: PRAISED_ODDS };
  const past = genre === 'private' ? pastTrouble(features) : null;
  if (past !== null) return { ...SILENT, tone: past, odds: PRAISED_ODDS };
  if (deniesTrouble(features, clauses)) return { ...SILENT, tone: 1, odds: OUTRIGHT_ODDS };
  if (asksInBlame(text)) return { ...SILENT, tone: -1, odds: ASKED_ODDS };
  const said = saidOutright(text);
  if (said !== 0) return { ...SILENT, tone: said, odds: said > 0 ? OUTRIGHT_ODDS : 1 };
  const compared = comparedTo(text);
  const alone = !LETTERS.test(text);
  if (compared !== 0 || text.length > SHORT || (genre === 'private' && !alone))
    return { ...SILENT, tone: compared };
  const stars = toldStars(text) ?? FEW_STARS;
  if (stars < FEW_STARS) return { ...SILENT, tone: -1 };
  return stars >= SOME_STARS ? { tone: 1, odds: alone ? OUTRIGHT_ODDS : 1 } : SILENT;
}
