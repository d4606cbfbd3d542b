import { type Genre, TONES } from '../model/enrichment.js';
import { sentimentHeadName } from '../enrich/tone/sentiment-heads.js';
import { TALK_SETS } from './example-reader.js';
import type { LabelledText } from './head-plan.js';
import type { Recipe } from './recipe.js';
import { withSentences } from './review-sentences.js';

/** A joyful tweet as a positive one, an angry or sad tweet as a negative one: a hint of little weight. */
const toneOfEmotion = (label: string) => ({
  labels: [label === 'joy' || label === 'optimism' ? 2 : 0],
  weight: 0.1,
  calibrate: false,
});

const asTheyAre = (reviews: LabelledText[]): LabelledText[] => reviews;
/** Weight of a sentence of a review for the head of reviews, chosen on held-out reviews (`enrich/models/README.md`). */
const SENTENCE = 0.15;
const sentencesToo = (reviews: LabelledText[]): LabelledText[] =>
  withSentences(reviews, {
    weight: SENTENCE,
    negative: TONES.indexOf('negative'),
    positive: TONES.indexOf('positive'),
  });

/** Weights of errors on tweets and on reviews, by the genre a sentiment head is for; `null`: the pooled head. */
const SENTIMENT_WEIGHTS: readonly {
  readonly genre: Genre | null;
  readonly tweets: number;
  readonly reviews: number;
  readonly own: number;
  readonly care: number;
  readonly feeds: number;
}[] = [
  { genre: null, tweets: 1, reviews: 0.3, own: 2, care: 3, feeds: 1 },
  { genre: 'review', tweets: 0.3, reviews: 1, own: 1, care: 2, feeds: 0.3 },
  { genre: 'tweet', tweets: 1, reviews: 0, own: 0.3, care: 0.5, feeds: 0.5 },
];

export const SENTIMENT_RECIPES: readonly Recipe[] = SENTIMENT_WEIGHTS.map(
  ({ genre, tweets, reviews, own, care, feeds }): Recipe => ({
    plan: {
      name: sentimentHeadName(genre),
      labels: TONES,
      choice: 'one',
      bits: 17,
      cost: 0.4,
      balance: 0.5,
      decision: 'margin',
      folds: reviews > 0 ? 3 : 5,
    },
    examples: (read) => {
      const pick = (weight: number, of: Genre) => (label: string) =>
        weight === 0 || label === 'mixed'
          ? undefined
          : {
              labels: [(TONES as readonly string[]).indexOf(label)],
              weight,
              calibrate: genre === null || genre === of,
            };
      return [
        ...read.read('umsabFr', 'sentiment', pick(tweets, 'tweet')),
        ...read.read('umsabEn', 'sentiment', pick(tweets, 'tweet')),
        ...(genre === 'review' ? sentencesToo : asTheyAre)([
          ...read.read('restaurants', 'sentiment', pick(reviews, 'review')),
          ...read.read('trustpilot', 'sentiment', pick(reviews, 'review')),
        ]),
        ...read.readOwn('sentiment-care', pick(own, 'private')),
        ...read.readCare(({ sentiment }) => pick(care, 'private')(sentiment)),
        // Without the short calls: they teach what a text is, not its tone.
        ...read.readRegisters(
          ({ sentiment }) => pick(own, 'private')(sentiment),
          TALK_SETS.filter((file) => file !== 'register-calls'),
        ),
        ...read.readFeeds(({ sentiment }) => pick(feeds, 'comment')(sentiment)),
        ...(genre === 'tweet' ? read.read('emotion', 'emotion', toneOfEmotion) : []),
      ];
    },
  }),
);
