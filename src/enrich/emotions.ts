import type { Emotion, Tone } from '../model/enrichment.js';
import type { HeadScores } from './head-scores.js';
import type { CueHits } from './lexicon.js';

const TOLD_EMOTIONS = ['anger', 'disgust', 'fear', 'joy', 'sadness', 'surprise', 'trust'] as const;
/** Labels of the emotion head by the emotion they are told as. */
const EMOTION_HEAD: Readonly<Partial<Record<Emotion, number>>> = { anger: 0, joy: 1, trust: 2, sadness: 3 };

/** Cues weigh for both languages; the head, which learnt from English tweets, counts for English texts only, and not alone for neutral ones. */
export function tellEmotion(scores: HeadScores, hits: CueHits, language: string, tone: Tone): Emotion {
  let best: Emotion = 'none',
    top = 0;
  for (const emotion of TOLD_EMOTIONS) {
    const k = language === 'en' ? EMOTION_HEAD[emotion] : undefined;
    const score =
      Math.min(hits.countOf(emotion), 2) +
      (k === undefined ? 0 : (tone === 'neutral' ? 0.9 : 2) * scores.of('emotion', k));
    if (score > top) {
      top = score;
      best = emotion;
    }
  }
  if (
    top < 1 ||
    (tone === 'negative' && (best === 'joy' || best === 'trust')) ||
    (tone === 'positive' && (best === 'anger' || best === 'disgust'))
  )
    return 'none';
  return best;
}
