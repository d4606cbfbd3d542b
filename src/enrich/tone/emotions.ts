import type { Emotion, Tone } from '../../model/enrichment.js';
import type { HeadScores } from '../heads/head-scores.js';
import type { FeatureExtractor } from '../heads/features.js';

const TOLD_EMOTIONS = ['anger', 'disgust', 'fear', 'joy', 'sadness', 'surprise', 'trust'] as const;
/** Labels of the emotion head by the emotion they are told as. */
const EMOTION_HEAD: Readonly<Partial<Record<Emotion, number>>> = { anger: 0, joy: 1, trust: 2, sadness: 3 };

/** From this probability that a firm or nobody speaks, courtesy is no emotion: "nous sommes navrés". */
const NOBODY_FEELS = 0.5;

/**
 * Cues of the language that are not denied weigh; the head, which learnt from English tweets, counts for English texts only, and not alone for
 * neutral ones. `unfelt`: probability that a firm speaks, a machine, or nobody. Words of joy or trust beside irony are neither.
 */
export function tellEmotion(
  scores: HeadScores,
  { hits, negated }: Pick<FeatureExtractor, 'hits' | 'negated'>,
  language: string,
  tone: Tone,
  unfelt: number,
): Emotion {
  if (unfelt >= NOBODY_FEELS) return 'none';
  let best: Emotion = 'none',
    top = 0;
  for (const emotion of TOLD_EMOTIONS) {
    const k = language === 'en' ? EMOTION_HEAD[emotion] : undefined;
    const score =
      Math.min(hits.countOf(emotion, language, negated), 2) +
      (k === undefined ? 0 : (tone === 'neutral' ? 0.9 : 2) * scores.of('emotion', k));
    if (score > top) {
      top = score;
      best = emotion;
    }
  }
  if (
    top < 1 ||
    ((best === 'joy' || best === 'trust') && (tone === 'negative' || hits.countOf('irony', language) > 0)) ||
    (tone === 'positive' && (best === 'anger' || best === 'disgust'))
  )
    return 'none';
  return best;
}
